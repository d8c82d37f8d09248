"""What every act of a person on a case has in common: the case is in work from then on, and its reporters see it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from isigurt import clock
from isigurt.casework.actions.rows import change, move
from isigurt.casework.errors import NotNow
from isigurt.casework.models import Case
from isigurt.casework.priority import time_for, waits_for_person
from isigurt.casework.queries import reports_of
from isigurt.casework.states import OPEN_STATES, CaseState
from isigurt.facts.actions import case_fact, report_fact
from isigurt.intake.actions import set_public_status
from isigurt.intake.door.models import PublicWord
from isigurt.intake.models import Report
from isigurt.ledger.actor import Actor


def begin_work(case: Case, *, actor: Actor, columns: Mapping[str, Any] | None = None) -> None:
    """Note that a person acts on `case`, which is held, and change `columns` of it; called by every such act.

    The first act sets the time to first action. A new or reopened case is in work from now on. Raises NotNow for a
    case that has ended.
    """
    if case.state not in OPEN_STATES:
        raise NotNow(_("This case has ended. Reopen it first."))
    at = clock.now()
    changes: dict[str, Any] = dict(columns or {})
    if case.first_action_at is None:
        changes["first_action_at"] = at
        case_fact(unit=case.id, first_action_at=at)
    reports = list(reports_of(case).filter(public_status__status=PublicWord.RECEIVED))
    for report in reports:
        _first_action(report, at)
    if case.new_report:
        changes.setdefault("new_report", False)
    if case.state in {CaseState.NEW, CaseState.REOPENED}:
        changes.setdefault("deadline_at", at + time_for(str(changes.get("harm", case.harm))))
        changes["version"] = case.version + 1
        move(case, to=CaseState.IN_WORK, actor=actor, changes=changes)
    else:
        change(case, **changes)
    say(reports, PublicWord.IN_WORK, actor=actor)


def _first_action(report: Report, at: datetime) -> None:
    report_fact(unit=report.id, first_action_at=at)


def settle(case: Case) -> None:
    """Take the deadline from a case that waits for nobody any more; the case is held."""
    if case.deadline_at is not None and not waits_for_person(case):
        change(case, deadline_at=None)


def say(reports: list[Report], word: PublicWord, *, actor: Actor) -> None:
    """Let reporters see a status word.

    A report that a person has not acted upon since it came still says "received" and is left so by whatever the
    worker does: from how fast the word changes nobody can learn that an address was already known.
    """
    for report in reports:
        set_public_status(report=report, status=word, actor=actor)
