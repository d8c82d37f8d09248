"""The page on which an editor makes the draft their own."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from isigurt.country import language_choices
from isigurt.insight.actions import save_words
from isigurt.insight.editions import draft_in, numbers_of
from isigurt.insight.place import folder_of
from isigurt.insight.publication.document import Document
from isigurt.insight.publication.editing.checking import Fault, faults_of
from isigurt.insight.publication.editing.form import WordsForm, posted_words
from isigurt.insight.publication.editing.keeping import changed, file_of, kept
from isigurt.insight.publication.editing.words import Words, WordsFaulty, words_of
from isigurt.insight.publication.published import Published, digest
from isigurt.ledger.actor import Actor
from isigurt.staff.permissions import requires, signed_in


@requires("edition.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, year: int, language: str) -> HttpResponse:
    """Show the words of one language, and keep what is sent once nothing in it is wrong."""
    published = numbers_of(year)
    if published is None or language not in published.contents:
        raise Http404
    draft = draft_in(language, published.contents[language])
    try:
        there = kept(folder_of(year), language)
    except WordsFaulty as error:
        context = {"edition": {"year": year}, "problems": [str(error)], "code": language}
        return render(request, "insight/edition_faulty.html", context, status=409)
    now = there or words_of(draft)
    if request.method != "POST":
        return _page(request, draft, now, faults_of(now, draft) if there else (), there=there)
    return _save(request, published, draft, now, there=there)


def _save(
    request: HttpRequest, published: Published, draft: Document, now: Words, *, there: Words | None
) -> HttpResponse:
    year, language = draft.content.year, draft.content.language
    sent = posted_words(now, request.POST.dict())
    faults = faults_of(sent, draft)
    if request.POST.get("version", "") != _version(year, language):
        said = _("Somebody else saved these words meanwhile. Yours are still here: compare them, then save again.")
        faults = (Fault("", said), *faults)
    if faults:
        return _page(request, draft, sent, faults, there=there, status=422)
    # Where nobody has begun, the other languages' drafts are laid beside: a report is edited in all or in none.
    others = {
        each: words_of(draft_in(each, content))
        for each, content in published.contents.items()
        if each != language and not file_of(folder_of(year), each).exists()
    }
    save_words(actor=Actor.member(signed_in(request).pk), year=year, words={**others, language: sent})
    messages.success(request, _("Saved. Build the edition again, so that its files say the same."))
    return redirect("editions:edition", year=year)


def _page(
    request: HttpRequest,
    draft: Document,
    now: Words,
    faults: tuple[Fault, ...],
    *,
    there: Words | None,
    status: int = 200,
) -> HttpResponse:
    year, language = draft.content.year, draft.content.language
    context = {
        "year": year,
        "code": language,
        "language_name": dict(language_choices())[language],
        "form": WordsForm(now, draft, faults),
        "version": _version(year, language),
        "changed": changed(there, draft.content) if there else [],
    }
    return render(request, "insight/words.html", context, status=status)


def _version(year: int, language: str) -> str:
    try:
        return digest(file_of(folder_of(year), language).read_bytes())
    except FileNotFoundError:
        return "draft"
