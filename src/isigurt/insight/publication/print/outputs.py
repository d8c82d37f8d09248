"""The files on paper that an edition publishes."""

from functools import partial

from django.utils.translation import override

from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.illustrations import on_paper
from isigurt.insight.publication.print.telling import told, told_annex, told_shortly
from isigurt.insight.publication.typesetting import pdf


def papers(book: Book) -> Files:
    """Return the report, its fact sheet and its annex in each language."""
    files: Files = {}
    for language, document in book.documents.items():
        with override(language):
            files[f"print/national-report-{book.year}-{language}.pdf"] = pdf(
                "report.typ", told(document, partial(on_paper, book.folder))
            )
            files[f"print/fact-sheet-{book.year}-{language}.pdf"] = pdf("fact-sheet.typ", told_shortly(document))
            if (annexed := told_annex(document)) is not None:
                files[f"print/annex-{book.year}-{language}.pdf"] = pdf("annex.typ", annexed)
    return files
