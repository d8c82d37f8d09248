"""Putting numbers into a text: each stands there as a reference to a published cell, or as a typed one."""

from re import Match

from django.utils.translation import gettext

from isigurt.design.numbers import number as written
from isigurt.insight.gate.words import REFERENCE
from isigurt.insight.protection.plan import Measure
from isigurt.insight.publication.content import REFERENCE_KINDS, Content, Number

OF_CELLS = frozenset(REFERENCE_KINDS.values())


class UnknownReference(LookupError):
    """A text refers to a number that this edition does not publish."""


def filled(text: str, content: Content) -> str:
    """Return the text with every reference as it is read; raise UnknownReference for a cell that is not published."""
    numbers = content.numbers()

    def said(found: Match[str]) -> str:
        reference = found.group()[1:-1]
        kind, _, what = reference.partition(":")
        if kind not in OF_CELLS:
            return what
        if reference not in numbers:
            raise UnknownReference(reference)
        return shown(numbers[reference])

    return REFERENCE.sub(said, text)


def shown(number: Number) -> str:
    """Return a number as the active language writes it, with its unit."""
    if number.measure is Measure.SHARE:
        return gettext("{percent}%").format(percent=written(number.value))
    if number.measure is Measure.MEDIAN:
        return gettext("{hours} hours").format(hours=written(number.value))
    return written(number.value)
