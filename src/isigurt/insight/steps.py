"""What the worker does for editions and for the page of closed quarters."""

from datetime import datetime, timedelta

from django.db.models import QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy as _

from isigurt import clock
from isigurt.country import pack
from isigurt.insight.actions import work
from isigurt.insight.models import EditionWork
from isigurt.insight.place import editions_folder
from isigurt.insight.publication.ending import end_editions
from isigurt.insight.quarters.looking import look
from isigurt.ledger.actor import WORKER
from isigurt.steps.looks import register_daily
from isigurt.steps.registry import Step, register


def works_to_do(_now: datetime) -> QuerySet[EditionWork]:
    """Return what was asked for, the oldest first."""
    return EditionWork.objects.filter(ended_at=None).order_by("asked_at")


register_daily(
    name="insight.close_quarters",
    title=_("Show the closed quarters"),
    act=lambda: look(today=localdate(clock.now()), actor=WORKER, pack=pack()),
    lease=timedelta(minutes=15),
    # What stands against it is mended by a person, at any hour: there is no giving up.
    max_attempts=30_000,
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
register_daily(
    name="insight.end_editions",
    title=_("Delete the facts of editions that are past their day"),
    act=lambda: end_editions(editions_folder()),
)
