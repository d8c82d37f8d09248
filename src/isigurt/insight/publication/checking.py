"""The gate before publication: everything that was built is read back, and weighed together with what is known."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext_noop as _

from isigurt.country import CountryPack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.gate.check import Verdict, check
from isigurt.insight.gate.reading.everything import read_everything
from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.building import book_of, list_of, planned
from isigurt.insight.publication.content import content_of
from isigurt.insight.publication.published import BUILT, LIST, NAME, Published, known_of, published_text, read_published
from isigurt.insight.publication.remedies import pinned_told
from isigurt.insight.speaking import Tell, said


@dataclass(frozen=True)
class Checked:
    """What was looked at, and the gate's answer."""

    book: Book
    files: Files  # as they were read: what is published is this, not what may lie there a moment later
    verdict: Verdict

    @property
    def problems(self) -> tuple[str, ...]:
        """What keeps it from being published, one a line."""
        return (*self.verdict.faults, *pinned_told(self.verdict.pinned, self.book.plan.pack))


def check_edition(folder: Path, *, secret: bytes, pack: CountryPack, tell: Tell) -> Checked:
    """Check what was built of the edition in `folder`; raise EditionFaulty when there is nothing to look at."""
    files = read_built(folder) if folder.exists() else {}
    book = book_of(folder, secret=secret, pack=pack, tell=tell)
    tell(said(_("Reading {count} files back ..."), count=len(files)))
    reading = read_everything(book, {path: body for path, body in files.items() if path not in {NAME, LIST}})
    tell(said(_("Weighing {count} numbers ..."), count=len(reading.figures)))
    verdict = check(book.plan, sorted(reading.figures, key=str))
    faults = (
        *_strangers(files),
        *_numbers(book, files),
        *_published(book),
        *_year_before(book, secret, pack),
        *reading.faults,
        *verdict.faults,
    )
    return Checked(book, files, Verdict(faults, verdict.pinned))


def read_built(folder: Path) -> Files:
    """Return every file that was built of an edition."""
    built = folder / BUILT
    if not (built / LIST).is_file():
        raise EditionFaulty(
            said(_("The edition {year} is not built: “isigurt edition build {year}” does it."), year=folder.name)
        )
    return {file.relative_to(built).as_posix(): file.read_bytes() for file in built.rglob("*") if not file.is_dir()}


def _strangers(files: Files) -> Iterator[str]:
    """Yield what no output made, or was changed or lost since."""
    try:
        listed = json.loads(files[LIST])
        made = json.loads(list_of({path: body for path, body in files.items() if path != LIST}))
    except ValueError:
        yield said(_("{file}: cannot be read"), file=LIST)
        return
    for path in sorted({*listed, *made}):
        if path not in listed:
            yield said(_("{file}: no output made this file"), file=path)
        elif path not in made:
            yield said(_("{file}: was built, and is not there any more"), file=path)
        elif listed[path] != made[path]:
            yield said(_("{file}: was changed after it was built"), file=path)


def _numbers(book: Book, files: Files) -> Iterator[str]:
    """The record that next year's edition reads must say what this one says."""
    if files.get(NAME) != published_text(Published(book.remedies, book.contents)):
        yield said(_("{file}: is not what this edition says: build it again"), file=NAME)


def _published(book: Book) -> Iterator[str]:
    """The same edition may not be published with other numbers.

    Other years are other records: a row has one day, and an edition takes only those of its own year. So no count of
    theirs can be laid beside one of these.
    """
    before = read_published(book.folder / NAME)
    if before is not None and before.numbers != book.numbers:
        yield said(_("{year} was published with other numbers: corrections enter the next edition."), year=book.year)


def _year_before(book: Book, secret: bytes, pack: CountryPack) -> Iterator[str]:
    """What is shown of the year before must have been published, or be what its own facts and the rules give."""
    folder = book.folder.parent / str(book.year - 1)
    shown = known_of(folder)
    if shown is None or read_published(folder / NAME) is not None:
        return
    try:
        edition, plan, _remedies = planned(folder, secret=secret, pack=pack, tell=lambda _line: None)
    except EditionFaulty as faulty:
        yield said(
            _("{year} is shown beside, is not published, and cannot be looked at: {why}"), year=folder.name, why=faulty
        )
        return
    language = next(iter(book.contents))
    if content_of(plan, year=edition.year, language=language).numbers() != shown.numbers:
        yield said(_("{year} is shown beside and is not what its facts say: build it again."), year=folder.name)
