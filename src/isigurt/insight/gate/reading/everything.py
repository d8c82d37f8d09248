"""Every file of a built edition, each by the reader of its kind. What nobody can read may not be published."""

from collections.abc import Mapping
from pathlib import PurePosixPath

from django.utils.translation import gettext_noop as _
from django.utils.translation import override

from isigurt.insight.gate.reading.data import read_data
from isigurt.insight.gate.reading.known import UNREADABLE, Known, Reading, figures_behind
from isigurt.insight.gate.reading.pages import read_page
from isigurt.insight.gate.reading.papers import read_paper, texts_of
from isigurt.insight.gate.words import REFERENCE
from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.document import Document
from isigurt.insight.publication.illustrations import illustrations, in_papers
from isigurt.insight.publication.references import OF_CELLS, UnknownReference, filled
from isigurt.insight.speaking import said

_DATA = frozenset({".csv", ".json", ".parquet"})
_PAGES = frozenset({".html", ".svg"})


def read_everything(book: Book, files: Files) -> Reading:
    """Return all figures that stand in the files and in the words they were made from."""
    reading = Reading()
    behind = figures_behind(book.plan)
    known = {language: Known(content, behind, book.plan.pack) for language, content in book.contents.items()}
    for language, document in book.documents.items():
        _read_words(document, known[language], reading)
    named = illustrations(book)
    set_in_papers = frozenset(in_papers(book))
    for path in sorted(files):
        kind = PurePosixPath(path).suffix
        language = language_of(path, known)
        if kind in _DATA:
            read_data(path, files[path], known, reading)
        elif kind in _PAGES:
            read_page(path, files[path], known[language], reading)
        elif kind == ".pdf":
            with override(language):
                read_paper(path, files[path], book.documents[language], known[language], reading, set_in_papers)
        elif kind == ".jpg":
            continue  # below, all of them
        elif kind != ".png" or str(PurePosixPath(path).with_suffix(".svg")) not in files:
            # A bitmap is made of the picture beside it, whose numbers are read.
            reading.fault(path, UNREADABLE)
    _read_images(named, files, reading)
    return reading


def _read_images(named: Files, files: Files, reading: Reading) -> None:
    """Nobody can read an editor's own picture: it goes out only as the very one that the words name."""
    for path in sorted({*named, *(each for each in files if PurePosixPath(each).suffix == ".jpg")}):
        if path not in files:
            reading.fault(path, _("the words name this picture, and it is not there"))
        elif path not in named:
            reading.fault(path, _("no words name this picture"))
        elif files[path] != named[path]:
            reading.fault(path, _("is not the picture that the words name"))


def language_of(path: str, languages: Mapping[str, object]) -> str:
    """Return the language that a path names: in a folder, or at the end of the file's name; else the first."""
    steps = PurePosixPath(path)
    named = (*steps.parts[:-1], steps.stem.rpartition("-")[2], steps.stem.rpartition(".")[2])
    return next((each for each in named if each in languages), next(iter(languages)))


def _read_words(document: Document, known: Known, reading: Reading) -> None:
    """Look at the drafted and edited texts before anything is put into them."""
    place = said(_("words ({language})"), language=known.language)
    for text in texts_of(document):
        if found := known.numbers_in(REFERENCE.sub(" ", text)):
            reading.fault(place, _("{numbers} in: {text}"), numbers=", ".join(found), text=text[:80])
        for each in REFERENCE.finditer(text):
            name = each.group()[1:-1]
            try:
                with override(known.language):
                    read = filled(each.group(), document.content)
            except UnknownReference:
                reading.fault(place, _("{cell} is no number of this edition"), cell=name)
                continue
            kind = name.partition(":")[0]
            if kind in OF_CELLS:
                reading.figures.update(known.read(name, read))
            elif kind != "before" and not known.is_typed(kind, read):
                reading.fault(place, _("{text} is no reference of the kind “{kind}”"), text=read, kind=kind)
