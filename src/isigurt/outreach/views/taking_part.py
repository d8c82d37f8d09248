"""Reading and deciding on what people sent in to take part."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import TextChoices
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from isigurt.ledger.actor import Actor
from isigurt.outreach import cells, taking_part
from isigurt.outreach.actions import (
    TooLate,
    accept_sign_up,
    erase_contact,
    note_look,
    refuse_sign_up,
    undo_decision,
)
from isigurt.outreach.choices import Audience, Refusal, Way
from isigurt.outreach.fields import ticked
from isigurt.outreach.models import SignUp
from isigurt.outreach.states import SignUpState
from isigurt.outreach.words import BADGES, state_word
from isigurt.staff.permissions import requires, signed_in
from isigurt.vault.errors import Erased

SHOWN = 50


class RefusalForm(forms.Form):
    """Why it is not taken up."""

    refusal = forms.ChoiceField(
        label=gettext_lazy("Reason"),
        choices=[("", "—"), *Refusal.choices],
        error_messages={
            "required": gettext_lazy("Choose a reason."),
            "invalid_choice": gettext_lazy("Choose a reason."),
        },
    )


@requires("sign_ups.view")
@require_safe
def sign_ups(request: HttpRequest) -> HttpResponse:
    """List one way in one state, the oldest first where something waits, else the newest."""
    way = _known(Way, request.GET.get("way", ""), Way.ACTIVITY)
    state = _known(SignUpState, request.GET.get("state", ""), SignUpState.WAITING)
    waits = state == SignUpState.WAITING
    rows = SignUp.objects.filter(way=way, state=state).order_by(
        *(("lane", "received_at", "id") if waits else ("-decided_at", "id"))
    )
    page = Paginator(rows, SHOWN).get_page(request.GET.get("page"))
    titles = taking_part.titles({row.campaign for row in page} | {row.material for row in page if row.material})
    context = {
        "page": page,
        "rows": [_row(row, titles) for row in page],
        "ways": [
            {"value": each.value, "label": each.label, "waiting": _waiting(each), "here": each == way} for each in Way
        ],
        "states": [
            {"value": each, "label": state_word(way, each), "here": each == state} for each in SignUpState.values
        ],
        "way": way,
        "state": state,
    }
    return render(request, "outreach/desk/sign_ups.html", context)


def _known(choices: type[TextChoices], asked: str, otherwise: str) -> str:
    """Return what was asked for if there is such a choice."""
    return asked if asked in choices.values else otherwise


def _waiting(way: Way) -> int:
    return SignUp.objects.filter(way=way, state=SignUpState.WAITING).count()


def _row(row: SignUp, titles: dict[UUID, str]) -> dict[str, Any]:
    material = titles.get(row.material) if row.material else None
    return {
        "it": row,
        "name": row.name or material or _("Order"),
        "campaign": titles.get(row.campaign) or _("a campaign that is no longer there"),
        "material": material,
        "town": taking_part.town(row.municipality),
        "looks_automated": bool(row.lane),
    }


@requires("sign_ups.view")
@require_safe
def sign_up(request: HttpRequest, sign_up_id: UUID) -> HttpResponse:
    """Show one with whom to write to, and put the look on the record."""
    row = get_object_or_404(SignUp, pk=sign_up_id)
    return _show(request, row, RefusalForm())


def _show(request: HttpRequest, row: SignUp, form: RefusalForm, *, status: int = 200) -> HttpResponse:
    contact, delivery = _private(row)
    if contact is not None:
        note_look(sign_up=row, actor=_actor(request))
    titles = taking_part.titles({row.campaign, *([row.material] if row.material else [])})
    context = {
        **_row(row, titles),
        "state_word": state_word(row.way, row.state),
        "badge": BADGES[SignUpState(row.state)],
        "contact": contact,
        "delivery": delivery,
        "audiences": ticked(row.audiences, Audience),
        "twins": SignUp.objects.filter(form=row.form, way=row.way).exclude(pk=row.pk).order_by("received_at"),
        "can_undo": row.state == SignUpState.ACCEPTED or (row.state == SignUpState.REFUSED and row.erased_at is None),
        "form": form,
    }
    return render(request, "outreach/desk/sign_up.html", context, status=status)


def _private(row: SignUp) -> tuple[str | None, str | None]:
    try:
        return cells.read_contact(row), cells.read_delivery(row)
    except Erased:
        return None, None


@requires("sign_ups.decide")
@require_POST
def accept(request: HttpRequest, sign_up_id: UUID) -> HttpResponse:
    """Take it up."""
    row = get_object_or_404(SignUp, pk=sign_up_id)
    accept_sign_up(sign_up=row, actor=_actor(request))
    if row.way == Way.ORDER:
        said = _("Noted as sent.")
    else:
        said = _("Accepted. The public sees it as soon as the pages are baked: about a minute.")
    messages.success(request, said)
    return redirect("outreach:sign_up", row.pk)


@requires("sign_ups.decide")
@require_POST
def refuse(request: HttpRequest, sign_up_id: UUID) -> HttpResponse:
    """Do not take it up, and say why."""
    row = get_object_or_404(SignUp, pk=sign_up_id)
    form = RefusalForm(request.POST)
    if not form.is_valid():
        return _show(request, row, form, status=422)
    refuse_sign_up(sign_up=row, actor=_actor(request), refusal=form.cleaned_data["refusal"])
    messages.success(request, _("Noted. Nothing of it is public."))
    return redirect("outreach:sign_up", row.pk)


@requires("sign_ups.decide")
@require_POST
def undo(request: HttpRequest, sign_up_id: UUID) -> HttpResponse:
    """Let it wait again."""
    row = get_object_or_404(SignUp, pk=sign_up_id)
    try:
        undo_decision(sign_up=row, actor=_actor(request))
    except TooLate:
        messages.error(request, _("Its words are erased: there is nothing left to decide on."))
    else:
        messages.success(request, _("It waits again."))
    return redirect("outreach:sign_up", row.pk)


@requires("sign_ups.decide")
@require_POST
def erase(request: HttpRequest, sign_up_id: UUID) -> HttpResponse:
    """Erase whom to write to before its time, because they asked for it."""
    row = get_object_or_404(SignUp, pk=sign_up_id)
    erase_contact(sign_up=row, actor=_actor(request))
    messages.success(request, _("Erased. Nobody can read it again."))
    return redirect("outreach:sign_up", row.pk)


def _actor(request: HttpRequest) -> Actor:
    return Actor.member(signed_in(request).pk)
