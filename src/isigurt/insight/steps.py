"""What the worker does for editions."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from isigurt.insight.actions import work
from isigurt.insight.models import EditionWork
from isigurt.steps.registry import Step, register


def works_to_do(_now: datetime) -> QuerySet[EditionWork]:
    """Return what was asked for, the oldest first."""
    return EditionWork.objects.filter(ended_at=None).order_by("asked_at")


register(
    Step(
        name="insight.work_on_editions",
        title=_("Freeze, build, check and publish the National Report"),
        model=EditionWork,
        due=works_to_do,
        act=lambda row: work(row=row),
        # A national year takes seconds; the world's largest half a minute.
        lease=timedelta(minutes=15),
        batch=1,
    )
)
