"""What changed against the year before: said only where it is more than rounding can make."""

from collections.abc import Mapping
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from isigurt.insight.protection.rounding import NOISE
from isigurt.insight.publication.content import Cell


class Change(StrEnum):
    """How a count stands to that of the same cell the year before."""

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
    if cell.before is None:
        return None
    difference = cell.count.value - cell.before.value
    if abs(difference) <= (0 if exact else NOISE):
        return Change.SAME
    return Change.MORE if difference > 0 else Change.FEWER
