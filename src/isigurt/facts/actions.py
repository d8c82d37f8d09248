"""Writing facts. Each is called inside the transaction of the act it records, and names a unit by its id."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from isigurt import clock
from isigurt.facts.models import CaseFact, Fact, ItemFact, NoticeFact, ReportFact
from isigurt.vault.blind import blind_index

# Long enough for the yearly edition after next and its corrections; the erasure itself comes with operating.
KEPT = timedelta(days=3 * 366)


def unit_digest(kind: type[Fact], unit: UUID) -> str:
    """Return the keyed digest that stands for `unit` among the facts of this kind."""
    return blind_index(f"fact:{kind._meta.model_name}", str(unit))


def _write(kind: type[Fact], unit: UUID, columns: dict[str, Any]) -> None:
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("a fact is written in the transaction of the act that it records")
    digest = unit_digest(kind, unit)
    if kind._default_manager.filter(unit=digest).update(**columns):
        return
    expires: date = (clock.now() + KEPT).date()
    kind._default_manager.create(unit=digest, expires_on=expires, **columns)


def report_fact(*, unit: UUID, **columns: Any) -> None:
    """Write the given columns of a report's fact; the first call must give `received_at`."""
    _write(ReportFact, unit, columns)


def case_fact(*, unit: UUID, **columns: Any) -> None:
    """Write the given columns of a case's fact; the first call must give `opened_at`."""
    _write(CaseFact, unit, columns)


def item_fact(*, unit: UUID, **columns: Any) -> None:
    """Write the given columns of an item's fact; the first call must give `first_received_at`."""
    _write(ItemFact, unit, columns)


def notice_fact(*, unit: UUID, **columns: Any) -> None:
    """Write the given columns of a notice's fact. `item` (a UUID) names its item and is stored as a digest."""
    item = columns.pop("item", None)
    if item is not None:
        columns["item_unit"] = unit_digest(ItemFact, item)
    _write(NoticeFact, unit, columns)
