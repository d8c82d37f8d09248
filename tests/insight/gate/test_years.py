"""Nothing small is recovered from small countries' years, by an attacker who was written apart from the gate.

The attacker here knows the rounding rule and every published number, looks at the joint table of all dimensions that a
population is published by, where the gate looks at margins alone, at what lies in one population and not in the one
within it, and lays the exact notices beside what is rounded. Reports of other years give nothing more: a record
belongs to one year (`test_reading` and `test_checking` hold it), so that no number of another adds up with one of this.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

from isigurt.country import pack
from isigurt.insight.gate.check import PROTECTED, check, remedied
from isigurt.insight.protection.merging import Group
from isigurt.insight.protection.plan import Measure, Plan, first_plan
from isigurt.insight.register.counting import Count
from tests.insight.editions import an_edition, an_edition_of, counted

SECRET = b"r" * 32
YEARS = [(seed, (400, 500, 700, 1000, 2000, 4000, 7000, 10_000)[seed % 8]) for seed in range(20)]
WAYS = {
    "victims": ("age", "sex", "grooming"),
    "confirmed": ("removal", "platform"),
    "reports": ("month", "in_time"),
}


# A population within another one, and the dimension by which both are published.
NESTED = (("graded", "severity", "victims", "age"), ("confirmed", "removal", "items", "platform"))
Found = list[tuple[int, float, float]]


class Known:
    """What is published about counts that are laid out in a row, and what can be made of it."""

    def __init__(self, places: int) -> None:
        self._places = places
        self._rows: list[csr_array] = []
        self._limits: list[tuple[float, float]] = []

    def row(self, which: list[bool]) -> csr_array:
        assert len(which) == self._places
        return csr_array([[float(each) for each in which]])

    def add(self, row: csr_array, low: float, high: float) -> None:
        self._rows.append(row)
        self._limits.append((low, high))

    def found(self, small: list[tuple[int, csr_array]]) -> Found:
        """Return the true count of each small sum, and how small and how large it can be."""
        known = vstack(self._rows)
        lows, highs = (np.array(each) for each in zip(*self._limits, strict=True))
        limits = {"A_ub": vstack([known, -known]), "b_ub": np.concatenate([highs, -lows])}
        found = []
        for true, row in small:
            aim = row.toarray()[0]
            low, high = linprog(aim, **limits).fun, -linprog(-aim, **limits).fun
            found.append((true, np.ceil(low - 1e-6), np.floor(high + 1e-6)))
        return found


def counts_of(plan: Plan, population: str, ways: tuple[str, ...]) -> Iterator[tuple[dict[str, Group], int, int]]:
    """Yield the rows of each published count, the count, and the true one."""
    for figure in plan.figures():
        cut = figure.cut
        if figure.measure is Measure.COUNT and cut.population == population and set(cut.dimensions) <= set(ways):
            fixed = {d: g for d, g in zip(cut.dimensions, figure.key, strict=True) if g}
            yield fixed, int(figure.text), plan.count_of(cut, figure.key).n


def noticed(plan: Plan, harm: Group | None = None) -> int | None:
    """Return how many notices were published exactly: all, or those about one type of content."""
    rows = counts_of(plan, "notices", ("harm", "answer"))
    return next((count for fixed, count, _ in rows if fixed == ({"harm": harm} if harm else {})), None)


def sided(notices: int, true: int) -> tuple[float, float]:
    """Return the bound that is true: the attacker guesses right that there are at most or at least as many."""
    return (notices if notices <= true else 0, notices if notices >= true else 1e6)


def attacked(plan: Plan, population: str, *, exact: bool = False) -> Found:
    """Return for each truly small cell of the joint table's published cuts its true count and what it can be."""
    ways = tuple(each for each in WAYS[population] if (population, each) in plan.groups)
    joint = list(product(*(plan.groups[population, each] for each in ways)))
    known, small = Known(len(joint)), []
    for fixed, published, true in counts_of(plan, population, ways):
        value, reach = (true, 0) if exact else (published, 4)
        row = known.row([all(fixed.get(d, g) == g for d, g in zip(ways, at, strict=True)) for at in joint])
        known.add(row, value - reach, value + reach)
        if 1 <= true <= 4:
            small.append((true, row))
        about = None if fixed else noticed(plan)
        if fixed == {"grooming": ("yes",)}:
            about = noticed(plan, ("grooming",))
        if about is not None:
            known.add(row, *sided(about, true))
    return known.found(small)


def attacked_from_outside(plan: Plan, inner: str, other: str, outer: str, shared: str, *, exact: bool = False) -> Found:
    """Return what can be made of what lies in one population and not in the one within it."""
    categories = [each for group in plan.groups[outer, shared] for each in group]
    places = [(each, group) for each in categories for group in plan.groups[inner, other]]
    places += [(each, None) for each in categories]  # what is not in the inner one
    known, small = Known(len(places)), []
    for population in (inner, outer):
        ways = (shared, other) if population == inner else (shared,)
        for fixed, published, true in counts_of(plan, population, ways):
            value, reach = (true, 0) if exact else (published, 4)
            known.add(
                known.row([
                    each in fixed.get(shared, categories) and fixed.get(other, group) == group
                    and (population == outer or group is not None)
                    for each, group in places
                ]), value - reach, value + reach,
            )  # fmt: skip
    inside, outside = (plan.counted.margin(each, shared) for each in (inner, outer))
    differences = {each: outside.get((each,), Count()).n - inside.get((each,), Count()).n for each in categories}
    for one, true in differences.items():
        if 1 <= true <= 4:
            small.append((true, known.row([each == one and group is None for each, group in places])))
    if 1 <= sum(differences.values()) <= 4:
        small.append((sum(differences.values()), known.row([group is None for _, group in places])))
    return known.found(small)


@pytest.mark.parametrize(("seed", "rows"), YEARS[:3])
def test_a_few_years_pass_the_gate_and_keep_their_small_cells(tmp_path, seed, rows):
    the_gate_and_the_attack(tmp_path, seed, rows)


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "rows"), YEARS)
def test_twenty_years_pass_the_gate_and_keep_their_small_cells(tmp_path, seed, rows):
    the_gate_and_the_attack(tmp_path, seed, rows)


def the_gate_and_the_attack(tmp_path, seed, rows):
    found = counted(an_edition(tmp_path, rows=rows, seed=seed))
    protected = [cells for cut, cells in found.cells.items() if cut.unit in PROTECTED]
    assert sum(1 <= count.n <= 4 for cells in protected for count in cells.values()) >= 30
    plan, _ = remedied(first_plan(found, secret=SECRET, pack=pack()))
    assert check(plan, plan.figures()).passed
    tried: dict[str, int] = defaultdict(int)
    attacks = {population: attacked(plan, population) for population in WAYS}
    attacks |= {f"{nested[2]} but not {nested[0]}": attacked_from_outside(plan, *nested) for nested in NESTED}
    for population, what_is_known in attacks.items():
        for true, low, high in what_is_known:
            tried[population] += 1
            assert low <= true <= high
            assert low < 1 or high > 4, f"{population}: a true {true} can only be {low} to {high}"
    assert sum(tried.values()) > 0
    # The tables stay of use: most of the register still stands.
    assert len(plan.standing) >= 30


def test_the_attack_finds_every_small_cell_where_numbers_are_exact(tmp_path):
    plan, _ = remedied(first_plan(counted(an_edition(tmp_path)), secret=SECRET, pack=pack()))
    found = attacked(plan, "victims", exact=True)
    assert found
    assert all(low == true == high for true, low, high in found)


def test_the_attack_from_outside_finds_a_difference_where_numbers_are_exact(tmp_path):
    items = [
        {"platform": ("tiktok", "x")[each % 2], "confirmed": each > 4, "seen_down": 60 * each} for each in range(60)
    ]
    plan, _ = remedied(first_plan(counted(an_edition_of(tmp_path, item=items)), secret=SECRET, pack=pack()))
    found = attacked_from_outside(plan, *NESTED[1], exact=True)
    assert [true for true, _, _ in found] == [3, 2]
    assert all(low == true == high for true, low, high in found)
