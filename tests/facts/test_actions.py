"""A fact is written with the act it records, names its unit by a digest, and has a day on which it ends."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import transaction

from isigurt import clock
from isigurt.facts.actions import item_fact, notice_fact, report_fact
from isigurt.facts.models import ItemFact, NoticeFact, ReportFact
from tests.facts.factories import NOON, a_report, an_item


@pytest.mark.django_db
def test_a_second_writing_changes_the_unit_s_one_row():
    unit = a_report(channel="web")
    with transaction.atomic():
        report_fact(unit=unit, first_action_at=NOON)
    fact = ReportFact.objects.get()
    assert (fact.channel, fact.first_action_at) == ("web", NOON)


@pytest.mark.django_db
def test_nothing_in_a_fact_leads_back_to_its_unit():
    unit = a_report()
    kept = " ".join(str(value) for value in ReportFact.objects.values().get().values())
    assert str(unit) not in kept
    assert unit.hex not in kept


@pytest.mark.django_db
def test_the_same_id_as_report_and_as_item_gives_facts_that_cannot_be_joined():
    unit = uuid.uuid4()
    with transaction.atomic():
        report_fact(unit=unit, received_at=NOON)
        item_fact(unit=unit, first_received_at=NOON)
    assert ReportFact.objects.get().unit != ItemFact.objects.get().unit


@pytest.mark.django_db
def test_a_notice_is_joined_to_its_item_by_digest():
    item = an_item()
    with transaction.atomic():
        notice_fact(unit=uuid.uuid4(), item=item, sent_at=NOON)
    assert NoticeFact.objects.get().item_unit == ItemFact.objects.get().unit


@pytest.mark.django_db
def test_a_fact_has_its_last_day_from_the_start():
    clock.install(lambda: NOON)
    a_report()
    assert ReportFact.objects.get().expires_on == date(2026, 3, 2) + timedelta(days=3 * 366)


@pytest.mark.django_db
def test_a_fact_goes_when_its_act_is_undone():
    @transaction.atomic
    def fail_halfway():
        report_fact(unit=uuid.uuid4(), received_at=NOON)
        raise LookupError

    with pytest.raises(LookupError):
        fail_halfway()
    assert not ReportFact.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_fact_outside_a_transaction_is_refused():
    with pytest.raises(RuntimeError, match="transaction"):
        report_fact(unit=uuid.uuid4(), received_at=NOON)
