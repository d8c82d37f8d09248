"""Rounding is right on average, near, the same for the same records, and tells nothing by being asked again."""

import random

from hypothesis import given
from hypothesis import strategies as st

from isigurt.insight.edition.frozen import record_key
from isigurt.insight.protection.rounding import BASE, REACH, rounded, share
from isigurt.insight.register.counting import Count

SECRET = b"r" * 32
counts = st.builds(Count, st.integers(0, 40_000_000), st.integers(0, 2**90))


def records(chance: random.Random, n: int) -> Count:
    return Count(n, sum(record_key(SECRET, str(chance.random())) for _ in range(n)))


@given(counts, st.binary(min_size=32, max_size=32))
def test_a_published_count_is_a_multiple_of_five_and_less_than_five_away(count, secret):
    value = rounded(count, secret)
    assert value % BASE == 0
    assert abs(value - count.n) <= REACH


@given(st.integers(0, 1000), st.integers(0, 2**90))
def test_a_multiple_of_five_stays_as_it_is(fives, keys):
    assert rounded(Count(5 * fives, keys), SECRET) == 5 * fives


def test_rounding_is_right_on_average_for_each_rest():
    chance = random.Random(4)
    errors: dict[int, list[int]] = {rest: [] for rest in range(BASE)}
    for _ in range(10_000):
        count = records(chance, chance.randrange(1, 60))
        errors[count.n % BASE].append(rounded(count, SECRET) - count.n)
    every = [error for each in errors.values() for error in each]
    assert len(every) == 10_000
    assert abs(sum(every) / len(every)) <= 0.08
    assert max(map(abs, every)) == 4
    # Each rest by itself too: a bias of one must not hide behind that of another.
    assert all(abs(sum(each) / len(each)) <= 0.25 for each in errors.values())


def test_one_record_more_or_less_is_a_new_chance():
    """Else whoever knows the rounding of a set would know that of the set without one record."""
    chance = random.Random(5)
    ups = [rounded(records(chance, 3), SECRET) for _ in range(2000)]
    assert abs(ups.count(5) / len(ups) - 3 / 5) < 0.05


def test_the_chance_is_the_secrets():
    counts = [records(random.Random(seed), 2) for seed in range(200)]
    assert [rounded(each, SECRET) for each in counts] != [rounded(each, b"t" * 32) for each in counts]


def test_shares_are_whole_percent_of_rounded_numbers_and_none_of_a_small_whole():
    assert share(5, 15) is None
    assert share(5, 20) == 25
    assert (share(5, 40), share(25, 200), share(15, 40)) == (13, 13, 38)  # half a percent is rounded up
    assert share(25, 20) == 100
