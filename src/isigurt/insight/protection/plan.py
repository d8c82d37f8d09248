"""What of the register an edition shows: which cuts stand, and in which rows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from typing import NamedTuple

from isigurt.country import CountryPack
from isigurt.insight.protection.merging import Group, Groups, first_groups, merged, sizes_of
from isigurt.insight.protection.rounding import MEDIAN_FROM, rounded, share
from isigurt.insight.register import DIMENSIONS, TABLES, Cut, Table
from isigurt.insight.register.counting import UNKNOWN, Count, Counted, median_hours

Key = tuple[Group | None, ...]  # for each dimension of the cut a row, or None: the total over it


class LeftOut(StrEnum):
    """Why a part of the register is not in an edition."""

    NO_FACTS = "nobody writes these facts yet"
    ONE_ROW = "only one row would be left"
    GATE = "it would have told too much"


class Measure(StrEnum):
    """What a number tells."""

    COUNT = "count"
    SHARE = "share"
    MEDIAN = "median"


class Figure(NamedTuple):
    """One number as it is published; `text` is what stands there. A share is of the total over the last dimension."""

    table: str
    cut: Cut
    key: Key
    measure: Measure
    text: str


class Told(NamedTuple):
    """What was published of a count before, elsewhere: between which numbers it lies."""

    cut: Cut
    key: Key
    low: int
    high: int


@dataclass(frozen=True)
class Plan:
    """The cuts that stand and their rows. Groups belong to a population's dimension, so that tables cannot differ.

    `told` is what readers know of the same counts already, whatever this plan shows.
    """

    counted: Counted
    secret: bytes
    pack: CountryPack
    groups: dict[tuple[str, str], Groups]
    standing: tuple[tuple[Table, Cut], ...]
    left_out: dict[tuple[str, Cut], LeftOut]
    told: tuple[Told, ...] = ()

    def count_of(self, cut: Cut, key: Key) -> Count:
        """Return the true count behind a cell."""
        cells = self.counted.cells[cut].items()
        return sum((count for at, count in cells if _within(at, key)), start=Count())

    def value_of(self, table: Table, cut: Cut, key: Key) -> int:
        """Return the count that is published for a cell."""
        count = self.count_of(cut, key)
        return count.n if table.exact else rounded(count, self.secret)

    def keys_of(self, cut: Cut) -> Iterator[Key]:
        """Yield every cell of a cut, totals first."""
        rows: list[tuple[Group | None, ...]] = [(None, *self.groups[cut.population, each]) for each in cut.dimensions]
        yield from product(*rows)

    def figures(self) -> list[Figure]:
        """Return every number that is published."""
        found = []
        for table, cut in self.standing:
            values = {key: self.value_of(table, cut, key) for key in self.keys_of(cut)}
            for key, value in values.items():
                found.append(Figure(table.id, cut, key, Measure.COUNT, str(value)))
                if key and key[-1] is not None and (percent := share(value, values[*key[:-1], None])) is not None:
                    found.append(Figure(table.id, cut, key, Measure.SHARE, str(percent)))
                if table.median and value >= MEDIAN_FROM and all(each is None for each in key[-1:]):
                    hours = self._median(table, cut, key)
                    if hours is not None:
                        found.append(Figure(table.id, cut, key, Measure.MEDIAN, str(hours)))
        return found

    def _median(self, table: Table, cut: Cut, key: Key) -> int | None:
        row = key[0] if len(key) > 1 else None
        spans = self.counted.spans[cut, table.median]
        return median_hours(each for category, each in spans.items() if row is None or category in row)

    def merge(self, population: str, dimension: str, group: Group) -> "Plan | None":
        """Return the plan with one more row merged, in every table at once; None where a single row would be left."""
        groups = self.groups[population, dimension]
        if len(groups) <= 2:
            return None
        margin = _margin(self.counted, population, dimension)
        sizes = sizes_of(groups, margin, lambda count: rounded(count, self.secret))
        ordered = bool(DIMENSIONS[dimension].ordered(self.pack))
        fewer = merged(groups, groups.index(group), sizes, ordered=ordered)
        return replace(self, groups={**self.groups, (population, dimension): fewer})

    def without(self, table: str, cut: Cut, why: LeftOut) -> "Plan":
        """Return the plan without one cut of a table."""
        left = tuple(each for each in self.standing if (each[0].id, each[1]) != (table, cut))
        return replace(self, standing=left, left_out={**self.left_out, (table, cut): why})


def first_plan(counted: Counted, *, secret: bytes, pack: CountryPack) -> Plan:
    """Return the plan by the fixed rules alone, before the gate has looked at it."""
    groups: dict[tuple[str, str], Groups] = {}
    standing: list[tuple[Table, Cut]] = []
    left_out: dict[tuple[str, Cut], LeftOut] = {}
    for table in TABLES:

        def size(count: Count, *, exact: bool = table.exact) -> int:
            return count.n if exact else rounded(count, secret)

        for cut in table.cuts:
            if cut not in counted.cells or any(_unwritten(counted, cut, each) for each in cut.dimensions):
                left_out[table.id, cut] = LeftOut.NO_FACTS
                continue
            for each in cut.dimensions:
                if (cut.population, each) not in groups:
                    margin = _margin(counted, cut.population, each)
                    order = DIMENSIONS[each].ordered(pack)
                    groups[cut.population, each] = first_groups(margin, order, size)
            if any(len(groups[cut.population, each]) == 1 for each in cut.dimensions):
                left_out[table.id, cut] = LeftOut.ONE_ROW
            else:
                standing.append((table, cut))
    return Plan(counted, secret, pack, groups, tuple(standing), left_out)


def _margin(counted: Counted, population: str, dimension: str) -> dict[str, Count]:
    return {category: count for (category,), count in counted.margin(population, dimension).items()}


def _unwritten(counted: Counted, cut: Cut, dimension: str) -> bool:
    return set(_margin(counted, cut.population, dimension)) <= {UNKNOWN}


def _within(at: tuple[str, ...], key: Key) -> bool:
    return all(group is None or category in group for category, group in zip(at, key, strict=True))
