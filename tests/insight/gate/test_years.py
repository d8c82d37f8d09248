"""Nothing small is recovered from small countries' years, by an attacker who was written apart from the gate.

The attacker here knows the rounding rule and every published number, and looks at the joint table of all dimensions
that a population is published by, where the gate looks at margins alone.
"""

from collections import defaultdict
from itertools import product

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

from isigurt.country import pack
from isigurt.insight.gate.check import check, remedied
from isigurt.insight.protection.plan import Measure, Plan, first_plan
from tests.insight.editions import an_edition, counted

SECRET = b"r" * 32
YEARS = [(seed, (400, 500, 700, 1000, 2000, 4000, 7000, 10_000)[seed % 8]) for seed in range(20)]
WAYS = {
    "victims": ("age", "sex", "grooming"),
    "confirmed": ("removal", "platform"),
    "reports": ("month", "in_time"),
}


def attacked(plan: Plan, population: str, *, exact: bool = False) -> list[tuple[int, float, float]]:
    """Return for each truly small cell of the joint table's published cuts its true count and what it can be."""
    ways = [each for each in WAYS[population] if (population, each) in plan.groups]
    published: dict[tuple[frozenset[tuple[str, tuple[str, ...]]]], tuple[int, int]] = {}
    counts = [figure for figure in plan.figures() if figure.measure is Measure.COUNT]
    for figure in counts:
        if figure.cut.population == population and set(figure.cut.dimensions) <= set(ways):
            fixed = frozenset((d, g) for d, g in zip(figure.cut.dimensions, figure.key, strict=True) if g)
            published[fixed] = (int(figure.text), plan.count_of(figure.cut, figure.key).n)
    joint = list(product(*(plan.groups[population, each] for each in ways)))
    rows, lows, highs, small = [], [], [], []
    for fixed, (rounded, true) in published.items():
        value, reach = (true, 0) if exact else (rounded, 4)
        wanted = dict(fixed)
        row = csr_array([[float(all(wanted.get(d, g) == g for d, g in zip(ways, at, strict=True))) for at in joint]])
        rows.append(row)
        lows.append(value - reach)
        highs.append(value + reach)
        if 1 <= true <= 4:
            small.append((true, row))
    known = vstack(rows)
    limits = {"A_ub": vstack([known, -known]), "b_ub": np.concatenate([highs, -np.array(lows, dtype=float)])}
    found = []
    for true, row in small:
        aim = row.toarray()[0]
        low, high = linprog(aim, **limits).fun, -linprog(-aim, **limits).fun
        found.append((true, np.ceil(low - 1e-6), np.floor(high + 1e-6)))
    return found


@pytest.mark.parametrize(("seed", "rows"), YEARS[:3])
def test_a_few_years_pass_the_gate_and_keep_their_small_cells(tmp_path, seed, rows):
    the_gate_and_the_attack(tmp_path, seed, rows)


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "rows"), YEARS)
def test_twenty_years_pass_the_gate_and_keep_their_small_cells(tmp_path, seed, rows):
    the_gate_and_the_attack(tmp_path, seed, rows)


def the_gate_and_the_attack(tmp_path, seed, rows):
    found = counted(an_edition(tmp_path, rows=rows, seed=seed))
    assert sum(1 <= count.n <= 4 for cells in found.cells.values() for count in cells.values()) >= 30
    plan, _ = remedied(first_plan(found, secret=SECRET, pack=pack()))
    assert check(plan, plan.figures()).passed
    tried: dict[str, int] = defaultdict(int)
    for population in WAYS:
        for true, low, high in attacked(plan, population):
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
