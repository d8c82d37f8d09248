"""What the desk shows of editions: which there are, how far each is, what is compared, and the words to edit."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from isigurt.insight.edition.counted import is_over, years_with_facts
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.manifest import manifest_of
from isigurt.insight.models import Act, EditionWork
from isigurt.insight.place import editions_folder, folder_of
from isigurt.insight.publication.content import Content
from isigurt.insight.publication.document import Document
from isigurt.insight.publication.editing.checking import Fault
from isigurt.insight.publication.editing.keeping import draft_of, looked_at
from isigurt.insight.publication.ending import deletion_day, is_ended
from isigurt.insight.publication.published import NAME, Published, built_digest, known_of


@dataclass(frozen=True)
class EditionState:
    """One edition as the desk lists it. `state` is open, frozen, built, checked, published, ended or faulty.

    `ends_on` is the day on which its facts are deleted, once the day until which they are kept is past.
    """

    year: int
    state: str
    keep_until: date | None
    working: EditionWork | None
    last: EditionWork | None
    ends_on: date | None = None

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return folder_of(self.year)

    @property
    def built(self) -> bool:
        """Whether there is something to check."""
        return bool(built_digest(self.folder))


def editions() -> list[EditionState]:
    """Return every edition, and the years of which one can be made, the newest first."""
    years = {int(each.name) for each in editions_folder().glob("[12][0-9][0-9][0-9]") if each.is_dir()}
    return [state_of(year) for year in sorted({*years, *years_with_facts()}, reverse=True)]


def unfreezable(year: int) -> str:
    """Say why a year cannot be frozen from the desk's facts now; nothing where it can."""
    if folder_of(year).exists():
        return _("The year {year} is frozen already. Corrections enter the next edition.").format(year=year)
    if not is_over(year):
        return _(
            "The year {year} is not over. An edition is a whole year: it can be frozen from the first day of the next."
        ).format(year=year)
    if year not in years_with_facts():
        return _("The desk has no facts of {year} from which an edition could be made.").format(year=year)
    return ""


def state_of(year: int) -> EditionState:
    """Return how far an edition is."""
    folder = folder_of(year)
    works = list(EditionWork.objects.filter(year=year).order_by("-asked_at")[:50])
    working = next((each for each in works if each.ended_at is None), None)
    last = next((each for each in works if each.ended_at is not None), None)
    if not folder.is_dir():
        return EditionState(year, "open", None, working, last)
    if is_ended(folder):
        return EditionState(year, "ended", None, working, last)
    try:
        keep_until, state = manifest_of(folder).keep_until, _stage(folder, works)
    except EditionFaulty:
        keep_until, state = None, "faulty"
    return EditionState(year, state, keep_until, working, last, deletion_day(year))


def _stage(folder: Path, works: list[EditionWork]) -> str:
    if (folder / NAME).exists():
        return "published"
    built = built_digest(folder)
    if not built:
        return "frozen"
    passed = any(
        each.act == Act.CHECK and each.ended_at and not each.problems and each.looked_at == built for each in works
    )
    return "checked" if passed else "built"


def numbers_of(year: int) -> Published | None:
    """Return the numbers of an edition as they were built; None before that, or where they cannot be read."""
    try:
        return known_of(folder_of(year))
    except EditionFaulty:
        return None


def before_of(content: Content) -> Content | None:
    """Return what was made of the year before, in the same language."""
    earlier = numbers_of(content.year - 1)
    return earlier.contents.get(content.language) if earlier else None


def faults_in(content: Content) -> tuple[Fault, ...]:
    """Return what is wrong with the edited words of its language or still missing, told in the active language."""
    return looked_at(draft_to_edit(content), folder=folder_of(content.year))[1]


def draft_to_edit(content: Content) -> Document:
    """Return the draft that an editor makes their own, in the language of the content."""
    with translation.override(content.language):
        return draft_of(content, folder=folder_of(content.year), before=before_of(content))
