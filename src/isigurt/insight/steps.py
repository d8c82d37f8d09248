"""What the worker does for editions."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from isigurt.insight.actions import look_at_ends, work
from isigurt.insight.models import EditionsLook, EditionWork
from isigurt.steps.registry import Step, register


def works_to_do(_now: datetime) -> QuerySet[EditionWork]:
    """Return what was asked for, the oldest first."""
    return EditionWork.objects.filter(ended_at=None).order_by("asked_at")


def looks_due(now: datetime) -> QuerySet[EditionsLook]:
    """Return the one row once a day, by the clock that also says which year is over."""
    return EditionsLook.objects.filter(Q(looked_on=None) | ~Q(looked_on=localdate(now)))


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
register(
    Step(
        name="insight.end_editions",
        title=_("Delete the facts of editions that are past their day"),
        model=EditionsLook,
        due=looks_due,
        act=lambda row: look_at_ends(row=row),
    )
)
