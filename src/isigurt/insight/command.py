"""`isigurt edition`: what an editor's colleague types."""

import sys
from pathlib import Path

from isigurt.country import pack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.frozen import freeze
from isigurt.insight.edition.gathering import gather
from isigurt.insight.edition.reading import read_facts
from isigurt.insight.edition.sample import invented_year, write_facts
from isigurt.insight.edition.schema import printed
from isigurt.insight.publication import building, checking, publishing
from isigurt.ledger.actor import COMMAND
from isigurt.vault import keyring

# The secrets of all editions: with another one the same records would be rounded twice, and compared.
RECORD_KEYS = "figures: record keys"
ROUNDING = "figures: rounding"


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


def new(year: int, *, editions: Path, facts: Path | None) -> int:
    """Freeze the facts of `year`, from the desk's store or from the folder `facts`."""
    words = pack()
    try:
        found = read_facts(facts, year=year, pack=words) if facts else gather(year=year, pack=words)
        edition = freeze(
            found,
            year=year,
            pack_version=words.version,
            secret=keyring.index_key(RECORD_KEYS),
            folder=editions / str(year),
        )
    except EditionFaulty as faulty:
        return _complain(faulty)
    counted = ", ".join(f"{len(table)} {unit}" for unit, table in found.items())
    print(f"The edition {year} is frozen in {editions / str(year)}: {counted}.")
    print(f"It is confidential, for this user alone, and is to be deleted after {edition.keep_until:%Y-%m-%d}.")
    return 0


def build(year: int, *, editions: Path) -> int:
    """Make everything that is published of an edition, in one folder of it."""
    try:
        building.build(editions / str(year), secret=rounding_secret(), pack=pack(), tell=_tell)
    except EditionFaulty as faulty:
        return _complain(faulty)
    print(f"Nothing is published yet: look at it, then `isigurt edition check {year}`.")
    return 0


def check(year: int, *, editions: Path) -> int:
    """Read back all that was built of an edition, and say what keeps it from being published."""
    try:
        checked = checking.check_edition(editions / str(year), secret=rounding_secret(), pack=pack(), tell=_tell)
    except EditionFaulty as faulty:
        return _complain(faulty)
    if not checked.verdict.passed:
        return _complain(EditionFaulty(*checked.problems))
    print(f"The edition {year} may be published: `isigurt edition publish {year}`.")
    return 0


def publish(year: int, *, editions: Path, reports: Path) -> int:
    """Check an edition and lay it into the public site."""
    try:
        changed = publishing.publish(
            editions / str(year), secret=rounding_secret(), pack=pack(), reports=reports, actor=COMMAND, tell=_tell
        )
    except EditionFaulty as faulty:
        return _complain(faulty)
    where = " and ".join(publishing.addresses_of(year).values())
    print(f"The edition {year} is published at {where}." if changed else f"The edition {year} lies there already.")
    return 0


def rounding_secret() -> bytes:
    """Return the secret that decides how counts are rounded: the same for all editions."""
    return keyring.index_key(ROUNDING)


def _tell(line: str) -> None:
    print(line, flush=True)


def _complain(faulty: EditionFaulty) -> int:
    print(faulty, file=sys.stderr)
    return 1
