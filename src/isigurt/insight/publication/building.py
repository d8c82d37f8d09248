"""Building an edition: from its frozen facts to every file that is published, whole or not at all."""

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path, PurePosixPath

from django.utils import translation
from django.utils.translation import gettext_noop as _

from isigurt.baked import durable
from isigurt.country import CountryPack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.manifest import Edition, open_edition
from isigurt.insight.gate.check import remedied
from isigurt.insight.gate.remedy import Remedy
from isigurt.insight.protection.plan import Plan, first_plan
from isigurt.insight.protection.told import told_of
from isigurt.insight.publication.alone import BEFORE, MADE, alone
from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.content import content_of
from isigurt.insight.publication.outputs import OUTPUTS, document_of
from isigurt.insight.publication.published import (
    BUILT,
    LIST,
    NAME,
    Published,
    as_json,
    digest,
    known_of,
    published_text,
)
from isigurt.insight.publication.remedies import remedy_told
from isigurt.insight.quarters.kept import shown_quarters
from isigurt.insight.register.counting import count
from isigurt.insight.speaking import Tell, said, spoken


def build(folder: Path, *, secret: bytes, pack: CountryPack, tell: Tell) -> Path:
    """Build the edition in `folder` into its folder `built`, and return that; `tell` is told how far it is.

    Raises EditionFaulty when it cannot be built: what was built before is then still there, untouched.
    """
    with alone(folder):
        book = book_of(folder, secret=secret, pack=pack, tell=tell)
        files = files_of(book, tell=tell)
        _replace(folder, files)
    tell(said(_("{count} files are in {folder}."), count=len(files), folder=folder / BUILT))
    return folder / BUILT


def book_of(folder: Path, *, secret: bytes, pack: CountryPack, tell: Tell) -> Book:
    """Return the edition in `folder`, counted, protected, named and drafted in every language of the pack."""
    edition, plan, remedies = planned(folder, secret=secret, pack=pack, tell=tell)
    earlier = known_of(folder.parent / str(edition.year - 1))
    documents = {}
    faults: list[str] = []
    for language in pack.hotline.languages:
        before = earlier.contents.get(language) if earlier else None
        with translation.override(language):
            content = content_of(plan, year=edition.year, language=language, before=before)
            try:
                documents[language] = document_of(content, folder=folder, before=before)
            except EditionFaulty as faulty:  # what is wrong in every language is told at once
                faults += faulty.problems
    if faults:
        raise EditionFaulty(*faults)
    return Book(edition, folder, plan, remedies, documents)


def planned(folder: Path, *, secret: bytes, pack: CountryPack, tell: Tell) -> tuple[Edition, Plan, tuple[Remedy, ...]]:
    """Return the edition in `folder`, what of it may be shown, and the steps of the gate's remedy."""
    if not folder.exists():
        raise EditionFaulty(
            said(
                _("There is no edition of {year} in {folder}: “isigurt edition new {year}” makes it."),
                year=folder.name,
                folder=folder.parent,
            )
        )
    edition = open_edition(folder)
    if edition.pack_version != pack.version:
        raise EditionFaulty(
            said(
                _(
                    "The edition {year} was frozen with the country pack {then}; here is {now}. Its words and "
                    "categories may differ: put that pack back (ISIGURT_COUNTRY can name a folder) and try again."
                ),
                year=edition.year,
                then=edition.pack_version,
                now=pack.version,
            )
        )
    tell(said(_("Counting the edition {year} ..."), year=edition.year))
    counted = count(edition, pack=pack)
    tell(said(_("Looking for what could be worked out ...")))
    plan = first_plan(counted, secret=secret, pack=pack)
    shown = shown_quarters(folder.parent).get(edition.year, {})
    plan, remedies = remedied(replace(plan, told=told_of(plan, shown)))
    for step in remedies:
        with spoken():
            line = remedy_told(step, pack)
        tell(f"  {line}")
    if not plan.standing:
        raise EditionFaulty(
            said(_("The edition {year} has too few facts: not one number of it could be published."), year=edition.year)
        )
    return edition, plan, tuple(remedies)


def files_of(book: Book, *, tell: Tell) -> Files:
    """Return every file of the edition, with the list of their digests."""
    files: Files = {NAME: published_text(Published(book.remedies, book.contents))}
    for output in OUTPUTS:
        tell(said(_("Making {output} ..."), output=output.__name__.replace("_", " ")))
        made = output(book)
        for path in made:
            if path in files or path == LIST or not _is_ours(PurePosixPath(path)):
                raise ValueError(f"{output.__name__} may not make {path}")
        files |= made
    files[LIST] = list_of(files)
    return files


def list_of(files: Files) -> bytes:
    """Return the list of the files' digests."""
    digests = {path: digest(files[path]) for path in sorted(files)}
    return as_json(digests)


def _is_ours(path: PurePosixPath) -> bool:
    return not path.is_absolute() and ".." not in path.parts


def _replace(folder: Path, files: Files) -> None:
    made = Path(tempfile.mkdtemp(prefix=MADE, dir=folder))
    try:
        for path, body in files.items():
            (made / path).parent.mkdir(parents=True, exist_ok=True)
            durable(made / path, body)
        if (folder / BUILT).exists():
            (folder / BUILT).rename(folder / BEFORE)
        made.rename(folder / BUILT)
    finally:
        shutil.rmtree(made, ignore_errors=True)
    shutil.rmtree(folder / BEFORE, ignore_errors=True)
