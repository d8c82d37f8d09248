"""A whole edition of an invented year as a book, with the year before it."""

from dataclasses import replace

from django.utils import translation

from isigurt.country import pack
from isigurt.insight.protection.plan import first_plan
from isigurt.insight.publication.book import Book
from isigurt.insight.publication.content import content_of
from isigurt.insight.publication.document import Illustration
from isigurt.insight.publication.illustrations import put, size_of
from isigurt.insight.publication.outputs import document_of
from tests.insight.editions import SECRET, an_edition, counted
from tests.insight.publication.test_content import content


def illustrated(book, **sent):
    """Return the book with these pictures at their places."""
    shown = []
    for place, each in sent.items():
        name = put(book.folder, each)
        shown.append(Illustration(place, name, "Dritare të ndezura", "Foto: iSIGURT", *size_of(book.folder, name)))
    documents = {each: replace(one, illustrations=tuple(shown)) for each, one in book.documents.items()}
    return replace(book, documents=documents)


def a_book(folder, *, rows=400, seed=1):
    edition = an_edition(folder, rows=rows, seed=seed)
    plan = first_plan(counted(edition), secret=SECRET, pack=pack())
    documents = {}
    for language in pack().hotline.languages:
        _, before = content(folder / f"before-{language}", year=2025, language=language, seed=seed + 3)
        with translation.override(language):
            shown = content_of(plan, year=2026, language=language, before=before)
            documents[language] = document_of(shown, folder=folder / "2026", before=before)
    return Book(edition, folder / "2026", plan, (), documents)
