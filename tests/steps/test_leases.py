"""A row is held by one worker at a time, comes back when the worker dies, and is given up in the end."""

import threading
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from isigurt.steps.leases import dead_rows, give_back, put_off, revive, take
from isigurt.steps.registry import Step
from tests.steps.parcels.models import Parcel, ParcelState


def step(**changes) -> Step:
    given_ = {
        "name": "parcels.send",
        "title": "Send parcels",
        "model": Parcel,
        "due": lambda now: Parcel.objects.filter(state=ParcelState.WAITING),
        "act": lambda row: None,
        **changes,
    }
    return Step(**given_)


@pytest.mark.django_db
def test_a_due_row_is_taken_once_until_it_is_given_back():
    Parcel.objects.create()
    (row,) = take(step())
    assert take(step()) == []
    give_back(step(), row)
    assert [again.pk for again in take(step())] == [row.pk]


@pytest.mark.django_db
def test_a_row_that_is_not_due_is_never_taken():
    Parcel.objects.create(state=ParcelState.SENT)
    assert take(step()) == []


@pytest.mark.django_db
def test_the_lease_of_a_dead_worker_ends():
    parcel = Parcel.objects.create()
    take(step())
    Parcel.objects.filter(pk=parcel.pk).update(leased_until=timezone.now() - timedelta(seconds=1))
    assert len(take(step())) == 1


@pytest.mark.django_db
def test_a_lease_from_before_the_clock_was_put_back_holds_nothing_up():
    parcel = Parcel.objects.create()
    Parcel.objects.filter(pk=parcel.pk).update(leased_until=timezone.now() + timedelta(days=30))
    assert len(take(step())) == 1


@pytest.mark.django_db
def test_a_wait_from_before_the_clock_was_put_back_holds_nothing_up():
    parcel = Parcel.objects.create()
    Parcel.objects.filter(pk=parcel.pk).update(not_before=timezone.now() + timedelta(days=30))
    assert len(take(step())) == 1


@pytest.mark.django_db
def test_a_worker_whose_lease_ran_out_cannot_release_the_row_from_the_next_one():
    parcel = Parcel.objects.create()
    (late,) = take(step())
    Parcel.objects.filter(pk=parcel.pk).update(leased_until=timezone.now() - timedelta(seconds=1))
    (holder,) = take(step())
    give_back(step(), late)
    put_off(step(), late, ValueError())
    parcel.refresh_from_db()
    assert parcel.lease_token == holder.lease_token
    assert parcel.attempts == 0


@pytest.mark.django_db
def test_a_failed_row_waits_before_it_is_tried_again():
    parcel = Parcel.objects.create()
    put_off(step(), take(step())[0], ValueError("secret words of a reporter"))
    parcel.refresh_from_db()
    assert take(step()) == []
    assert parcel.attempts == 1
    assert parcel.not_before > timezone.now()
    assert parcel.last_error == "ValueError"  # never the text, which may quote a report


@pytest.mark.django_db
def test_a_row_that_fails_too_often_is_given_up_listed_and_can_be_revived():
    parcel = Parcel.objects.create()
    once = step(max_attempts=1)
    put_off(once, take(once)[0], ValueError())
    Parcel.objects.update(not_before=None)
    assert take(once) == []
    assert list(dead_rows(once)) == [parcel]
    assert revive(once, row_id=parcel.pk)
    assert not revive(once, row_id=parcel.pk)
    assert len(take(once)) == 1


@given(attempts=st.integers(min_value=0, max_value=30_000))
@pytest.mark.django_db
def test_no_wait_is_longer_than_half_again_the_longest(attempts):
    row = Parcel.objects.create(attempts=attempts)
    long_lived = step(max_attempts=1_000_000)
    (row,) = take(long_lived)
    put_off(long_lived, row, ValueError())
    row.refresh_from_db()
    assert row.not_before - timezone.now() <= 1.5 * long_lived.longest_wait
    row.delete()


@pytest.mark.django_db(transaction=True)
def test_no_two_of_eight_racing_workers_get_the_same_row():
    Parcel.objects.bulk_create([Parcel() for _ in range(60)])
    taken: list = []
    ready = threading.Barrier(8)

    def work():
        ready.wait()
        try:
            while rows := take(step(batch=3)):
                taken.extend(row.pk for row in rows)
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert len(taken) == 60
    assert len(set(taken)) == 60
