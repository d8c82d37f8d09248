"""The desk's first page: what waits, what is mine, what became of my work, and the next step."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from isigurt import clock
from isigurt.casework.choices import Band
from isigurt.casework.models import Case
from isigurt.casework.queries.queue import chosen, page
from isigurt.country import pack
from isigurt.staff.models import Member
from isigurt.staff.permissions import may, requires
from isigurt.surfaces.desk.views.dead_letters import any_dead
from isigurt.takedown.queries import left_behind_watches, removed_for, unsure_notices

# Counted no further: beyond this the number says nothing more, and counting must not slow the page.
COUNTED_TO = 999
NEWS_SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    """The queue in four numbers, each counted up to one more than `COUNTED_TO`."""

    all: int
    at_risk: int
    overdue: int
    new_messages: int


def _count(rows: QuerySet[Any, Model]) -> int:
    return rows.order_by()[: COUNTED_TO + 1].count()


def waiting() -> Waiting:
    """Return how much waits in the queue."""
    queue = Case.objects.filter(deadline_at__isnull=False)
    return Waiting(
        all=_count(queue),
        at_risk=_count(queue.filter(band=Band.CHILD_AT_RISK)),
        overdue=_count(queue.filter(deadline_at__lt=clock.now())),
        new_messages=_count(Case.objects.filter(new_message=True)),
    )


@requires("desk.home")
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Greet, and say what to do next."""
    member = request.user
    context: dict[str, Any] = {"now": clock.now(), "counted_to": COUNTED_TO}
    if isinstance(member, Member) and may(member, "queue.view"):
        context["waiting"] = waiting()
        context["mine"] = page(view=chosen("mine"), member=member).rows
        context["news"] = removed_for(member)[:NEWS_SHOWN]
        context["unsure"] = unsure_notices()[:NEWS_SHOWN]
    if may(member, "dead_letters.view"):
        context["stuck"] = any_dead()
        context["behind"] = left_behind_watches(clock.now()).exists()
    if may(member, "members.manage"):
        context["doubtful"] = len(pack().facts_to_verify())
    return render(request, "desk/home.html", context)
