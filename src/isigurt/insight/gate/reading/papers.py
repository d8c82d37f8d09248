"""Reading papers back: in the text of a PDF every number is a published one as it is written, or one of a known kind.

A PDF does not say where a number comes from. What is left once names, published numbers, the typed references of the
document, the numbers of tables and those of pages are taken out of its text must be free of digits.
"""

import io
import re
from collections.abc import Iterator
from contextlib import suppress

from django.utils.translation import gettext_noop as _
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import StreamObject

from isigurt.insight.gate.reading.known import Known, Reading, matching, plain, without_marks
from isigurt.insight.gate.words import REFERENCE
from isigurt.insight.publication.document import Document
from isigurt.insight.publication.references import UnknownReference, filled, shown
from isigurt.insight.speaking import said

_LEFT = re.compile(r"\w*\d(?:[.,]?\w)*")
# In a list of contents a page's number ends each line, and never falls; elsewhere it stands alone at the page's foot.
_CONTENTS = re.compile(r"(?<=[^\s\d])[\s.·…]+(\d{1,3})\s*$", re.MULTILINE)
_LINES_OF_CONTENTS = 5


def read_paper(
    path: str, body: bytes, document: Document, known: Known, reading: Reading, named: frozenset[bytes] = frozenset()
) -> None:
    """Read a PDF: its pages, and what it says of itself.

    `named` are the pictures that the words name, as papers set them.
    """
    try:
        pdf = PdfReader(io.BytesIO(body))
        pages = [page.extract_text() for page in pdf.pages]
        told = [str(pdf.metadata.title or ""), str(pdf.metadata.subject or "")] if pdf.metadata else []
        strange = any(each not in named for each in _bitmaps(pdf))
    except (PyPdfError, ValueError, KeyError) as error:
        reading.fault(path, _("cannot be read ({why})"), why=error)
        return
    if strange:
        reading.fault(path, _("no words name a picture in it"))
    if not any(each.strip() for each in pages):
        reading.fault(path, _("no text can be read in it, so nobody can look at its numbers"))
    # A table's number stands right before its title: alone it could be any number.
    labels = matching(f"{each.number}{mark} {each.title}" for each in known.content.tables for mark in ("", ".", ":"))
    allowed = matching(_allowed(document, known))
    for number, text in enumerate(pages, start=1):
        words = plain(_without_contents(without_marks(text), len(pages)))
        left = _LEFT.findall(allowed.sub(" ", known.without_names(labels.sub(" ", words))))
        if str(number) in left:
            left.remove(str(number))  # at the foot of the page
        left += [each.group() for each in REFERENCE.finditer(words)]  # nobody put its number in
        if left:
            place = said(_("{file}, page {number}"), file=path, number=number)
            reading.fault(
                place, _("numbers that are no cell and no typed reference: {numbers}"), numbers=", ".join(left[:10])
            )
    for words in told:
        if found := known.numbers_in(words):
            reading.fault(path, _("what the paper says of itself has numbers: {numbers}"), numbers=", ".join(found))


def _bitmaps(pdf: PdfReader) -> Iterator[bytes]:
    """Yield every bitmap of a PDF: what is drawn of lines and letters is none."""
    for number in range(1, int(str(pdf.trailer["/Size"]))):
        found = pdf.get_object(number)
        if isinstance(found, StreamObject) and found.get("/Subtype") == "/Image":
            yield found.get_data()


def _allowed(document: Document, known: Known) -> Iterator[str]:
    yield from (shown(number) for number in (*known.numbers.values(), *known.befores.values()))
    referred = {each.group() for text in texts_of(document) for each in REFERENCE.finditer(text)}
    for each in sorted(referred):
        with suppress(UnknownReference):  # a fault of the words, told with them
            yield filled(each, document.content)


def _without_contents(text: str, pages: int) -> str:
    """Return the text of a page without the page numbers of a list of contents, if it is one."""
    numbers = [int(each) for each in _CONTENTS.findall(text)]
    is_list = len(numbers) >= _LINES_OF_CONTENTS and numbers == sorted(numbers) and numbers[-1] <= pages
    return _CONTENTS.sub(" ", text) if is_list else text


def texts_of(document: Document) -> Iterator[str]:
    """Yield every text of a document, as it was drafted or edited."""
    yield from (document.title, document.subtitle, *document.opening)
    for chapter in document.chapters:
        yield from (chapter.title, *chapter.paragraphs)
    for note in document.notes:
        yield from (note.title, *note.paragraphs)
    for addressee in document.addressees:
        yield addressee.title
        yield from (each for one in addressee.recommendations for each in (one.text, one.became))
    yield from (each for one in document.illustrations for each in (one.alternative, one.credit))
    yield from (each for one in document.last_year for each in (one.text, one.became))
