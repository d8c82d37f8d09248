"""The case page: all of one case in one place. Each time it is shown is on the record."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET

from isigurt import clock
from isigurt.casework import canned
from isigurt.casework.actions import renew, view_case
from isigurt.casework.choices import MergeKind
from isigurt.casework.forms import (
    AssessmentForm,
    AssignForm,
    CloseForm,
    DismissForm,
    HarmForm,
    MessageForm,
    NoteForm,
)
from isigurt.casework.models import Case
from isigurt.casework.next_step import NextStep, next_step
from isigurt.casework.queries.case_page import Everything, ReportShown, everything
from isigurt.casework.queries.queue import holder_of
from isigurt.casework.states import ENDED_STATES, OPEN_STATES
from isigurt.casework.words import reasons
from isigurt.country import pack
from isigurt.staff.models import Member
from isigurt.staff.permissions import may, requires
from isigurt.takedown.case_page import Section, sections

# Most items are chosen one by one or all together; a longer list helps nobody.
LONGEST_CHOICE = 60


@dataclass(frozen=True)
class Refused:
    """An act that was not done: which form it came from, and why. What was typed stays in the form."""

    form: str
    why: str
    conflict: bool = False


@requires("case.view")
@require_GET
def case(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Show a case."""
    return show(request, case_id)


def show(
    request: HttpRequest,
    case_id: UUID,
    *,
    bound: Mapping[str, forms.Form] | None = None,
    refused: Refused | None = None,
    status: int = 200,
) -> HttpResponse:
    """Record the view and render the page, with forms that were sent and not taken in the place of fresh ones."""
    member = cast("Member", request.user)
    rows = Case.objects.select_related("data_key", "leased_by", "assigned_to", "merged_into")
    found = get_object_or_404(rows, pk=case_id)
    view_case(case=found, member=member)
    renew(case=found, member=member)
    taken_down = _takedown(found, member)
    page = everything(found, others={kind: ids for section in taken_down for kind, ids in section.told.items()})
    real = timezone.now()
    context = {
        "page": page,
        "case": found,
        "now": clock.now(),
        "reasons": reasons(found, now=clock.now()),
        "next_step": _demand(taken_down) or next_step(page),
        "holder": holder_of(found, member=member, real=real),
        "mine": found.leased_by_id == member.pk and found.leased_until is not None and found.leased_until > real,
        "open": found.state in OPEN_STATES,
        "ended": found.state in ENDED_STATES,
        "refused": refused,
        "undoable": [merge for merge in page.merges if merge.undone_at is None],
        "split": MergeKind.SPLIT,
        "outcome": found.get_outcome_display() if found.outcome else _dismissed_because(found),
        "forms": _forms(page, member, bound or {}),
        "reports": [(shown, _message_form(found, shown, bound or {}), _canned(shown)) for shown in page.reports],
        "takedown": _rendered(request, found, taken_down),
        "may_assign": may(member, "case.assign"),
    }
    return render(request, "desk/case.html", context, status=status)


def _dismissed_because(case: Case) -> str:
    reason = pack().dismissal_reasons.get(case.dismissal_reason)
    return str(reason.title) if reason else case.dismissal_reason


def _canned(shown: ReportShown) -> list[canned.Canned]:
    return canned.first_answers(shown.report) if shown.can_answer else []


def _forms(page: Everything, member: Member, bound: Mapping[str, forms.Form]) -> dict[str, forms.Form]:
    version = {"version": page.case.version}
    fresh: dict[str, forms.Form] = {
        "note": NoteForm(),
        "close": CloseForm(initial=version),
        "dismiss": DismissForm(initial=version),
        "harm": HarmForm(initial={**version, "harm": page.case.harm}),
    }
    if page.items:
        items = [(str(shown.item.pk), shown.address) for shown in page.items if not shown.erased]
        fresh["assess"] = AssessmentForm(items=items, harm=page.case.harm, initial=_assessment_initial(page))
    if may(member, "case.assign"):
        fresh["assign"] = AssignForm(initial={"to": page.case.assigned_to_id})
    return {**fresh, **{name: form for name, form in bound.items() if name in fresh}}


def _assessment_initial(page: Everything) -> dict[str, Any]:
    first = next((shown for shown in page.items if shown.unassessed), page.items[0])
    initial: dict[str, Any] = {"seen": page.seen, "harm": page.case.harm, "items": [str(first.item.pk)]}
    if len(page.items) > LONGEST_CHOICE:
        initial["all_items"] = True
    if latest := first.latest:
        names = ("harm", "legality", "severity", "age_band", "sex", "self_generated", "ai_generated", "law_article")
        initial |= {name: getattr(latest.assessment, name) for name in names}
    return initial


def _message_form(case: Case, shown: ReportShown, bound: Mapping[str, forms.Form]) -> forms.Form | None:
    if not shown.can_answer:
        return None
    if form := bound.get(f"message-{shown.report.pk}"):
        return form
    initial = {"version": case.version, "report": shown.report.pk}
    return MessageForm(initial=initial, auto_id=f"message-{shown.report.pk}-%s")


def _takedown(case: Case, member: Member) -> list[Section]:
    """Return takedown's parts of the page; none for a case of which nothing is left to read."""
    return sections(case, member) if case.state in (*OPEN_STATES, *ENDED_STATES) else []


def _demand(parts: list[Section]) -> NextStep | None:
    """Return what takedown wants decided before anything else."""
    return next((NextStep(part.demands, part.anchor) for part in parts if part.demands), None)


def _rendered(request: HttpRequest, case: Case, parts: list[Section]) -> list[tuple[Section, SafeString]]:
    shared = {"csrf_token": get_token(request), "case": case}
    return [(section, render_to_string(section.template, {**shared, **section.context})) for section in parts]
