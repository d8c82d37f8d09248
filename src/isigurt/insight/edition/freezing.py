"""Freezing on the record: what becomes an edition, and who made it one."""

from pathlib import Path

from django.utils.translation import gettext_noop as _

from isigurt.country import CountryPack
from isigurt.insight.edition.frozen import freeze
from isigurt.insight.edition.gathering import gather_over
from isigurt.insight.edition.manifest import NAME, Edition, digest_of
from isigurt.insight.edition.reading import Facts
from isigurt.insight.speaking import Tell, said
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.ledger.models import Entry

ACT, SUBJECT = "edition.frozen", "edition"


def freeze_facts(facts: Facts, *, year: int, pack: CountryPack, secret: bytes, folder: Path, actor: Actor) -> Edition:
    """Freeze facts into `folder`, which must not be there yet, and note who did it."""
    edition = freeze(facts, year=year, pack_version=pack.version, secret=secret, folder=folder)
    _note(folder, year, actor)
    return edition


def freeze_desk(*, year: int, pack: CountryPack, secret: bytes, folder: Path, actor: Actor, tell: Tell) -> None:
    """Freeze what the desk has of a year that is over; where that was cut short before it was noted, note it."""
    if folder.exists() and not _noted(folder, year):
        _note(folder, year, actor)
        return
    tell(said(_("Gathering the facts of {year} ..."), year=year))
    facts = gather_over(year=year, pack=pack)
    tell(said(_("Freezing the edition {year} ..."), year=year))
    freeze_facts(facts, year=year, pack=pack, secret=secret, folder=folder, actor=actor)


def _note(folder: Path, year: int, actor: Actor) -> None:
    record(actor=actor, act=ACT, subject=SUBJECT, subject_id=str(year), detail={"manifest": digest_of(folder / NAME)})


def _noted(folder: Path, year: int) -> bool:
    entries = Entry.objects.filter(act=ACT, subject=SUBJECT, subject_id=str(year))
    return {"manifest": digest_of(folder / NAME)} in list(entries.values_list("detail", flat=True))
