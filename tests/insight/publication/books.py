"""A whole edition of an invented year as a book, with the year before it."""

from django.utils import translation

from isigurt.country import pack
from isigurt.insight.protection.plan import first_plan
from isigurt.insight.publication.book import Book
from isigurt.insight.publication.content import content_of
from isigurt.insight.publication.outputs import document_of
from tests.insight.editions import SECRET, an_edition, counted
from tests.insight.publication.test_content import content


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
