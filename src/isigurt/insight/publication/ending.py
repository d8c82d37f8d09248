"""The end of an edition: its facts are deleted after their day, said a month before; what was published stays.

Deleted are the facts with their keys, the manifest (it counts them exactly) and, unless the edition was published, what
was built. The editor's words and `published.json`, which next year's edition and the gate read, stay.
"""

import shutil
import time
from datetime import date, timedelta
from pathlib import Path

from django.utils.timezone import localdate

from isigurt import clock
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.manifest import NAME as MANIFEST
from isigurt.insight.edition.manifest import kept_until, manifest_of
from isigurt.insight.publication.alone import alone
from isigurt.insight.publication.published import BUILT, NAME
from isigurt.ledger.actions import record
from isigurt.ledger.actor import WORKER
from isigurt.ledger.models import Entry

ANNOUNCED, DELETED, SUBJECT = "edition.deletion_announced", "edition.facts_deleted", "edition"
# An edition of a year long past is over its day as soon as it is frozen: it must still be possible to publish it.
ANNOUNCED_FOR = timedelta(days=30)
FACTS = "facts"
_LEFT_FOR = timedelta(days=1)


def end_editions(editions: Path) -> None:
    """Announce or delete what is past its day, and what a killed freezing left; an edition at work waits a day."""
    for folder in sorted(editions.glob("[12][0-9][0-9][0-9]")):
        try:
            with alone(folder):
                _end(folder)
        except EditionFaulty:
            continue
    for left in editions.glob(".[12][0-9][0-9][0-9]-*"):
        if time.time() - left.stat().st_mtime > _LEFT_FOR.total_seconds():
            shutil.rmtree(left)


def deletion_day(year: int) -> date | None:
    """Return the day on which an edition's facts are deleted, once that was announced."""
    last = _last(year)
    return localdate(last.at) + ANNOUNCED_FOR if last and last.act == ANNOUNCED else None


def is_ended(folder: Path) -> bool:
    """Say whether an edition's facts were deleted."""
    return not (folder / MANIFEST).exists() and not (folder / FACTS).exists()


def _end(folder: Path) -> None:
    year, today = int(folder.name), localdate(clock.now())
    if is_ended(folder) or today <= _kept_until(folder):
        return
    last = _last(year)
    if last and last.act == DELETED and not (folder / FACTS).exists():
        (folder / MANIFEST).unlink()  # a worker was killed just before
    elif last is None or last.act == DELETED:
        record(actor=WORKER, act=ANNOUNCED, subject=SUBJECT, subject_id=str(year))
    elif today >= localdate(last.at) + ANNOUNCED_FOR:
        _delete(folder, year)


def _delete(folder: Path, year: int) -> None:
    gone = [FACTS] if (folder / NAME).exists() else [FACTS, BUILT]
    for name in gone:
        if (folder / name).exists():
            shutil.rmtree(folder / name)
    record(actor=WORKER, act=DELETED, subject=SUBJECT, subject_id=str(year))
    (folder / MANIFEST).unlink(missing_ok=True)


def _kept_until(folder: Path) -> date:
    try:
        return manifest_of(folder).keep_until
    except EditionFaulty:  # what cannot be read is no reason to keep it
        return kept_until(int(folder.name))


def _last(year: int) -> Entry | None:
    entries = Entry.objects.filter(act__in=(ANNOUNCED, DELETED), subject=SUBJECT, subject_id=str(year))
    return entries.order_by("-seq").first()
