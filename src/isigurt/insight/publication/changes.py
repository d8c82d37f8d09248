"""What differs beyond chance: against the year before, or from row to row."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from isigurt.insight.protection.rounding import NOISE
from isigurt.insight.publication.content import Cell


class Change(StrEnum):
    """How a count stands to another one."""

    MORE = "more"
    FEWER = "fewer"
    SAME = "same"


SAID: Mapping[Change, Promise] = {
    Change.MORE: pgettext_lazy("against last year", "more"),
    Change.FEWER: pgettext_lazy("against last year", "fewer"),
    Change.SAME: pgettext_lazy("against last year", "about as many"),
}


def change_of(cell: Cell, *, exact: bool) -> Change | None:
    """Return how a cell changed; None where the same was not counted the year before."""
    return None if cell.before is None else change(cell.before.value, cell.count.value, exact=exact)


def change(before: int, now: int, *, exact: bool) -> Change:
    """Return how one published count stands to another: the same, unless rounding cannot make it so far off."""
    if abs(now - before) <= (0 if exact else NOISE):
        return Change.SAME
    return Change.MORE if now > before else Change.FEWER
