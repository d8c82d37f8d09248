"""Casework says that it has put a report's places into cases."""

from django.db import transaction

from isigurt import clock
from isigurt.facts.actions import report_fact
from isigurt.intake.models import REPORT_MACHINE, Report, ReportState
from isigurt.ledger.actor import Actor
from isigurt.states import StaleState, transition


def mark_placed(*, report: Report, actor: Actor) -> None:
    """Move a new report to `placed`, or take note that its additions are placed too.

    Call it in the transaction that places them. Raises StaleState when the report moved meanwhile (it was
    withdrawn, or more was added after `report` was read): look at it again.
    """
    with transaction.atomic():
        if report.state == ReportState.PLACED:
            here = Report.objects.filter(pk=report.pk, state=ReportState.PLACED)
            if not here.update(has_additions=False):
                raise StaleState(f"report {report.pk} is no longer placed")
            report.has_additions = False
            return
        at = clock.now()
        changes = {"placed_at": at, "has_additions": False}
        transition(report, REPORT_MACHINE, to=ReportState.PLACED, actor=actor, changes=changes)
        report_fact(unit=report.id, placed_at=at)
