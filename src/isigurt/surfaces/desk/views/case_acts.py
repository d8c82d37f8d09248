"""What the buttons of the case page do. Each comes back to the page; what was typed is never lost."""

from collections.abc import Callable
from typing import Any, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from isigurt.casework import actions
from isigurt.casework.errors import Conflict, HeldByAnother, NotNow
from isigurt.casework.forms import (
    AssessmentForm,
    AssignForm,
    CloseForm,
    DismissForm,
    HarmForm,
    MessageForm,
    NoteForm,
)
from isigurt.casework.models import Case, CaseItem, CaseMerge, Item, JoinSuggestion
from isigurt.casework.queries.case_page import item_labels
from isigurt.intake.actions import NoReceipt
from isigurt.intake.models import Report
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member
from isigurt.staff.permissions import requires
from isigurt.surfaces.desk.views.case import Refused, show


def _case(case_id: UUID) -> Case:
    return get_object_or_404(Case.objects.select_related("data_key"), pk=case_id)


def _member(request: HttpRequest) -> Member:
    return cast("Member", request.user)


def _back(case_id: UUID, part: str = "") -> HttpResponse:
    address = reverse("desk:case", kwargs={"case_id": case_id})
    return redirect(f"{address}#{part}" if part else address)


def _version(request: HttpRequest) -> int | None:
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None


def _do(
    request: HttpRequest,
    case: Case,
    act: Callable[[], object],
    *,
    part: str,
    done: str,
    bound: dict[str, forms.Form] | None = None,
    hold: bool = True,
) -> HttpResponse:
    """Do `act` and go back to the page; if it is refused, show the page with the reason and what was typed."""
    name = next(iter(bound), part) if bound else part
    try:
        if hold:
            actions.take(case=case, member=_member(request))
        act()
    except Conflict:
        why = _(
            "Somebody, or the reporter, changed this case while you were writing. Nothing of yours was saved yet. "
            "Look at what is new, then send your text again."
        )
        return show(
            request, case.pk, bound=_renewed(bound, case), refused=Refused(name, why, conflict=True), status=409
        )
    except HeldByAnother:
        why = _("A colleague is working on this case. Your text is kept below; a lead can give you the case.")
        return show(request, case.pk, bound=bound, refused=Refused(name, why), status=409)
    except NotNow as refusal:
        return show(request, case.pk, bound=bound, refused=Refused(name, str(refusal)), status=409)
    except NoReceipt:
        why = _("This reporter cannot be written to any more.")
        return show(request, case.pk, bound=bound, refused=Refused(name, why), status=409)
    messages.success(request, done)
    return _back(case.pk, part)


def _renewed(bound: dict[str, forms.Form] | None, case: Case) -> dict[str, forms.Form]:
    """Let the forms that were refused carry the version that the page now shows beside them."""
    renewed = bound or {}
    case.refresh_from_db(fields=["version"])
    for form in renewed.values():
        data = form.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        if "version" in form.fields:
            data[form.add_prefix("version")] = str(case.version)
        if "seen" in form.fields:
            data[form.add_prefix("seen")] = seen_now(case)
        form.data = data
    return renewed


def seen_now(case: Case) -> str:
    """Return what the assessment form has to know: how many assessments each item of the case has by now."""
    counted = CaseItem.objects.filter(case=case).annotate(made=Count("item__assessments"))
    return ",".join(f"{tie.item_id}:{tie.made}" for tie in counted)


def _invalid(request: HttpRequest, case: Case, bound: dict[str, forms.Form]) -> HttpResponse:
    name = next(iter(bound))
    why = _("Some of it needs another look: see the form.")
    return show(request, case.pk, bound=bound, refused=Refused(name, why), status=422)


@requires("case.assess")
@require_POST
def assess(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Assess the chosen items."""
    case = _case(case_id)
    form = AssessmentForm(request.POST, items=item_labels(case), harm=case.harm)
    if not form.is_valid():
        return _invalid(request, case, {"assess": form})
    chosen = form.chosen()

    def act() -> None:
        actions.assess(
            case=case,
            items=list(Item.objects.filter(pk__in=chosen)),
            member=_member(request),
            findings=form.findings(),
            seen=form.seen_of(chosen),
        )

    return _do(request, case, act, part="items", done=_("Assessed."), bound={"assess": form})


@requires("report.answer")
@require_POST
def answer(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Write to the reporter of one report."""
    case = _case(case_id)
    report = get_object_or_404(Report, pk=_uuid(request.POST.get("report", "")))
    form = MessageForm(request.POST, auto_id=f"message-{report.pk}-%s")
    bound: dict[str, forms.Form] = {f"message-{report.pk}": form}
    if not form.is_valid():
        return _invalid(request, case, bound)

    def act() -> None:
        actions.answer(
            case=case,
            report=report,
            member=_member(request),
            text=form.cleaned_data["text"],
            seen_version=form.cleaned_data["version"],
        )

    return _do(request, case, act, part="reports", done=_("Sent to the reporter."), bound=bound)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


@requires("case.assess")
@require_POST
def note(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Write a note."""
    case = _case(case_id)
    form = NoteForm(request.POST)
    if not form.is_valid():
        return _invalid(request, case, {"note": form})
    text = form.cleaned_data["text"]

    def act() -> None:
        actions.write_note(case=case, member=_member(request), text=text)

    # A note is only added, so that somebody else may write one too.
    return _do(request, case, act, part="notes", done=_("Noted."), bound={"note": form}, hold=False)


@requires("case.assess")
@require_POST
def close(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Close the case."""
    return _with_form(
        request, case_id, "close", CloseForm, actions.close, part="", done=_("Closed."), named=("outcome", "text")
    )


@requires("case.dismiss")
@require_POST
def dismiss(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Dismiss the case."""
    return _with_form(
        request,
        case_id,
        "dismiss",
        DismissForm,
        actions.dismiss,
        part="",
        done=_("Dismissed."),
        named=("reason", "text"),
    )


@requires("case.assess")
@require_POST
def harm(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Say what the case is about."""
    return _with_form(
        request, case_id, "harm", HarmForm, actions.set_harm, part="", done=_("Changed."), named=("harm",)
    )


def _with_form(
    request: HttpRequest,
    case_id: UUID,
    name: str,
    kind: type[forms.Form],
    act: Callable[..., object],
    *,
    part: str,
    done: str,
    named: tuple[str, ...],
) -> HttpResponse:
    case = _case(case_id)
    form = kind(request.POST)
    if not form.is_valid():
        return _invalid(request, case, {name: form})
    values: dict[str, Any] = {field: form.cleaned_data[field] for field in named}
    seen = form.cleaned_data["version"]
    return _do(
        request,
        case,
        lambda: act(case=case, member=_member(request), seen_version=seen, **values),
        part=part,
        done=done,
        bound={name: form},
    )


@requires("case.assess")
@require_POST
def at_risk(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Say that a child is at risk now, or no longer."""
    case, risky = _case(case_id), request.POST.get("at_risk") == "yes"
    done = _("The case is at the top of the queue.") if risky else _("The case is back in its order.")

    def act() -> None:
        seen = _version(request)
        actions.set_child_at_risk(case=case, member=_member(request), at_risk=risky, seen_version=seen)

    return _do(request, case, act, part="", done=done)


@requires("case.assess")
@require_POST
def seen(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Say that the news were seen and need nothing more."""
    case = _case(case_id)

    def act() -> None:
        actions.settle_news(case=case, member=_member(request), seen_version=_version(request))

    return _do(request, case, act, part="", done=_("Seen."))


@requires("case.reopen")
@require_POST
def reopen(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Take the case up again."""
    case = _case(case_id)

    def act() -> None:
        actor = Actor.member(_member(request).pk)
        actions.reopen(case=case, actor=actor, why="by_hand", seen_version=_version(request))

    return _do(request, case, act, part="", done=_("Reopened."))


@requires("case.take")
@require_POST
def take(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Take the case to work on."""
    return _do(request, _case(case_id), lambda: None, part="", done=_("The case is yours for half an hour."))


@requires("case.take")
@require_POST
def keep(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Renew the lease while somebody is typing; says whether it is still theirs."""
    held = actions.renew(case=_case(case_id), member=_member(request))
    return HttpResponse(status=204 if held else 409)


@requires("case.take")
@require_POST
def release(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Give the case back to the queue."""
    actions.release(case=_case(case_id), member=_member(request))
    messages.success(request, _("Given back to the queue."))
    return redirect("casework:queue")


@requires("case.assign")
@require_POST
def assign(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Give the case to somebody, or to whoever takes it next."""
    case, form = _case(case_id), AssignForm(request.POST)
    if not form.is_valid():
        return _invalid(request, case, {"assign": form})
    to = form.cleaned_data["to"]
    actions.reassign(case=case, actor=Actor.member(_member(request).pk), to=to)
    messages.success(request, _("Given to %(name)s.") % {"name": to.name} if to else _("Open to everybody."))
    return _back(case.pk)


@requires("case.join")
@require_POST
def suggestion(request: HttpRequest, case_id: UUID, suggestion_id: UUID) -> HttpResponse:
    """Join two cases, say that they are not one, or take that back."""
    case, member = _case(case_id), _member(request)
    row = get_object_or_404(JoinSuggestion.objects.select_related("earlier", "later"), pk=suggestion_id)
    if case.pk not in {row.earlier_id, row.later_id}:
        return _back(case.pk)
    decision = request.POST.get("decision", "")
    if decision == "join":
        joined = _do(request, case, lambda: actions.join(suggestion=row, member=member), part="", done=_("Joined."))
        return _back(row.earlier_id) if joined.status_code == 302 else joined
    act = actions.reopen_suggestion if decision == "reopen" else actions.dismiss_suggestion
    act(suggestion=row, member=member)
    return _back(case.pk, "joins")


@requires("case.join")
@require_POST
def undo(request: HttpRequest, case_id: UUID, merge_id: UUID) -> HttpResponse:
    """Undo a merge or a split."""
    case = _case(case_id)
    row = get_object_or_404(CaseMerge.objects.select_related("source", "target"), pk=merge_id)
    if case.pk not in {row.source_id, row.target_id}:
        return _back(case.pk)
    member = _member(request)
    return _do(request, case, lambda: actions.undo(merge=row, member=member), part="joins", done=_("Undone."))


@requires("case.join")
@require_POST
def split(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Move the chosen reports and items to a case of their own."""
    case, member = _case(case_id), _member(request)
    reports = [found for text in request.POST.getlist("reports") if (found := _uuid(text))]
    items = [found for text in request.POST.getlist("items") if (found := _uuid(text))]

    def act() -> None:
        actions.split(case=case, reports=reports, items=items, member=member)

    return _do(request, case, act, part="joins", done=_("Split: a new case holds what you chose."))


@requires("case.erase")
@require_POST
def erase(request: HttpRequest, case_id: UUID) -> HttpResponse:
    """Erase the case for good; its number has to be typed, so that nobody does it by a slip."""
    case = _case(case_id)
    if request.POST.get("number", "").strip() != case.number:
        why = _("Type the number of this case to erase it.")
        return show(request, case.pk, refused=Refused("erase", why), status=422)

    def act() -> None:
        actions.erase(case=case, member=_member(request), seen_version=_version(request))

    return _do(request, case, act, part="", done=_("Erased for good. The record of it stays."), hold=False)


@requires("address.copy")
@require_POST
def copy(request: HttpRequest, case_id: UUID, item_id: UUID) -> HttpResponse:
    """Give out an address to copy, which is on the record; never as a link."""
    case, item = _case(case_id), get_object_or_404(Item.objects.select_related("data_key"), pk=item_id)
    address = actions.copy_address(case=case, item=item, member=_member(request))
    if request.headers.get("Accept") == "text/plain":
        return HttpResponse(address, content_type="text/plain; charset=utf-8")
    return render(request, "desk/copied.html", {"case": case, "address": address})
