"""The runner acts on what is due, puts off what fails, and comes to rest."""

import threading

import pytest
from django.db import connection

from isigurt.steps import registry, runner
from isigurt.steps.registry import Step
from tests.steps.parcels.models import Parcel, ParcelState
from tests.steps.test_leases import step


def send(row):
    Parcel.objects.filter(pk=row.pk).update(state=ParcelState.SENT)


@pytest.mark.django_db
def test_every_due_row_is_acted_on_once():
    Parcel.objects.bulk_create([Parcel() for _ in range(45)])
    assert runner.run_due(step(act=send)) == 45
    assert not Parcel.objects.exclude(state=ParcelState.SENT).exists()
    assert not Parcel.objects.exclude(lease_token=None).exists()


@pytest.mark.django_db
def test_one_failing_row_does_not_hold_up_the_others():
    heavy = Parcel.objects.create(weight=100)
    Parcel.objects.bulk_create([Parcel() for _ in range(5)])

    def refuse_heavy(row):
        if row.weight > 50:
            raise ValueError("too heavy")
        send(row)

    runner.run_due(step(act=refuse_heavy))
    assert list(Parcel.objects.filter(state=ParcelState.WAITING)) == [heavy]


@pytest.mark.django_db
def test_an_act_that_leaves_its_row_due_is_noticed():
    Parcel.objects.create()
    with pytest.raises(RuntimeError, match="never came to rest"):
        runner.run_until_idle([step(act=lambda row: None)], rounds=3)


@pytest.mark.django_db
def test_an_act_may_delete_its_row():
    Parcel.objects.create()
    assert runner.run_until_idle([step(act=lambda row: Parcel.objects.filter(pk=row.pk).delete())]) == 1


@pytest.mark.django_db(transaction=True)
def test_rows_of_a_parallel_step_are_worked_on_at_once():
    Parcel.objects.bulk_create([Parcel() for _ in range(4)])
    together = threading.Barrier(4, timeout=20)

    def meet(row):
        together.wait()
        send(row)

    assert runner.run_due(step(act=meet, parallel=4)) == 4
    assert not Parcel.objects.exclude(state=ParcelState.SENT).exists()


@pytest.mark.django_db(transaction=True)
def test_the_worker_runs_until_it_is_stopped(monkeypatch):
    Parcel.objects.create()
    stop = threading.Event()

    def send_and_stop(row):
        send(row)
        stop.set()

    monkeypatch.setattr(registry, "_steps", {"parcels.send": step(act=send_and_stop)})
    runner.run_for_ever(stop, idle_seconds=0.01)
    assert Parcel.objects.get().state == ParcelState.SENT
    connection.close()


def test_two_steps_of_one_name_are_refused(monkeypatch):
    monkeypatch.setattr(registry, "_steps", {})
    first: Step = registry.register(step())
    with pytest.raises(ValueError, match=r"parcels\.send"):
        registry.register(step())
    assert registry.get("parcels.send") is first
