"""Putting numbers into a text: each stands there as a reference to a published cell, or as a typed one."""

from collections.abc import Callable, Iterator, Mapping
from re import Match
from typing import NamedTuple

from django.utils.translation import gettext, ngettext

from isigurt.design.numbers import number as written
from isigurt.insight.gate.words import REFERENCE
from isigurt.insight.protection.merging import LEAST
from isigurt.insight.protection.plan import Measure
from isigurt.insight.protection.rounding import BASE, MEDIAN_FROM, NOISE, REACH, SHARE_FROM
from isigurt.insight.publication.content import REFERENCE_KINDS, Content, Number

OF_CELLS = frozenset(REFERENCE_KINDS.values())
# The numbers of the method itself, by name: an editor cannot type another one.
RULES: Mapping[str, int] = {
    "base": BASE,
    "reach": REACH,
    "noise": NOISE,
    "share_from": SHARE_FROM,
    "median_from": MEDIAN_FROM,
    "least": LEAST,
}


class UnknownReference(LookupError):
    """A text refers to a number that this edition does not publish."""


class Referred(NamedTuple):
    """What one reference of a text says. `number` is the published one behind it; a typed one has none."""

    reference: str
    kind: str
    said: str
    number: Number | None


def filled(text: str, content: Content) -> str:
    """Return the text with every reference as it is read; raise UnknownReference for a cell that is not published."""
    say = reader(content)
    return REFERENCE.sub(lambda found: say(_inside(found)).said, text)


def references_in(text: str) -> Iterator[str]:
    """Yield every reference of a text, without its braces."""
    return (_inside(found) for found in REFERENCE.finditer(text))


def reader(content: Content) -> Callable[[str], Referred]:
    """Return what reads one reference (without its braces) in the active language; it raises UnknownReference."""
    numbers, befores, rows = content.numbers(), _befores(content), row_names(content)

    def read(reference: str) -> Referred:
        kind, _, what = reference.partition(":")
        found: Number | None = None
        if kind in OF_CELLS or kind == "before":
            found = (befores if kind == "before" else numbers).get(reference)
            said = shown(found) if found else None
        elif kind == "row":
            said = rows.get(what)
        elif kind == "rule":
            said = written(RULES[what]) if what in RULES else None
        else:
            said = what
        if said is None:
            raise UnknownReference(reference)
        return Referred(reference, kind, said, found)

    return read


def shown(number: Number) -> str:
    """Return a number as the active language writes it, with its unit."""
    if number.measure is Measure.SHARE:
        return gettext("{percent}%").format(percent=written(number.value))
    if number.measure is Measure.MEDIAN:
        return ngettext("{hours} hour", "{hours} hours", number.value).format(hours=written(number.value))
    return written(number.value)


def row_names(content: Content) -> dict[str, str]:
    """Return what each row is called, by its address; a cell that lies in a row and a column by both names."""
    names: dict[str, str] = {}
    for table in content.tables:
        for part in table.parts:
            for row, column, cell in part.placed():
                titles = [heading.title for heading in (row, column) if heading.group is not None]
                names[cell.count.address] = ", ".join(titles) or row.title
    return names


def _befores(content: Content) -> dict[str, Number]:
    """Return the counts of the year before by the address that the same row has in this one."""
    return {f"before:{cell.count.address}": cell.before for cell in content.cells() if cell.before}


def _inside(found: Match[str]) -> str:
    return found.group()[1:-1]
