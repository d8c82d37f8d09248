"""Closing a quarter: counted, rounded and weighed as the year's edition will be, by the same code."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow.compute as pc

from isigurt.country import CountryPack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.frozen import freeze
from isigurt.insight.edition.reading import Facts
from isigurt.insight.gate.check import weighed
from isigurt.insight.protection.merging import LEAST, Groups
from isigurt.insight.protection.plan import Plan
from isigurt.insight.protection.rounding import rounded
from isigurt.insight.protection.told import QUARTER, Numbers, told_of
from isigurt.insight.publication.remedies import pinned_told
from isigurt.insight.quarters.calendar import Quarter
from isigurt.insight.quarters.kept import Quarters
from isigurt.insight.register import POPULATIONS, Cut
from isigurt.insight.register.counting import Counted, count
from isigurt.insight.register.dimensions import QUARTERS
from isigurt.insight.register.tables import KEY_POPULATIONS

UNFINISHED = ".quarter-"  # what a killed closing may leave: facts, for their user alone


def closed(
    facts: Facts, quarter: Quarter, *, earlier: Quarters, record_secret: bytes, secret: bytes, pack: CountryPack,
    folder: Path,
) -> Numbers:  # fmt: skip
    """Return what may be shown of a quarter, beside what was shown of the `earlier` ones of its year.

    Of the year's facts none of an open quarter is looked at. They are frozen in `folder` for as long as counting takes.
    """
    until_now = {unit: table.filter(pc.less_equal(table["day"], quarter.last_day)) for unit, table in facts.items()}
    with TemporaryDirectory(prefix=UNFINISHED, dir=folder) as made:
        edition = freeze(
            until_now,
            year=quarter.year,
            pack_version=pack.version,
            secret=record_secret,
            folder=Path(made) / str(quarter.year),
        )
        counted = count(edition, pack=pack)
    populations = [each for each in KEY_POPULATIONS if POPULATIONS[each].unit in facts]
    return _weighed(_plan(counted, secret, pack), quarter, populations, earlier)


def _plan(counted: Counted, secret: bytes, pack: CountryPack) -> Plan:
    """Return a plan that shows nothing by itself: what is known of its counts is what quarters tell."""
    rows: Groups = tuple((quarter,) for quarter in QUARTERS)
    return Plan(counted, secret, pack, {(each, QUARTER): rows for each in KEY_POPULATIONS}, (), {})


def _weighed(plan: Plan, quarter: Quarter, populations: Iterable[str], earlier: Quarters) -> Numbers:
    numbers = {each: _number(plan, each, quarter) for each in populations}
    while True:
        verdict = weighed(replace(plan, told=told_of(plan, {**earlier, quarter.id: numbers})), [])
        if not verdict.faults and not verdict.pinned:
            return numbers
        withheld = [each.cut.population for each in verdict.pinned if numbers.get(each.cut.population) is not None]
        if not withheld:
            told = (*verdict.faults, *pinned_told(verdict.pinned, plan.pack))
            raise EditionFaulty(f"The gate lets nothing of {quarter.name} out:", *told)
        numbers[withheld[0]] = None


def _number(plan: Plan, population: str, quarter: Quarter) -> int | None:
    cut = Cut(population, (QUARTER,))
    if cut not in plan.counted.cells:
        return None
    value = rounded(plan.count_of(cut, ((quarter.id,),)), plan.secret)
    return value if value >= LEAST else None


def clear(folder: Path) -> None:
    """Take away what killed closings left."""
    for left in folder.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left)
