"""Texts as HTML in which every number says where it comes from, as the gate reads it back."""

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from isigurt.insight.gate.words import REFERENCE
from isigurt.insight.publication.content import Content, Number
from isigurt.insight.publication.references import Referred, reader, shown


class Marker:
    """Marks texts and numbers of one edition, in the active language."""

    def __init__(self, content: Content) -> None:
        self._read = reader(content)

    def text(self, text: str) -> SafeString:
        """Return a text with each reference as a marked number; all else is escaped."""
        made, place = [], 0
        for found in REFERENCE.finditer(text):
            made += [escape(text[place : found.start()]), _referred(self._read(found.group()[1:-1]))]
            place = found.end()
        return mark_safe("".join((*made, escape(text[place:]))))  # noqa: S308 - every part is escaped just above

    def reference(self, reference: str) -> SafeString:
        """Return the number of one reference, without its braces."""
        return _referred(self._read(reference))


def number(found: Number) -> SafeString:
    """Return a published number, marked."""
    return format_html('<data value="{}" data-cell="{}">{}</data>', found.value, found.reference, shown(found))


def before(found: Number, address: str) -> SafeString:
    """Return the count of the same cell the year before, marked."""
    return format_html('<span data-before="cell:{}">{}</span>', address, shown(found))


def year(value: int) -> SafeString:
    """Return a year, marked as what counts nobody."""
    return format_html('<span data-typed="year">{}</span>', value)


def _referred(found: Referred) -> SafeString:
    if found.number is None:
        return format_html('<span data-typed="{}">{}</span>', found.kind, found.said)
    if found.kind == "before":
        return before(found.number, found.reference.partition(":")[2])
    return number(found.number)
