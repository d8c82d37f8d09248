"""The desk pages of editions: which there are, one with all that can be done with it, and how it will look."""

import re
from collections.abc import Mapping
from typing import Protocol

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from isigurt.country import language_choices, pack
from isigurt.insight.actions import AtWork, ask
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.manifest import kept_until
from isigurt.insight.editions import EditionState, before_of, editions, faults_in, numbers_of, state_of, unfreezable
from isigurt.insight.models import Act
from isigurt.insight.place import folder_of
from isigurt.insight.publication.addresses import addresses_of
from isigurt.insight.publication.content import Content
from isigurt.insight.publication.document import Document
from isigurt.insight.publication.editing.keeping import edited_document, file_of
from isigurt.insight.publication.illustrations import WIDTHS, NoSuchPicture, drawn, kept_picture
from isigurt.insight.publication.published import NAME, Published
from isigurt.insight.publication.remedies import remedy_told
from isigurt.insight.publication.web.pages import annex_html, html
from isigurt.insight.publication.web.tables import ShownTable, table
from isigurt.insight.speaking import speaking
from isigurt.insight.views.comparison import spoken
from isigurt.ledger.actor import Actor
from isigurt.staff.permissions import may, requires, signed_in


class _Page(Protocol):
    """Makes a page of a report."""

    def __call__(self, document: Document, *, previewed: bool) -> str | None:
        """Return the page, in the active language; None where there is nothing for it."""


STATES = {
    "open": (pgettext_lazy("state of an edition", "not frozen"), ""),
    "frozen": (pgettext_lazy("state of an edition", "frozen"), ""),
    "built": (pgettext_lazy("state of an edition", "built"), "calm"),
    "checked": (pgettext_lazy("state of an edition", "checked"), "good"),
    "published": (pgettext_lazy("state of an edition", "published"), "lit"),
    "ended": (pgettext_lazy("state of an edition", "facts deleted"), ""),
    "faulty": (pgettext_lazy("state of an edition", "cannot be read"), "bad"),
}


@requires("edition.view")
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Show which editions there are."""
    rows = [{"it": each, "state": STATES[each.state]} for each in editions()]
    return render(request, "insight/editions.html", {"rows": rows})


@requires("edition.view")
@require_safe
def edition(request: HttpRequest, year: int) -> HttpResponse:
    """Show one edition: how far it is, what can be done next, what changed against the year before."""
    found = _found(year)
    asked_again = bool(request.headers.get("HX-Request"))
    if asked_again and not found.working:
        return HttpResponse(headers={"HX-Refresh": "true"})  # what was done changes more of the page than its progress
    published = numbers_of(year)
    context = {
        "edition": found,
        "state": STATES[found.state],
        "acts": _acts(request, found),
        "last_act": Act(found.last.act).label if found.last else "",
        "problems": found.last.problems.splitlines() if found.last else [],
        "key_figures": _key_figures(published) if published else None,
        "remedies": [remedy_told(each, pack()) for each in published.remedies] if published else [],
        "languages": _languages(found, published.contents) if published and not asked_again else [],
        "may_edit": found.state != "ended" and may(request.user, "edition.edit"),
        "addresses": addresses_of(year).values() if (found.folder / NAME).exists() else (),
        "front": settings.ISIGURT_FRONT,
    }
    name = "insight/edition_progress.html" if asked_again else "insight/edition.html"
    return render(request, name, context)


def _languages(found: EditionState, contents: Mapping[str, Content]) -> list[dict[str, object]]:
    """Return how far the words of each language are."""
    begun = {code: file_of(found.folder, code).exists() for code in contents}
    return [
        {
            "code": code,
            "name": name,
            "edited": begun[code],
            "wrong": len(faults_in(contents[code])) if begun[code] else 0,
            "missing": any(begun.values()) and not begun[code],
        }
        for code, name in language_choices()
        if code in contents
    ]


@requires("edition.view")
@require_safe
def preview(request: HttpRequest, year: int, language: str) -> HttpResponse:
    """Show the report's page as it would be published now, with the words as they are."""
    return _previewed(request, year, language, html)


@requires("edition.view")
@require_safe
def preview_annex(request: HttpRequest, year: int, language: str) -> HttpResponse:
    """Show the annex's page as it would be published now."""
    return _previewed(request, year, language, annex_html)


def _previewed(request: HttpRequest, year: int, language: str, page: _Page) -> HttpResponse:
    found = _found(year)
    published = numbers_of(year)
    if published is None or language not in published.contents:
        raise Http404
    content = published.contents[language]
    before = before_of(content)
    try:
        with speaking(translation.get_language() or ""), translation.override(language):
            shown = page(edited_document(content, folder=found.folder, before=before), previewed=True)
    except EditionFaulty as faulty:
        context = {"edition": found, "problems": faulty.problems, "code": language}
        return render(request, "insight/edition_faulty.html", context, status=409)
    if shown is None:
        raise Http404
    return HttpResponse(shown)


@requires("edition.view")
@require_safe
def image(_request: HttpRequest, year: int, language: str, name: str) -> HttpResponse:
    """Show an editor's own picture as the page will show it."""
    found = re.fullmatch(r"([0-9a-f]+)-(\d+)\.jpg", name)
    if found is None or int(found[2]) not in WIDTHS or language not in dict(language_choices()):
        raise Http404
    try:
        body = kept_picture(_found(year).folder, f"{found[1]}.jpg")
    except NoSuchPicture as error:
        raise Http404 from error
    return HttpResponse(drawn(body, int(found[2])), content_type="image/jpeg")


@requires("edition.freeze")
@require_http_methods(["GET", "HEAD", "POST"])
def freeze(request: HttpRequest, year: int) -> HttpResponse:
    """Say what freezing means, then let the worker do it; a year that cannot be frozen is told why."""
    if why := unfreezable(year):
        messages.warning(request, why)
        return redirect("editions:edition", year=year) if folder_of(year).is_dir() else redirect("editions:overview")
    if request.method == "POST":
        return _ask(request, year, Act.FREEZE)
    return render(request, "insight/edition_freeze.html", {"year": year, "keep_until": kept_until(year)})


@requires("edition.edit")
@require_POST
def build(request: HttpRequest, year: int) -> HttpResponse:
    """Let the worker build it."""
    return _ask(request, year, Act.BUILD)


@requires("edition.edit")
@require_POST
def check(request: HttpRequest, year: int) -> HttpResponse:
    """Let the worker run the gate over what was built."""
    return _ask(request, year, Act.CHECK)


@requires("edition.publish")
@require_http_methods(["GET", "HEAD", "POST"])
def publish(request: HttpRequest, year: int) -> HttpResponse:
    """Ask once more, then let the worker publish it."""
    if request.method == "POST":
        return _ask(request, year, Act.PUBLISH)
    context = {"edition": _found(year), "addresses": addresses_of(year).values(), "front": settings.ISIGURT_FRONT}
    return render(request, "insight/edition_publish.html", context)


def _ask(request: HttpRequest, year: int, act: Act) -> HttpResponse:
    found = _found(year)
    try:
        ask(actor=Actor.member(signed_in(request).pk), year=found.year, act=act)
    except AtWork:
        messages.warning(request, _("Something is being done with this edition already. Wait until it has ended."))
    return redirect("editions:edition", year=year)


def _found(year: int) -> EditionState:
    found = state_of(year)
    if found.state == "open" and not found.working and unfreezable(year):
        raise Http404
    return found


def _acts(request: HttpRequest, found: EditionState) -> list[Act]:
    """Return what this member can do next with an edition."""
    if found.working or found.state in {"faulty", "ended"} or not may(request.user, "edition.edit"):
        return []
    if found.state == "open":
        return [Act.FREEZE] if may(request.user, "edition.freeze") else []
    acts = [Act.BUILD]
    if found.built:
        acts.append(Act.CHECK)
    if found.state in {"checked", "published"} and may(request.user, "edition.publish"):
        acts.append(Act.PUBLISH)
    return acts


def _key_figures(published: Published) -> ShownTable | None:
    """Return the key figures beside those of the year before, in the desk's language."""
    content = spoken(published)
    shown = content.table("key_figures")
    return table(content, shown, SafeString("")) if shown else None
