"""Casework's step: put reports into cases."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from isigurt.casework.actions.placing import place_report
from isigurt.intake.models import Report
from isigurt.intake.queries import reports_to_place
from isigurt.steps.registry import Step, register


def due(now: datetime) -> QuerySet[Report]:  # noqa: ARG001 - every one is due at once
    """Return the reports that are in no case yet, or about which something is new."""
    return reports_to_place()


register(
    Step(
        name="casework.place",
        title=_("Put reports into cases"),
        model=Report,
        due=due,
        act=place_report,
        lease=timedelta(minutes=2),
        describe=lambda report: report.number,
    )
)
