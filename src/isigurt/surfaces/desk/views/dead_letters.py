"""Work that the worker gave up on, and the button that lets it try again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.staff.permissions import requires, signed_in
from isigurt.steps.leases import dead_rows, revive
from isigurt.steps.registry import Step, all_steps

SHOWN = 50


@dataclass(frozen=True)
class Letter:
    """One row that was given up."""

    row_id: str
    described: str
    error: str
    attempts: int
    dead_at: datetime | None


@dataclass(frozen=True)
class Pile:
    """The rows one step gave up; `more` is how many are not shown."""

    step: str
    title: str | Promise
    letters: list[Letter]
    more: int


def _pile(step: Step) -> Pile | None:
    rows = list(dead_rows(step).order_by("dead_at")[: SHOWN + 1])
    if not rows:
        return None
    letters = [
        Letter(str(row.pk), step.describe(row), row.last_error, row.attempts, row.dead_at) for row in rows[:SHOWN]
    ]
    more = dead_rows(step).count() - len(letters) if len(rows) > SHOWN else 0
    return Pile(step=step.name, title=step.title, letters=letters, more=more)


def piles() -> list[Pile]:
    """Return the steps that gave rows up, with the oldest of those rows."""
    return [pile for step in all_steps() if (pile := _pile(step))]


def any_dead() -> bool:
    """Say whether any step gave a row up; cheap enough for the first page."""
    return any(dead_rows(step).exists() for step in all_steps())


@requires("dead_letters.view")
@require_GET
def dead_letters(request: HttpRequest) -> HttpResponse:
    """List the work that got stuck."""
    return render(request, "desk/dead_letters.html", {"piles": piles(), "steps": list(all_steps())})


def _step(name: str) -> Step:
    for step in all_steps():
        if step.name == name:
            return step
    raise Http404


@requires("dead_letters.retry")
@require_POST
def retry(request: HttpRequest) -> HttpResponse:
    """Let one row, or every row of a step, be tried again from the start."""
    step = _step(request.POST.get("step", ""))
    wanted: list[Any] = request.POST.getlist("row")
    known = {str(row.pk): row.pk for row in dead_rows(step)}
    chosen = list(known.values()) if "all" in request.POST else [known[row] for row in wanted if row in known]
    revived = 0
    for row_id in chosen:
        if revive(step, row_id=row_id):
            revived += 1
            record(
                actor=Actor.member(signed_in(request).pk),
                act="step.retried",
                subject="step",
                subject_id=str(row_id),
                # The ledger takes "intake.open" for the name of a host.
                detail={"step": step.name.replace(".", "-")},
            )
    if revived:
        messages.success(request, _("It will be tried again within seconds."))
    else:
        messages.info(request, _("That work is no longer stuck."))
    return redirect("desk:dead_letters")
