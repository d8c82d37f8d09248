"""`isigurt edition`: what an editor's colleague types."""

import sys
from pathlib import Path

from isigurt.country import pack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.freezing import freeze_facts
from isigurt.insight.edition.gathering import gather_over
from isigurt.insight.edition.reading import read_facts
from isigurt.insight.edition.sample import invented_year, write_facts
from isigurt.insight.edition.schema import printed
from isigurt.insight.place import folder_of, record_secret, reports_folder, rounding_secret
from isigurt.insight.publication import building, checking, publishing
from isigurt.insight.publication.addresses import addresses_of
from isigurt.ledger.actor import COMMAND


def schema() -> int:
    """Print the schema of facts."""
    print(printed(pack()))
    return 0


def sample(*, rows: int, seed: int, year: int, folder: Path) -> int:
    """Write an invented year into `folder`, which must not be there yet."""
    if folder.exists():
        return _complain(EditionFaulty(f"{folder} is there already: name a folder that is not (--to)."))
    facts = invented_year(rows=rows, seed=seed, year=year, pack=pack())
    write_facts(facts, folder)
    print(f"An invented year {year} is in {folder}: {', '.join(f'{len(facts[each])} {each}' for each in facts)}.")
    return 0


def new(year: int, *, facts: Path | None) -> int:
    """Freeze the facts of `year`, from the desk's store or from the folder `facts`."""
    words = pack()
    try:
        found = read_facts(facts, year=year, pack=words) if facts else gather_over(year=year, pack=words)
        edition = freeze_facts(
            found, year=year, pack=words, secret=record_secret(), folder=folder_of(year), actor=COMMAND
        )
    except EditionFaulty as faulty:
        return _complain(faulty)
    counted = ", ".join(f"{len(table)} {unit}" for unit, table in found.items())
    print(f"The edition {year} is frozen in {folder_of(year)}: {counted}.")
    print(f"It is confidential, for this user alone, and is to be deleted after {edition.keep_until:%Y-%m-%d}.")
    return 0


def build(year: int) -> int:
    """Make everything that is published of an edition, in one folder of it."""
    try:
        building.build(folder_of(year), secret=rounding_secret(), pack=pack(), tell=_tell)
    except EditionFaulty as faulty:
        return _complain(faulty)
    print(f"Nothing is published yet: look at it, then `isigurt edition check {year}`.")
    return 0


def check(year: int) -> int:
    """Read back all that was built of an edition, and say what keeps it from being published."""
    try:
        checked = checking.check_edition(folder_of(year), secret=rounding_secret(), pack=pack(), tell=_tell)
    except EditionFaulty as faulty:
        return _complain(faulty)
    if not checked.verdict.passed:
        return _complain(EditionFaulty(*checked.problems))
    print(f"The edition {year} may be published: `isigurt edition publish {year}`.")
    return 0


def publish(year: int) -> int:
    """Check an edition and lay it into the public site."""
    try:
        changed = publishing.publish(
            folder_of(year),
            secret=rounding_secret(),
            pack=pack(),
            reports=reports_folder(),
            actor=COMMAND,
            tell=_tell,
        )
    except EditionFaulty as faulty:
        return _complain(faulty)
    where = " and ".join(addresses_of(year).values())
    print(f"The edition {year} is published at {where}." if changed else f"The edition {year} lies there already.")
    return 0


def _tell(line: str) -> None:
    print(line, flush=True)


def _complain(faulty: EditionFaulty) -> int:
    print(faulty, file=sys.stderr)
    return 1
