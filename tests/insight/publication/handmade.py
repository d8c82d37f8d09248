"""A book over an invented year, without the gate: what outputs are made from."""

from isigurt.country import pack
from isigurt.insight.protection.plan import first_plan
from isigurt.insight.publication.book import Book
from tests.insight.editions import SECRET, an_edition, counted
from tests.insight.publication.documents import a_document
from tests.insight.publication.test_content import content


def a_book(folder, *, year=2026, seed=1, before=True):
    documents = {}
    for language in ("sq", "en"):
        earlier = (
            content(folder / f"{language}-before", language=language, year=year - 1, seed=3)[1] if before else None
        )
        documents[language] = a_document(content(folder / language, language=language, year=year, seed=seed,
                                                 before=earlier)[1])  # fmt: skip
    edition = an_edition(folder / "edition", year=year, seed=seed)
    plan = first_plan(counted(edition), secret=SECRET, pack=pack())
    return Book(edition, folder / "edition" / str(year), plan, (), documents)
