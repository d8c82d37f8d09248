"""A machine is a table of allowed moves; `transition` makes one, records it, and refuses a row that moved meanwhile."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models, transaction
from django.db.models import CheckConstraint, Q

from isigurt.ledger.actions import Detail, record
from isigurt.ledger.actor import Actor

_machines: dict[str, "Machine"] = {}


class IllegalTransition(Exception):
    """The table has no such move."""


class StaleState(Exception):
    """The row is no longer in the state that the caller saw."""


@dataclass(frozen=True)
class Machine:
    """The states of one kind of row, the first of them, and where each may go."""

    name: str
    states: type[models.TextChoices]
    initial: str
    transitions: Mapping[str, frozenset[str]]
    field: str = "state"

    def __post_init__(self) -> None:
        known = set(self.states.values)
        named = {
            self.initial,
            *self.transitions,
            *(to for targets in self.transitions.values() for to in targets),
        }
        if named - known:
            raise ValueError(f"machine {self.name} names unknown states: {sorted(named - known)}")
        _machines[self.name] = self

    def allows(self, origin: str, to: str) -> bool:
        """Say whether the table has a move from `origin` to `to`."""
        return to in self.transitions.get(origin, frozenset())

    def constraint(self, prefix: str = "") -> CheckConstraint:
        """Return the CHECK that keeps the column to known states; `prefix` makes its name unique."""
        condition = Q(**{f"{self.field}__in": sorted(self.states.values)})
        return CheckConstraint(condition=condition, name=f"{prefix or self.name}_{self.field}_known")


def machines() -> Iterator[Machine]:
    """Yield every machine, by name."""
    for name in sorted(_machines):
        yield _machines[name]


def transition(
    row: models.Model,
    machine: Machine,
    *,
    to: str,
    actor: Actor,
    detail: Detail | None = None,
    changes: Mapping[str, Any] | None = None,
) -> None:
    """Move `row` from the state it was read in to `to`, with `changes` to other columns, and record it.

    The update is conditional on the state the caller saw, and the ledger entry is in the same transaction; callers
    add the fact in that transaction too. `row` is updated in memory.

    Raises IllegalTransition if the table has no such move, StaleState if the row has moved meanwhile.
    """
    origin = getattr(row, machine.field)
    if not machine.allows(origin, to):
        raise IllegalTransition(f"{machine.name}: {origin} cannot become {to}")
    values = {machine.field: to, **(changes or {})}
    using = row._state.db or "default"
    with transaction.atomic(using=using):
        rows = type(row)._default_manager.using(using).filter(pk=row.pk, **{machine.field: origin})
        if not rows.update(**values):
            raise StaleState(f"{machine.name} {row.pk} is no longer {origin}")
        record(
            actor=actor,
            act=f"state.{machine.name}",
            subject=machine.name,
            subject_id=row.pk,
            detail={"from": str(origin), "to": str(to), **(detail or {})},
        )
    for name, value in values.items():
        setattr(row, name, value)
