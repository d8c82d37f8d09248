"""Confirmed items and what takedown makes of them, by the same acts as in life."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from isigurt import clock
from isigurt.casework.actions import assess
from isigurt.casework.models import Case, Item
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member
from isigurt.steps.registry import all_steps, get
from isigurt.steps.runner import run_due
from isigurt.takedown.actions import notices, recipients
from isigurt.takedown.models import Notice
from tests.casework.factories import findings, item_of, member, placed
from tests.takedown.scene import ADDRESS

START = datetime(2026, 3, 2, 8, tzinfo=UTC)


class FastClock:
    """A clock that stands still until it is told to go on."""

    def __init__(self, at: datetime = START) -> None:
        self.at = at
        clock.install(lambda: self.at)

    def go(self, **span: float) -> datetime:
        self.at += timedelta(**span)
        return self.at


def confirmed(where: str = ADDRESS, *, by: Member | None = None, **found: Any) -> tuple[Case, Item]:
    """Return a case with one confirmed item."""
    case = placed(where)
    item = item_of(case)
    assess(case=case, items=[item], member=by or member(), findings=findings(**found))
    case.refresh_from_db()
    item.refresh_from_db()
    return case, item


def run_steps(*names: str) -> None:
    """Run the named steps of takedown (all of them: none named) until nothing is due, in this thread."""
    chosen = [get(f"takedown.{name}") for name in names] or [
        step for step in all_steps() if step.name.startswith("takedown.")
    ]
    chosen = [replace(step, parallel=1) for step in chosen]
    for _ in range(10):
        if not sum(run_due(step) for step in chosen):
            return
    raise AssertionError("the steps never came to rest")


def a_person() -> Actor:
    return Actor.member(member().pk)


def proposed(item: Item) -> Notice:
    run_steps("sweep", "trace")
    return Notice.objects.select_related("item__data_key", "recipient__data_key", "case").get(item=item)


def approved(notice: Notice, actor: Actor | None = None) -> Notice:
    actor = actor or a_person()
    if notice.recipient.state == "first_seen":
        recipients.approve(recipient=notice.recipient, actor=actor)
    notices.approve(notice=notice, actor=actor, shown=notices.letter_digest(notice))
    return notice
