"""What exact counts of notices tell of the rounded counts beside them.

A notice is about an item that a person found illegal, in a case about somebody; mostly there is one notice an item. So
whoever reads that 34 notices went out about one type of content may guess that there were at most, or at least, as many
victim groups, items or reports of it. The gate cannot know what somebody guesses: what is true of it is taken as known.
"""

from collections.abc import Iterator, Mapping
from math import inf

from isigurt.insight.protection.merging import Group
from isigurt.insight.protection.plan import Figure, Measure, Plan

# A count: whose, and in which category of which dimensions. Without any it is the whole population.
Name = tuple[str, tuple[tuple[str, str], ...]]
Bound = tuple[dict[Name, float], float, float]
# Which ways of telling protected records apart mean the same as one of the notices'.
SAME: Mapping[str, tuple[str, ...]] = {"harm": ("harm", "topic"), "provider": ("platform",)}


def exact_rows(plan: Plan, figures: list[Figure]) -> list[Figure]:
    """Return the exact counts that can bound others: of all notices, and of each row of them."""
    exact = {table.id for table, _ in plan.standing if table.exact}
    return [
        figure
        for figure in figures
        if figure.table in exact
        and figure.measure is Measure.COUNT
        and figure.text.isdecimal()
        and all(each is None for each in figure.key[1:])
    ]


def bounds(plan: Plan, figures: list[Figure], truth: Mapping[Name, int]) -> Iterator[Bound]:
    """Yield a bound for each true count that an exact one can be laid beside."""
    populations = dict.fromkeys(population for population, _ in truth)
    for figure in exact_rows(plan, figures):
        notices = int(figure.text)
        for population in populations:
            for names in _beside(figure, population):
                known = {name: 1.0 for name in names if name in truth}
                if known:
                    true = sum(truth[name] for name in known)
                    yield known, notices if notices <= true else -inf, notices if notices >= true else inf


def _beside(figure: Figure, population: str) -> Iterator[list[Name]]:
    """Yield the counts of a population that mean the same as a row of notices."""
    row: Group | None = figure.key[0] if figure.key else None
    if row is None:
        yield [(population, ())]
        return
    for dimension in SAME.get(figure.cut.dimensions[0], ()):
        yield [(population, ((dimension, category),)) for category in row]
