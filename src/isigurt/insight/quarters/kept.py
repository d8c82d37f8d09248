"""What was shown of closed quarters: protected numbers only, a file a year beside the editions, never changed."""

import json
from collections.abc import Mapping
from pathlib import Path

from isigurt.baked import durable
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.protection.told import Numbers
from isigurt.insight.publication.published import as_json, digest
from isigurt.insight.quarters.calendar import Quarter

FOLDER = "quarters"
VERSION = 1
Quarters = Mapping[str, Numbers]  # of one year, by the quarter's id


def shown_quarters(editions: Path) -> dict[int, Quarters]:
    """Return the numbers of all quarters that were ever shown, by year, the oldest first."""
    files = sorted((editions / FOLDER).glob("[12][0-9][0-9][0-9].json"))
    return {int(file.stem): _read(file) for file in files}


def keep(editions: Path, quarter: Quarter, numbers: Numbers) -> None:
    """Add the numbers of a quarter; those that are there stay as they are."""
    quarters = dict(shown_quarters(editions).get(quarter.year, {}))
    if quarters.setdefault(quarter.id, numbers) != numbers:
        raise EditionFaulty(f"{quarter.name} was shown with other numbers: corrections enter the year's edition.")
    (editions / FOLDER).mkdir(parents=True, exist_ok=True)
    told = {"version": VERSION, "quarters": {each: dict(quarters[each]) for each in sorted(quarters)}}
    durable(editions / FOLDER / f"{quarter.year}.json", as_json(told))


def digest_of(numbers: Numbers) -> str:
    """Return what the ledger keeps of a quarter."""
    return digest(json.dumps(dict(numbers), sort_keys=True).encode())


def _read(file: Path) -> Quarters:
    try:
        told = json.loads(file.read_bytes())
        if told["version"] != VERSION:
            raise EditionFaulty(f"{file} is of version {told['version']}; this program reads {VERSION}.")
        return {
            quarter: {population: None if value is None else int(value) for population, value in numbers.items()}
            for quarter, numbers in told["quarters"].items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EditionFaulty(f"{file} cannot be read ({error}).") from error
