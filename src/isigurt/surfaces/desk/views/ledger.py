"""The ledger, for the auditor: search by what was acted on, and check that the chain is whole."""

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.contrib import messages
from django.core.cache import cache
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from isigurt.casework.models import Case
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.ledger.models import Entry
from isigurt.ledger.verify import Verdict, verify_chain
from isigurt.staff.permissions import requires, signed_in
from isigurt.staff.queries import names
from isigurt.surfaces.desk.acts import in_words

PAGE = 50
STATE = "desk.ledger.state"
STATE_KEPT = 7 * 24 * 3600


@dataclass(frozen=True)
class Checked:
    """The last check of the whole chain by this desk."""

    at: datetime
    verdict: Verdict


def _matching(sought: str) -> QuerySet[Entry]:
    """Return the entries about `sought`: an id, a case number, the name of an act or the kind of thing."""
    entries = Entry.objects.order_by("-seq")
    if not sought:
        return entries
    case = Case.objects.filter(number__iexact=sought).first()
    if case is not None:
        return entries.filter(subject_id=str(case.pk))
    if "." in sought:
        return entries.filter(act=sought)
    if sought.startswith("member:"):
        return entries.filter(actor=sought)
    return entries.filter(subject_id__in=[sought, sought.lower()]) | entries.filter(subject=sought)


def _before(request: HttpRequest) -> int | None:
    text = request.GET.get("before", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None


@dataclass(frozen=True)
class Line:
    """An entry as the page shows it: in words, with the name of who acted (the ledger holds ids only)."""

    entry: Entry
    who: str
    what: str
    details: list[tuple[str, object]]


def _lines(entries: Iterable[Entry]) -> list[Line]:
    rows = list(entries)
    ids = {uuid.UUID(row.actor.removeprefix("member:")) for row in rows if row.actor.startswith("member:")}
    known = {f"member:{member_id}": name for member_id, name in names(ids).items()}
    return [Line(row, known.get(row.actor, row.actor), in_words(row), sorted(row.detail.items())) for row in rows]


@requires("ledger.view")
@require_GET
def ledger(request: HttpRequest) -> HttpResponse:
    """Show a page of the ledger, newest first; looking is on the record as well."""
    sought = request.GET.get("about", "").strip()[:64]
    found = _matching(sought)
    before = _before(request)
    if before is not None:
        found = found.filter(seq__lt=before)
    rows = _lines(found[: PAGE + 1])
    if before is None:
        record(
            actor=Actor.member(signed_in(request).pk),
            act="ledger.viewed",
            subject="ledger",
            subject_id="searched" if sought else "all",
        )
    context = {
        "rows": rows[:PAGE],
        "more": rows[PAGE - 1].entry.seq if len(rows) > PAGE else None,
        "about": sought,
        "checked": cache.get(STATE),
    }
    return render(request, "desk/ledger.html", context)


@requires("ledger.view")
@require_POST
def check(request: HttpRequest) -> HttpResponse:
    """Read the whole chain and keep what was found for the page."""
    verdict = verify_chain()
    cache.set(STATE, Checked(at=timezone.now(), verdict=verdict), STATE_KEPT)
    record(
        actor=Actor.member(signed_in(request).pk),
        act="ledger.checked",
        subject="ledger",
        subject_id="all",
        detail={"entries": verdict.entries, "whole": verdict.whole},
    )
    if verdict.whole:
        messages.success(request, _("The chain is whole."))
    else:
        messages.error(request, _("The chain is broken. Change nothing and tell the auditor."))
    return redirect("desk:ledger")
