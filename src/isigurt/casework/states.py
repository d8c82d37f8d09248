"""The states of a case and of an item, and where each may go."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from isigurt.states import Machine


class CaseState(TextChoices):
    """Where a case stands."""

    NEW = "new", _("new")
    IN_WORK = "in_work", _("in work")
    ASSESSED = "assessed", _("assessed")
    CLOSED = "closed", _("closed")
    DISMISSED = "dismissed", _("dismissed")
    REOPENED = "reopened", _("reopened")
    MERGED = "merged", _("merged into another case")
    ERASED = "erased", _("erased")


class ItemState(TextChoices):
    """What people have decided about an item."""

    UNASSESSED = "unassessed", _("not assessed yet")
    CONFIRMED = "confirmed", _("confirmed illegal")
    NOT_ILLEGAL = "not_illegal", _("not illegal")
    ERASED = "erased", _("erased")


# A merge can be undone, so a merged case may go back to any state it was merged in.
_MERGEABLE = {
    CaseState.NEW,
    CaseState.IN_WORK,
    CaseState.ASSESSED,
    CaseState.CLOSED,
    CaseState.DISMISSED,
    CaseState.REOPENED,
}

CASE_MACHINE = Machine(
    name="case",
    states=CaseState,
    initial=CaseState.NEW,
    transitions={
        CaseState.NEW: frozenset({CaseState.IN_WORK, CaseState.MERGED}),
        CaseState.IN_WORK: frozenset({CaseState.ASSESSED, CaseState.CLOSED, CaseState.DISMISSED, CaseState.MERGED}),
        CaseState.ASSESSED: frozenset(
            {CaseState.IN_WORK, CaseState.REOPENED, CaseState.CLOSED, CaseState.DISMISSED, CaseState.MERGED}
        ),
        CaseState.CLOSED: frozenset({CaseState.REOPENED, CaseState.ERASED, CaseState.MERGED}),
        CaseState.DISMISSED: frozenset({CaseState.REOPENED, CaseState.ERASED, CaseState.MERGED}),
        CaseState.REOPENED: frozenset({CaseState.IN_WORK, CaseState.MERGED}),
        CaseState.MERGED: frozenset(_MERGEABLE | {CaseState.ERASED}),
        CaseState.ERASED: frozenset(),
    },
)

ITEM_MACHINE = Machine(
    name="item",
    states=ItemState,
    initial=ItemState.UNASSESSED,
    transitions={
        ItemState.UNASSESSED: frozenset({ItemState.CONFIRMED, ItemState.NOT_ILLEGAL, ItemState.ERASED}),
        ItemState.CONFIRMED: frozenset({ItemState.NOT_ILLEGAL, ItemState.ERASED}),
        ItemState.NOT_ILLEGAL: frozenset({ItemState.CONFIRMED, ItemState.ERASED}),
        ItemState.ERASED: frozenset(),
    },
)

# Cases that may come back to work: in all of them a person may still act.
OPEN_STATES = (CaseState.NEW, CaseState.IN_WORK, CaseState.ASSESSED, CaseState.REOPENED)
# Cases that nobody looks at any more unless something happens.
ENDED_STATES = (CaseState.CLOSED, CaseState.DISMISSED)
