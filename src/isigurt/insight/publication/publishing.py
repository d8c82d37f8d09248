"""Publishing an edition: only what the gate has just passed, exactly as it was read, at the report's public address."""

import json
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from django.db import router, transaction
from django.utils.translation import gettext_noop as _

from isigurt.baked import durable
from isigurt.country import CountryPack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.publication.addresses import addresses_of
from isigurt.insight.publication.alone import alone
from isigurt.insight.publication.book import Files
from isigurt.insight.publication.checking import Checked, check_edition
from isigurt.insight.publication.laying import KINDS, Laid, lay, one_at_a_time
from isigurt.insight.publication.published import LIST, NAME, digest
from isigurt.insight.speaking import Tell, said
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.ledger.models import Entry

ACT, SUBJECT = "edition.published", "edition"
PAGES = "web"


def publish(folder: Path, *, secret: bytes, pack: CountryPack, reports: Path, actor: Actor, tell: Tell) -> bool:
    """Publish the edition in `folder` into the baked site `reports`; return whether anything changed by that.

    Raises EditionFaulty, with every reason, when it may not be published: nothing is changed then.
    """
    with alone(folder), one_at_a_time(reports):
        checked = check_edition(folder, secret=secret, pack=pack, tell=tell)
        if not checked.verdict.passed:
            raise EditionFaulty(said(_("The gate lets nothing out:")), *checked.problems)
        told = _told(checked)
        with transaction.atomic(using=router.db_for_write(Entry)):
            last = _last(checked.book.year)
            if last is not None and last["numbers"] != told["numbers"]:
                raise EditionFaulty(
                    said(
                        _("{year} was published with other numbers: corrections enter the next edition."),
                        year=checked.book.year,
                    )
                )
            bases = tuple(addresses_of(checked.book.year).values())
            laid = lay(reports, bases, dict(_laid_out(checked.files, checked.book.year)))
            durable(folder / NAME, checked.files[NAME])
            if last != told:
                # Last, and in one transaction: a publication that was cut short is done again, and then recorded.
                record(actor=actor, act=ACT, subject=SUBJECT, subject_id=str(checked.book.year), detail=told)
    return laid or last != told


def _told(checked: Checked) -> dict[str, str]:
    """Return what the ledger keeps: digests of the numbers alone, of their record, and of every file."""
    plain = json.dumps(sorted((name, number.value) for name, number in checked.book.numbers.items())).encode()
    return {
        "numbers": digest(plain),
        "published": digest(checked.files[NAME]),
        "files": digest(checked.files[LIST]),
    }


def _last(year: int) -> dict[str, str] | None:
    """Return what the ledger says of the last publication of a year."""
    entries = Entry.objects.filter(act=ACT, subject=SUBJECT, subject_id=str(year))
    return entries.order_by("-seq").values_list("detail", flat=True).first()


def _laid_out(files: Files, year: int) -> Iterator[tuple[str, Laid]]:
    """Yield the address, the bytes and the kind of each file: pages by their language, the rest beside all of them."""
    for path, body in files.items():
        steps = PurePosixPath(path)
        if len(steps.parts) == 1:
            continue  # the records of the edition itself
        for language, base in addresses_of(year).items():
            if steps.parts[0] != PAGES:
                yield f"{base}{path}", (body, KINDS[steps.suffix])
            elif steps.parts[1] == language:
                below = "/".join(steps.parts[2:])
                page = below.removesuffix("index.html") if steps.name == "index.html" else below
                yield f"{base}{page}", (body, KINDS[steps.suffix])
