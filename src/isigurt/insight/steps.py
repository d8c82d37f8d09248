"""What the worker does for editions and for the page of closed quarters."""

from datetime import datetime, timedelta

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from isigurt.insight.actions import look_at_ends, look_at_quarters, work
from isigurt.insight.models import EditionsLook, EditionWork, QuarterPage
from isigurt.steps.registry import Step, register


def works_to_do(_now: datetime) -> QuerySet[EditionWork]:
    """Return what was asked for, the oldest first."""
    return EditionWork.objects.filter(ended_at=None).order_by("asked_at")


def looks_due(now: datetime) -> QuerySet[EditionsLook]:
    """Return the one row once a day, by the clock that also says which year is over."""
    return EditionsLook.objects.filter(Q(looked_on=None) | ~Q(looked_on=localdate(now)))


def pages_to_look_at(_now: datetime) -> QuerySet[QuarterPage]:
    """Return the page of closed quarters, once on each day of the machine: readers live in it."""
    midnight = timezone.localtime(timezone.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    return QuarterPage.objects.filter(Q(looked_at=None) | Q(looked_at__lt=midnight))


register(
    Step(
        name="insight.close_quarters",
        title=_("Show the closed quarters"),
        model=QuarterPage,
        due=pages_to_look_at,
        act=lambda row: look_at_quarters(row=row),
        lease=timedelta(minutes=15),
        # What stands against it is mended by a person, at any hour: there is no giving up.
        max_attempts=30_000,
    )
)
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
