"""What the gate merged or left out and what it found, in words: files keep codes, so that they are the same for all."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, pgettext

from isigurt.country import CountryPack
from isigurt.insight.gate.remedy import LEFT_OUT, MERGED, Remedy, Sum
from isigurt.insight.protection.merging import Group
from isigurt.insight.publication.names import group_name
from isigurt.insight.register import DIMENSIONS, POPULATIONS, TABLES
from isigurt.insight.speaking import said, spoken
from isigurt.insight.words import capital

if TYPE_CHECKING:
    from isigurt.insight.gate.attack import Suspect  # what weighs is not loaded at the desk


def remedy_told(remedy: Remedy, pack: CountryPack) -> str:
    """Return one step of the remedy in the active language."""
    by = ", ".join(str(DIMENSIONS[each].title) for each in remedy.by)
    if remedy.act == MERGED:
        return _("{counted} by {by}: merged with the smallest neighbour: {rows}").format(
            counted=_counted(remedy.of), by=by, rows=_rows(remedy.by[0], remedy.rows, pack)
        )
    if remedy.act == LEFT_OUT:
        title = next(str(each.title) for each in TABLES if each.id == remedy.of)
        return _("Left out: {table} ({by})").format(table=title, by=by or pgettext("broken down by", "as a whole"))
    return remedy.of  # a line of an edition that was built before steps were codes


def pinned_told(pinned: Iterable["Suspect"], pack: CountryPack) -> Iterator[str]:
    """Yield what could be worked out, in the language of who asked."""
    for each in pinned:
        with spoken():
            what = sum_told(each.sum, pack)
        yield said(gettext_noop("This can be worked out to be 1, 2, 3 or 4: {what}"), what=what)


def sum_told(found: Sum, pack: CountryPack) -> str:
    """Return what a sum counts, in the active language."""
    named = {each: f"{DIMENSIONS[each].title}: {_rows(each, group, pack)}" for each, group in found.rows}
    rows = "; ".join(text for each, text in named.items() if each != found.but)
    counted = f"{_counted(found.population)}, {rows}" if rows else _counted(found.population)
    if found.outside:
        return _("{whole}; without: {part}").format(whole=counted, part=POPULATIONS[found.outside].title)
    if found.but:
        return _("{whole}; without: {part}").format(whole=counted, part=named[found.but])
    return counted


def _rows(dimension: str, group: Group, pack: CountryPack) -> str:
    return ", ".join(group_name(dimension, (each,), pack) for each in group)


def _counted(population: str) -> str:
    return capital(str(POPULATIONS[population].title))
