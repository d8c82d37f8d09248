"""The programme finds how small and how large a count can be, in whole numbers."""

import random

import pytest

from isigurt.insight.edition.frozen import record_key
from isigurt.insight.gate.program import Contradiction, Program
from isigurt.insight.protection.rounding import REACH, rounded
from isigurt.insight.register.counting import Count

SECRET = b"r" * 32


def test_a_count_is_as_far_open_as_what_is_known_of_it():
    program = Program()
    program.add({"girls": 1, "boys": 1}, 16, 24)
    program.add({"girls": 1}, 6, 14)
    assert program.range_of({"boys": 1}) == (2, 18)
    assert program.range_of({"girls": 1, "boys": 1}) == (16, 24)


def test_children_are_counted_whole():
    """In fractions this count could be more than five, and would look safe."""
    program = Program()
    program.add({"a": 3, "b": 2}, 16, 16)
    program.add({"a": 1}, 1, 9)
    assert program.range_of({"a": 1}) == (2, 4)
    assert program.pinned([{"a": 1}]) == [0]


def test_four_cells_that_are_each_rounded_to_nought_under_a_total_of_twenty_are_known():
    program = Program()
    cells = ["a", "b", "c", "d"]
    for cell in cells:
        program.add({cell: 1}, 0, REACH)
    program.add(dict.fromkeys(cells, 1), 16, 24)
    assert program.range_of({"a": 1}) == (4, 4)
    assert program.pinned([{cell: 1} for cell in cells]) == [0, 1, 2, 3]


def test_only_what_can_be_nothing_else_is_pinned():
    program = Program()
    for cell, low, high in (("none", 0, 4), ("more", 1, 5), ("pinned", 1, 4), ("exact", 3, 3), ("large", 11, 19)):
        program.add({cell: 1}, low, high)
    assert program.pinned([{cell: 1} for cell in ("none", "more", "pinned", "exact", "large")]) == [2, 3]


def test_numbers_that_no_year_could_have_are_a_contradiction():
    program = Program()
    program.add({"part": 1}, 11, 19)
    program.add({"part": 1, "rest": 1}, 0, 4)
    with pytest.raises(Contradiction):
        program.range_of({"part": 1})


def test_nothing_to_try_is_nothing_pinned():
    assert Program().pinned([]) == []


def test_one_exact_margin_tells_what_the_rounded_one_left_open():
    cells = ["a", "b", "c", "d"]
    for low, high, pinned in ((11, 19, []), (16, 16, [0, 1, 2, 3]), (13, 13, [0, 1, 2, 3])):
        program = Program()
        for cell in cells:
            program.add({cell: 1}, 0, REACH)
        program.add(dict.fromkeys(cells, 1), low, high)
        assert program.pinned([{cell: 1} for cell in cells]) == pinned


def pinned_by(published: list[Count]) -> list[int]:
    """Return which of these counts, each of all that came before and a little more, can be nothing but small."""
    program = Program()
    for end, count in enumerate(published):
        value = rounded(count, SECRET)
        program.add(dict.fromkeys(range(end + 1), 1), value - REACH, value + REACH)
    small = [end for end, count in enumerate(published) if 1 <= count.n <= 4]
    return program.pinned([dict.fromkeys(range(end + 1), 1) for end in small])


def a_slow_year(seed: int) -> list[Count]:
    """Return a count of a rare harm, day by day: four cases in a year."""
    days = sorted(random.Random(seed).sample(range(365), 4))
    cases = [Count(1, record_key(SECRET, f"{seed}-{case}")) for case in range(4)]
    return [sum((case for at, case in zip(days, cases, strict=True) if at <= day), start=Count()) for day in range(365)]


def test_a_daily_ticker_tells_a_small_count_although_every_number_is_rounded():
    """A count that can only grow fell from five to nought: so it is one to four."""
    told = [seed for seed in range(12) if pinned_by(list(dict.fromkeys(a_slow_year(seed))))]
    assert len(told) >= 3


def test_the_number_of_a_closed_year_does_not():
    assert not any(pinned_by(a_slow_year(seed)[-1:]) for seed in range(12))
