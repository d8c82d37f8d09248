import random
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from isigurt.takedown.schedule import AFTER_REMOVAL, JITTER, next_look, next_look_after_removal

BEGAN = datetime(2026, 3, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("age", "interval"),
    [
        (timedelta(0), timedelta(minutes=15)),
        (timedelta(hours=23, minutes=59), timedelta(minutes=15)),
        (timedelta(hours=24), timedelta(hours=1)),
        (timedelta(days=2, hours=23), timedelta(hours=1)),
        (timedelta(days=3), timedelta(hours=6)),
        (timedelta(days=13), timedelta(hours=6)),
        (timedelta(days=14), timedelta(days=1)),
        (timedelta(days=400), timedelta(days=1)),
    ],
)
def test_looks_grow_rarer_as_time_goes_by(age, interval):
    now = BEGAN + age
    waits = [next_look(began_at=BEGAN, now=now) - now for _ in range(50)]
    assert all(interval * (1 - JITTER) <= wait <= interval * (1 + JITTER) for wait in waits)
    assert len(set(waits)) > 1


def test_a_clock_put_back_before_the_beginning_counts_as_the_beginning():
    now = BEGAN - timedelta(days=30)
    assert next_look(began_at=BEGAN, now=now) - now < timedelta(minutes=17)


@given(st.integers(0, 2**32))
def test_removed_content_is_looked_at_after_7_30_and_90_days_and_then_no_more(seed):
    chance = random.Random(seed)
    now = BEGAN
    looks = []
    while (at := next_look_after_removal(removed_at=BEGAN, now=now, chance=chance)) is not None:
        assert at > now
        looks.append(at - BEGAN)
        now = at
    assert len(looks) == 3
    for made, meant in zip(looks, AFTER_REMOVAL, strict=True):
        assert meant * (1 - JITTER) <= made <= meant * (1 + JITTER)


def test_late_looks_that_were_missed_while_the_worker_was_away_are_not_made_up():
    now = BEGAN + timedelta(days=40)
    at = next_look_after_removal(removed_at=BEGAN, now=now)
    assert at is not None
    assert at - BEGAN > timedelta(days=80)
