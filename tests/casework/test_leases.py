"""Leases and numbers, raced by threads on a real database."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import connections
from django.utils import timezone

from isigurt import clock
from isigurt.casework.actions import reassign, release, renew, set_child_at_risk, take, take_next
from isigurt.casework.errors import HeldByAnother
from isigurt.casework.models import Case
from isigurt.ledger.actor import COMMAND
from isigurt.ledger.verify import verify_chain
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due
from tests.casework.factories import member, placed, report


def raced(work, each):
    def alone(one):
        try:
            return work(one)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(max_workers=8) as pool:
        return list(pool.map(alone, each))


@pytest.mark.django_db(transaction=True)
def test_no_two_members_ever_get_the_same_case():
    for number in range(10):
        placed(f"https://a.al/{number}", harm="bullying")
    members = [member() for _ in range(12)]
    taken = [case.pk for case in raced(lambda one: take_next(member=one), members) if case is not None]
    assert len(taken) == len(set(taken)) == 10
    assert verify_chain().whole


@pytest.mark.django_db(transaction=True)
def test_cases_opened_at_once_get_numbers_of_their_own_without_a_gap():
    reports = [report(f"https://b.al/{number}", harm="hate") for number in range(12)]
    step = get("casework.place")
    raced(lambda _: run_due(step), reports)
    run_due(step)
    numbers = sorted(int(number[5:]) for number in Case.objects.values_list("number", flat=True))
    assert numbers == list(range(1, 13))


@pytest.mark.django_db(transaction=True)
def test_reports_of_one_address_placed_at_once_end_in_one_case():
    for _ in range(8):
        report("https://c.al/foto/1")
    step = get("casework.place")
    raced(lambda _: run_due(step), range(8))
    run_due(step)
    assert Case.objects.count() == 1
    assert Case.objects.get().case_reports.count() == 8
    assert Case.objects.get().case_items.get().item.times_reported == 8


@pytest.mark.django_db
def test_the_most_urgent_case_comes_first():
    later = placed("https://d.al/1", harm="hate")
    sooner = placed("https://d.al/2", harm="csam")
    risky = placed("https://d.al/3", harm="other")
    placed("https://d.al/4", harm="csam", lane=1)
    someone = member()
    set_child_at_risk(case=risky, member=someone, at_risk=True)
    assert [take_next(member=member()) for _ in range(3)] == [risky, sooner, later]


@pytest.mark.django_db
def test_a_lease_runs_out_is_renewed_and_is_given_back():
    case, first, second = placed(), member(), member()
    take(case=case, member=first)
    with pytest.raises(HeldByAnother):
        take(case=case, member=second)
    assert not renew(case=case, member=second)
    assert renew(case=case, member=first)
    Case.objects.update(leased_until=timezone.now() - timedelta(seconds=1))
    take(case=case, member=second)
    assert release(case=case, member=second)
    assert not release(case=case, member=first)
    take(case=case, member=first)


@pytest.mark.django_db
def test_a_lease_from_a_clock_that_was_put_back_holds_nobody_up():
    case = placed()
    take(case=case, member=member())
    Case.objects.update(leased_until=timezone.now() + timedelta(days=400))
    assert take_next(member=member()) == case


@pytest.mark.django_db
def test_an_assigned_case_waits_for_its_member_until_it_is_overdue():
    case, theirs, other = placed(), member(), member()
    reassign(case=case, actor=COMMAND, to=theirs)
    assert take_next(member=other) is None
    assert take_next(member=theirs) == case
    release(case=case, member=theirs)
    late = clock.now() + timedelta(hours=3)
    clock.install(lambda: late)
    assert take_next(member=other) == case
