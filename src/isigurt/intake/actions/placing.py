"""Casework says that it has put a report's places into cases."""

from django.db import transaction

from isigurt import clock
from isigurt.facts.actions import report_fact
from isigurt.intake.models import REPORT_MACHINE, Report, ReportState
from isigurt.ledger.actor import Actor
from isigurt.states import transition


def mark_placed(*, report: Report, actor: Actor) -> None:
    """Move a new report to `placed`, or take note that casework has seen what was added, written or withdrawn.

    Call it in the transaction that does so, with `report` read in that transaction under a lock. Raises StaleState
    when a new report moved meanwhile.
    """
    with transaction.atomic():
        if report.state != ReportState.NEW:
            Report.objects.filter(pk=report.pk).update(has_additions=False)
            report.has_additions = False
            return
        at = clock.now()
        changes = {"placed_at": at, "has_additions": False}
        transition(report, REPORT_MACHINE, to=ReportState.PLACED, actor=actor, changes=changes)
        report_fact(unit=report.id, placed_at=at)
