"""The page on which an editor makes the draft their own."""

from dataclasses import dataclass
from pathlib import Path

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from isigurt.country import language_choices
from isigurt.insight.actions import save_words
from isigurt.insight.editions import draft_to_edit, numbers_of
from isigurt.insight.place import folder_of
from isigurt.insight.publication.document import Document
from isigurt.insight.publication.editing.checking import Fault, faults_of
from isigurt.insight.publication.editing.form import WordsForm, posted_words
from isigurt.insight.publication.editing.illustrating import places_of
from isigurt.insight.publication.editing.keeping import changed, file_of, kept, others_of
from isigurt.insight.publication.editing.sharing import alongside, completed, noted
from isigurt.insight.publication.editing.words import Words, WordsFaulty, words_of
from isigurt.insight.publication.illustrations import put
from isigurt.insight.publication.published import Published, digest
from isigurt.ledger.actor import Actor
from isigurt.staff.permissions import requires, signed_in


@dataclass(frozen=True)
class _Desk:
    """What lies before the editor: the draft, the words of this language, where there are any, and of the others."""

    draft: Document
    there: Words | None
    others: dict[str, Words]

    @property
    def folder(self) -> Path:
        return folder_of(self.draft.content.year)

    @property
    def beside(self) -> Words | None:
        return next(iter(self.others.values()), None)

    @property
    def now(self) -> Words:
        draft = words_of(self.draft)
        return noted(completed(self.there or draft, self.others.values()), draft)

    def faults_of(self, words: Words) -> tuple[Fault, ...]:
        return faults_of(words, self.draft, folder=self.folder)


@requires("edition.edit")
@require_http_methods(["GET", "HEAD", "POST"])
def words(request: HttpRequest, year: int, language: str) -> HttpResponse:
    """Show the words of one language, and keep what is sent once nothing in it is wrong."""
    published = numbers_of(year)
    if published is None or language not in published.contents:
        raise Http404
    try:
        there, others = kept(folder_of(year), language), others_of(folder_of(year), language)
    except WordsFaulty as error:
        context = {"edition": {"year": year}, "problems": [str(error)], "code": language}
        return render(request, "insight/edition_faulty.html", context, status=409)
    desk = _Desk(draft_to_edit(published.contents[language]), there, others)
    if request.method != "POST":
        return _page(request, desk, desk.now, desk.faults_of(desk.now) if there else ())
    return _save(request, published, desk)


def _save(request: HttpRequest, published: Published, desk: _Desk) -> HttpResponse:
    year, language = desk.draft.content.year, desk.draft.content.language
    uploaded, refused = _put_in(request, desk)
    sent = posted_words(desk.now, desk.draft, request.POST.dict(), uploaded)
    said = {each.place for each in refused}
    faults = (*refused, *(each for each in desk.faults_of(sent) if each.place not in said))
    if request.POST.get("version", "") != _version(year, language):
        told = _("Somebody else saved these words meanwhile. Yours are still here: compare them, then save again.")
        faults = (Fault("", told), *faults)
    if faults:
        return _page(request, desk, sent, faults, status=422)
    # Where nobody has begun, the other languages' drafts are laid beside: a report is edited in all or in none.
    drafts = {
        each: words_of(draft_to_edit(published.contents[each])) for each in published.contents if each != language
    }
    others = {each: alongside(desk.others.get(each, draft), sent) for each, draft in drafts.items()}
    new = {each: words for each, words in others.items() if words != desk.others.get(each)}
    save_words(actor=Actor.member(signed_in(request).pk), year=year, words={**new, language: sent})
    messages.success(request, _("Saved. Build the edition again, so that its files say the same."))
    return redirect("editions:edition", year=year)


def _put_in(request: HttpRequest, desk: _Desk) -> tuple[dict[str, str], tuple[Fault, ...]]:
    """Keep the pictures that were sent, whatever else is wrong: nobody wants to choose them again."""
    uploaded: dict[str, str] = {}
    refused = []
    for place in places_of(desk.draft):
        sent = request.FILES.get(f"image/{place}/upload")
        if sent is not None:
            try:
                uploaded[place] = put(desk.folder, sent)
            except ValidationError as error:
                refused.append(Fault(f"image/{place}/file", " ".join(error.messages)))
    return uploaded, tuple(refused)


def _page(
    request: HttpRequest, desk: _Desk, now: Words, faults: tuple[Fault, ...], *, status: int = 200
) -> HttpResponse:
    year, language = desk.draft.content.year, desk.draft.content.language
    context = {
        "year": year,
        "code": language,
        "language_name": dict(language_choices())[language],
        "form": WordsForm(now, desk.draft, faults, desk.beside),
        "version": _version(year, language),
        "changed": changed(desk.there, desk.draft.content) if desk.there else [],
    }
    return render(request, "insight/words.html", context, status=status)


def _version(year: int, language: str) -> str:
    try:
        return digest(file_of(folder_of(year), language).read_bytes())
    except FileNotFoundError:
        return "draft"
