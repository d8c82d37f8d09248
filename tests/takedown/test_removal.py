from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from isigurt.takedown.removal import Memory, Standing, after_look
from isigurt.takedown.verdicts import Verdict

BEGAN = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)

waits = st.timedeltas(min_value=timedelta(minutes=1), max_value=timedelta(days=3))
odd_waits = st.timedeltas(min_value=timedelta(days=-20), max_value=timedelta(days=20))
looks = st.lists(st.tuples(st.sampled_from(list(Verdict)), waits), max_size=40)


def told(sequence, memory=None):
    memory, at = memory or Memory(), BEGAN
    history = []
    for verdict, wait in sequence:
        at += wait
        memory = after_look(memory, verdict=verdict, at=at)
        history.append((verdict, at, memory))
    return history


def last(sequence):
    return told(sequence)[-1][2]


def test_the_first_negative_is_seen_down_and_no_more():
    memory = last([(Verdict.UP, HOUR), (Verdict.DOWN, HOUR)])
    assert memory.standing is Standing.SEEN_DOWN
    assert memory.last_up_at == BEGAN + HOUR
    assert memory.first_down_at == BEGAN + 2 * HOUR


def test_three_negatives_over_24_hours_are_removed():
    memory = last([(Verdict.UP, HOUR), (Verdict.DOWN, HOUR), (Verdict.DOWN, HOUR), (Verdict.DOWN, 23 * HOUR)])
    assert memory.standing is Standing.REMOVED
    assert memory.first_down_at == BEGAN + 2 * HOUR
    assert memory.removed_at == BEGAN + 26 * HOUR


def test_two_negatives_a_day_apart_are_not_removed():
    assert last([(Verdict.DOWN, HOUR), (Verdict.DOWN, 25 * HOUR)]).standing is Standing.SEEN_DOWN


def test_many_negatives_within_a_day_are_not_removed():
    sequence = [(Verdict.DOWN, HOUR / 4)] * 96
    assert last(sequence).standing is Standing.SEEN_DOWN
    assert last([*sequence, (Verdict.DOWN, HOUR / 4)]).standing is Standing.REMOVED


def test_once_up_between_the_negatives_the_count_begins_anew():
    sequence = [(Verdict.DOWN, HOUR), (Verdict.DOWN, 20 * HOUR), (Verdict.UP, HOUR), (Verdict.DOWN, 20 * HOUR)]
    assert last(sequence).negatives == 1


def test_removed_content_that_is_up_again_has_returned():
    sequence = [(Verdict.DOWN, HOUR)] * 3 + [(Verdict.DOWN, 24 * HOUR), (Verdict.UP, 7 * 24 * HOUR)]
    assert last(sequence).standing is Standing.RETURNED
    assert last([*sequence, (Verdict.DOWN, HOUR)]).standing is Standing.SEEN_DOWN


@given(looks)
def test_nothing_is_ever_removed_without_three_negatives_over_a_day(sequence):
    history = told(sequence)
    for place, (_, _, memory) in enumerate(history):
        if memory.standing is not Standing.REMOVED:
            continue
        since_up = history[: place + 1]
        ups = [number for number, entry in enumerate(since_up) if entry[0] is Verdict.UP]
        negatives = [entry for entry in since_up[(ups[-1] + 1 if ups else 0) :] if entry[0] is Verdict.DOWN]
        assert len(negatives) >= 3
        assert negatives[-1][1] - negatives[0][1] >= timedelta(hours=24)
        assert memory.first_down_at == negatives[0][1]


@given(st.lists(st.tuples(st.sampled_from([Verdict.UNKNOWN, Verdict.REFUSED, Verdict.SOFT_DOWN]), waits), max_size=60))
def test_timeouts_refusals_and_soft_answers_alone_never_say_down(sequence):
    assert all(memory == Memory() for _, _, memory in told(sequence))


@given(looks)
def test_unknown_and_refused_change_nothing(sequence):
    silent = {Verdict.UNKNOWN, Verdict.REFUSED, Verdict.SOFT_DOWN}
    before = Memory()
    for verdict, _, memory in told(sequence):
        if verdict in silent:
            assert memory == before
        before = memory


@given(st.lists(st.tuples(st.sampled_from(list(Verdict)), odd_waits), max_size=40))
def test_a_clock_that_jumps_back_never_makes_an_interval_that_ends_before_it_begins(sequence):
    for _, _, memory in told(sequence):
        if memory.first_down_at is not None and memory.last_up_at is not None:
            assert memory.last_up_at <= memory.first_down_at
        if memory.removed_at is not None:
            assert memory.removed_at - memory.first_down_at >= timedelta(hours=24)
