"""The desk's first page: what waits, what is mine, and the next step."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from isigurt import clock
from isigurt.casework.choices import Band
from isigurt.casework.models import Case
from isigurt.country import pack
from isigurt.staff.models import Member
from isigurt.staff.permissions import may, requires
from isigurt.surfaces.desk.views.dead_letters import any_dead

# Counted no further: beyond this the number says nothing more, and counting must not slow the page.
COUNTED_TO = 999
MINE_SHOWN = 20


@dataclass(frozen=True)
class Waiting:
    """The queue in four numbers, each counted up to `COUNTED_TO`."""

    all: int
    at_risk: int
    overdue: int
    new_messages: int


def _count(rows: QuerySet[Case]) -> int:
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


def mine(member: Member) -> list[Case]:
    """Return the cases that this member holds or was given, the most urgent first."""
    held = Q(leased_by=member, leased_until__gt=timezone.now())
    given = Q(assigned_to=member, deadline_at__isnull=False)
    return list(Case.objects.filter(held | given).order_by("band", "deadline_at", "id")[:MINE_SHOWN])


@requires("desk.home")
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """Greet, and say what to do next."""
    member = request.user
    context: dict[str, Any] = {"now": clock.now(), "counted_to": COUNTED_TO}
    if isinstance(member, Member) and may(member, "queue.view"):
        harms = {harm.id: str(harm.staff_title) for harm in pack().harms}
        context["waiting"] = waiting()
        context["mine"] = [(case, harms.get(case.harm, case.harm)) for case in mine(member)]
    if may(member, "dead_letters.view"):
        context["stuck"] = any_dead()
    if may(member, "members.manage"):
        context["doubtful"] = len(pack().facts_to_verify())
    return render(request, "desk/home.html", context)
