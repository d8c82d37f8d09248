"""Counting the register's cuts over an edition: one pass over a unit for each of its populations.

Only the finest cells are counted. A count carries the sum of its records' keys, and both add up: margins, merged rows
and totals are sums of cells, with no second look at the facts.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from isigurt.country import CountryPack
from isigurt.insight.edition.manifest import KEY, Edition
from isigurt.insight.register.dimensions import DIMENSIONS
from isigurt.insight.register.populations import POPULATIONS
from isigurt.insight.register.tables import TABLES, Cut

if TYPE_CHECKING:
    import duckdb

HOUR = 60
HALF = 0.5 + 1e-12  # a product of fractions may miss a half by a hair
UNKNOWN = ""


@dataclass(frozen=True, order=True)
class Count:
    """How many records, and the sum of their keys."""

    n: int = 0
    keys: int = 0

    def __add__(self, other: "Count") -> "Count":
        return Count(self.n + other.n, self.keys + other.keys)


Cells = dict[tuple[str, ...], Count]
# For each category and whole hour: how many ended in it, and how many were last seen going on in it.
Spans = dict[str, dict[int, tuple[int, int]]]


@dataclass
class Counted:
    """All finest cells of an edition: those of a cut by its categories; `finer` has the pairs behind a summary."""

    cells: dict[Cut, Cells] = field(default_factory=dict)
    spans: dict[tuple[Cut, str], Spans] = field(default_factory=dict)

    def margin(self, population: str, *dimensions: str) -> Cells:
        """Return the cells of a population by these dimensions, summed up from the cut that has them all."""
        for cut, cells in self.cells.items():
            if cut.population == population and set(dimensions) <= set(cut.dimensions):
                places = [cut.dimensions.index(each) for each in dimensions]
                return summed((tuple(key[place] for place in places), count) for key, count in cells.items())
        raise KeyError((population, *dimensions))


def summed(cells: Iterable[tuple[tuple[str, ...], Count]]) -> Cells:
    """Return the cells with those of the same key added up."""
    result: Cells = defaultdict(Count)
    for key, count in cells:
        result[key] += count
    return dict(result)


def wanted_cuts() -> list[Cut]:
    """Return every cut of the register, and for each summary the cut by what it summarises as well,
    where only the facts say which row falls into which."""
    cuts = [cut for table in TABLES for cut in table.cuts]
    pairs = [
        Cut(cut.population, (finer, each))
        for cut in cuts
        for each in cut.dimensions
        if (finer := DIMENSIONS[each].coarsens) and not DIMENSIONS[each].parts
    ]
    return list(dict.fromkeys((*cuts, *pairs)))


def count(edition: Edition, *, pack: CountryPack) -> Counted:
    """Return all finest cells of the register's cuts; a cut whose unit has no facts is not there."""
    import duckdb  # noqa: PLC0415 - only where an edition is counted: desk and worker are small without it

    counted = Counted()
    with duckdb.connect() as store:
        for population in POPULATIONS.values():
            if file := edition.files.get(population.unit):
                source = f"FROM read_parquet('{_quoted(str(file))}') WHERE {population.condition}"
                cuts = [cut for cut in wanted_cuts() if cut.population == population.id]
                counted.cells.update(_cells(store, source, cuts, pack))
        for table in TABLES:
            for cut in table.cuts if table.median else ():
                if file := edition.files.get(cut.unit):
                    source = f"FROM read_parquet('{_quoted(str(file))}') WHERE {POPULATIONS[cut.population].condition}"
                    counted.spans[cut, table.median] = _spans(store, source, cut, table.median, pack)
    return counted


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def _expression(dimension: str, pack: CountryPack) -> str:
    return DIMENSIONS[dimension].expression.format(home=_quoted(pack.hotline.country))


def _cells(store: "duckdb.DuckDBPyConnection", source: str, cuts: list[Cut], pack: CountryPack) -> Mapping[Cut, Cells]:
    """Count all cuts of one population in one pass."""
    names = list(dict.fromkeys(each for cut in cuts for each in cut.dimensions))
    columns = "".join(f", coalesce({_expression(each, pack)}, '') AS d_{each}" for each in names)
    sets = ", ".join(f"({', '.join(f'd_{each}' for each in cut.dimensions)})" for cut in cuts)
    picked = "".join(f"d_{each}, " for each in names)
    grouping = f"grouping({', '.join(f'd_{each}' for each in names)})" if names else "0"
    rows = store.execute(
        f"SELECT {picked} {grouping}, count(*), coalesce(sum({KEY}), 0) "  # noqa: S608 - built from the register alone
        f"FROM (SELECT {KEY} {columns} {source}) GROUP BY GROUPING SETS ({sets})"
    ).fetchall()
    # In `grouping` a bit is set for each dimension that a row is not broken down by; the first one is the highest.
    marks = {sum(1 << place for place, each in enumerate(reversed(names)) if each not in cut.dimensions): cut
             for cut in cuts}  # fmt: skip
    found: dict[Cut, Cells] = {cut: {} for cut in cuts}
    for *values, mark, n, keys in rows:
        cut = marks[mark]
        found[cut][tuple(values[names.index(each)] for each in cut.dimensions)] = Count(n, int(keys))
    return found


def _spans(store: "duckdb.DuckDBPyConnection", source: str, cut: Cut, column: str, pack: CountryPack) -> Spans:
    """Count when what is measured ended, or was last seen going on, for each row of a cut."""
    category = f"coalesce({_expression(cut.dimensions[0], pack)}, '')" if len(cut.dimensions) > 1 else "''"
    # What nobody acted on waits still, and will have waited longer than anything that is over.
    ongoing = "seen_up" if column == "seen_down" else "2147483640"
    rows = store.execute(
        f"SELECT {category}, coalesce({column}, {ongoing}, 0) // {HOUR}, count({column}), count(*) - count({column}) "
        f"{source} GROUP BY 1, 2"
    ).fetchall()
    spans: Spans = defaultdict(dict)
    for name, hour, ended, going_on in rows:
        spans[name][hour] = (ended, going_on)
    return dict(spans)


def median_hours(spans: Iterable[dict[int, tuple[int, int]]]) -> int | None:
    """Return the whole hours after which half had ended, by the estimate of Kaplan and Meier; None where it is not yet.

    What is still going on counts for as long as it was seen: leaving it out would make the hotline look quicker.
    """
    ended: Counter[int] = Counter()
    left: Counter[int] = Counter()
    for each in spans:
        for hour, (over, going_on) in each.items():
            ended[hour] += over
            left[hour] += over + going_on
    standing, share = left.total(), 1.0
    for hour in sorted(left):
        share *= 1 - ended[hour] / standing
        if share <= HALF:
            return hour
        standing -= left[hour]
    return None
