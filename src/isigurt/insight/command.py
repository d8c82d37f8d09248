"""`isigurt edition`: what an editor's colleague types."""

import sys
from pathlib import Path

from isigurt.country import pack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.sample import invented_year, write_facts
from isigurt.insight.edition.schema import printed


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


def _complain(faulty: EditionFaulty) -> int:
    print(faulty, file=sys.stderr)
    return 1
