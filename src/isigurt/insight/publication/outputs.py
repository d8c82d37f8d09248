"""All outputs of an edition, and who writes its document. Each room of `publication` adds its own line here."""

from pathlib import Path

from isigurt.insight.publication.annex import annex
from isigurt.insight.publication.book import Output
from isigurt.insight.publication.content import Content
from isigurt.insight.publication.document import Document
from isigurt.insight.publication.editing.keeping import edited_document
from isigurt.insight.publication.illustrations import illustrations
from isigurt.insight.publication.open_data import open_data
from isigurt.insight.publication.pictures.press import press_pictures
from isigurt.insight.publication.print.outputs import papers
from isigurt.insight.publication.web import pages

OUTPUTS: tuple[Output, ...] = (open_data, annex, illustrations, pages, press_pictures, papers)


def document_of(content: Content, *, folder: Path, before: Content | None) -> Document:
    """Return the document in the active language: drafted from `content`, edited with what lies in `folder`.

    `folder` is the edition's; `before` is what was published for the year before.
    """
    return edited_document(content, folder=folder, before=before)
