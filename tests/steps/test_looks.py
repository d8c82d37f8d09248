"""A step that works on no rows has one of its own, and may look once a day."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from isigurt import clock
from isigurt.steps import registry
from isigurt.steps.looks import make_missing, register_daily
from isigurt.steps.models import Look
from isigurt.steps.registry import Step, all_steps
from isigurt.steps.runner import run_due

pytestmark = pytest.mark.django_db
EVENING = datetime(2026, 5, 4, 21, 30, tzinfo=UTC)  # half an hour before midnight in Tirana


Do = Callable[[], None]


@pytest.fixture
def daily(monkeypatch) -> Callable[[Do], Step]:
    """Return what registers a daily step, the only one there is."""

    def register(act: Do) -> Step:
        step = register_daily(name="parcels.count", title="Count parcels", act=act)
        make_missing("default")
        return step

    monkeypatch.setattr(registry, "_steps", {})
    return register


def run_at(moment: datetime, step: Step) -> int:
    clock.install(lambda: moment)
    return run_due(step)


def test_it_is_done_once_on_each_day_of_the_country(daily):
    done: list[datetime] = []
    step = daily(lambda: done.append(clock.now()))
    for minutes in (0, 1, 29, 31, 32):
        run_at(EVENING + timedelta(minutes=minutes), step)
    assert done == [EVENING, EVENING + timedelta(minutes=31)]


def test_what_went_on_past_midnight_is_done_again(daily):
    step = daily(lambda: clock.install(lambda: EVENING + timedelta(hours=1)))
    assert run_at(EVENING, step) == 2


def test_what_failed_is_tried_again_on_the_same_day(daily):
    def fail():
        raise ValueError

    step = daily(fail)
    assert run_at(EVENING, step) == 1
    assert run_at(EVENING, step) == 0
    Look.objects.update(not_before=None)
    assert run_at(EVENING, step) == 1


def test_a_prepared_store_has_each_row_once():
    wanted = sorted(step.name for step in all_steps() if step.model is Look)
    assert {"takedown.sweep", "insight.end_editions"} < set(wanted)
    make_missing("default")
    make_missing("door")  # which has no such table
    assert list(Look.objects.order_by("step").values_list("step", flat=True)) == wanted
