"""Holding rows while they are changed.

Locks are always taken in the same order (report, items, cases by id, the year's number) and the ledger is written
last, so that two acts wait for each other and never crosswise. With `no_key` a row that merely names a held one
need not wait.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from isigurt.casework.errors import Conflict
from isigurt.casework.models import Case, Item
from isigurt.casework.states import CASE_MACHINE
from isigurt.facts.actions import case_fact
from isigurt.ledger.actor import Actor
from isigurt.ledger.chain import Scalar
from isigurt.states import transition


def hold_case(case_id: UUID, *, seen_version: int | None = None) -> Case:
    """Lock a case for the rest of the transaction and return it as it is now.

    Raises Conflict if `seen_version` is given and the case has moved on since.
    """
    case = Case.objects.select_for_update(of=("self",), no_key=True).select_related("data_key").get(pk=case_id)
    if seen_version is not None and case.version != seen_version:
        raise Conflict(f"case {case.number} is at version {case.version}, not {seen_version}")
    return case


def hold_cases(case_ids: Iterable[UUID]) -> list[Case]:
    """Lock several cases, in the order of their ids."""
    rows = Case.objects.select_for_update(of=("self",), no_key=True).select_related("data_key")
    return list(rows.filter(pk__in=set(case_ids)).order_by("pk"))


def hold_items(item_ids: Iterable[UUID]) -> list[Item]:
    """Lock several items, in the order of their ids."""
    rows = Item.objects.select_for_update(of=("self",), no_key=True).select_related("data_key")
    return list(rows.filter(pk__in=set(item_ids)).order_by("pk"))


def change(case: Case, **columns: Any) -> None:
    """Change columns of a case that is held, and count its version up so that forms made before are stale."""
    columns["version"] = case.version + 1
    _tell_figures(case, columns)
    Case.objects.filter(pk=case.pk).update(**columns)
    for name, value in columns.items():
        setattr(case, name, value)


def move(
    case: Case,
    *,
    to: str,
    actor: Actor,
    changes: Mapping[str, Any],
    detail: Mapping[str, Scalar] | None = None,
) -> None:
    """Move a case that is held to another state and change columns of it with that. Raises StaleState."""
    _tell_figures(case, changes)
    transition(case, CASE_MACHINE, to=to, actor=actor, detail=detail, changes=changes)


def _tell_figures(case: Case, columns: Mapping[str, Any]) -> None:
    """Keep the fact's deadline the case's own: what waits for nobody is not overdue in the figures either."""
    deadline = columns.get("deadline_at", case.deadline_at)
    if deadline != case.deadline_at:
        case_fact(unit=case.pk, deadline_at=deadline)
