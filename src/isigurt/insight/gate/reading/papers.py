"""Reading papers back: in the text of a PDF every number is a published one as it is written, or one of a known kind.

A PDF does not say where a number comes from. What is left once names, published numbers, the typed references of the
document, the numbers of tables and those of pages are taken out of its text must be free of digits.
"""

import io
import re
from collections.abc import Iterator
from contextlib import suppress

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from isigurt.insight.gate.reading.known import Known, Reading, matching, plain
from isigurt.insight.gate.words import REFERENCE
from isigurt.insight.publication.document import Document
from isigurt.insight.publication.references import UnknownReference, filled, shown

_LEFT = re.compile(r"\w*\d(?:[.,]?\w)*")
# In a list of contents a page's number ends a line that began with the title; elsewhere it stands alone at its foot.
_CONTENTS = re.compile(r"[ .·…]+\d{1,3}$", re.MULTILINE)
_FIRST_PAGES = 4


def read_paper(path: str, body: bytes, document: Document, known: Known, reading: Reading) -> None:
    """Read a PDF: its pages, and what it says of itself."""
    try:
        pdf = PdfReader(io.BytesIO(body))
        pages = [page.extract_text() for page in pdf.pages]
        told = [str(pdf.metadata.title or ""), str(pdf.metadata.subject or "")] if pdf.metadata else []
    except (PyPdfError, ValueError, KeyError) as error:
        reading.faults.append(f"{path}: cannot be read ({error})")
        return
    if not any(each.strip() for each in pages):
        reading.faults.append(f"{path}: no text can be read in it, so nobody can look at its numbers")
    # A table's number stands right before its title: alone it could be any number.
    labels = matching(f"{each.number}{mark} {each.title}" for each in known.content.tables for mark in ("", ".", ":"))
    allowed = matching(_allowed(document, known))
    for number, text in enumerate(pages, start=1):
        lines = _CONTENTS.sub(" ", text) if number <= _FIRST_PAGES else text
        left = _LEFT.findall(allowed.sub(" ", known.without_names(labels.sub(" ", plain(lines)))))
        if str(number) in left:
            left.remove(str(number))  # at the foot of the page
        if left:
            reading.faults.append(
                f"{path}, page {number}: numbers that are no cell and no typed reference: {', '.join(left[:10])}"
            )
    for words in told:
        if found := known.numbers_in(words):
            reading.faults.append(f"{path}: what the paper says of itself has numbers: {', '.join(found)}")


def _allowed(document: Document, known: Known) -> Iterator[str]:
    yield from (shown(number) for number in (*known.numbers.values(), *known.befores.values()))
    for text in texts_of(document):
        for each in REFERENCE.finditer(text):
            with suppress(UnknownReference):  # a fault of the words, told with them
                yield filled(each.group(), document.content)


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
    yield from (each for one in document.last_year for each in (one.text, one.became))
