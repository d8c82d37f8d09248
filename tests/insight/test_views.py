"""The statistics page says the figures in both languages, on an empty hotline as on a busy one."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from isigurt import clock
from isigurt.insight.queries import statistics
from tests.facts.factories import NOON, a_case, a_report, an_item
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _noon():
    clock.install(lambda: NOON)


@pytest.fixture
def lead() -> Client:
    return sign_in(Client(), make_member("lead"))


def text_of(client: Client, address: str = "/figures/") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_an_empty_hotline_is_told_what_will_stand_here(lead):
    page = text_of(lead)
    assert "Nothing confirmed in this period" in page
    assert "No report in this period." in page


def test_the_figures_stand_on_the_page(lead):
    a_report(harm_said="bullying", channel="telephone")
    a_case(first_received_at=NOON, first_action_at=NOON + timedelta(minutes=150), deadline_at=NOON - timedelta(hours=1))
    an_item(gone_after=timedelta(hours=2), harm="csam", host_country="NL")
    an_item(harm="csam", host_country="NL")
    page = text_of(lead)
    assert "<b>2 hours 30 minutes</b>" in page
    assert '<th scope="row">Netherlands</th><td>2</td><td>50%</td>' in page
    pictures = re.findall(r'<svg [^>]*class="picture".*?</svg>', page)
    assert len(pictures) == 5
    assert "Netherlands" in pictures[2]
    # The desk's exact counts have no address: nothing may take them for the report's protected numbers.
    assert "data-cell" not in page


def test_the_page_speaks_albanian_to_who_chose_it():
    page = text_of(sign_in(Client(), make_member("analyst", language="sq")))
    assert "Sa shpejt u hoq" in page
    assert "How soon" not in page


def test_the_period_decides_what_is_counted(lead):
    a_report(received_at=NOON - timedelta(days=60))
    assert "<b>0</b> <span>reports received" in text_of(lead)
    assert "<b>1</b> <span>reports received" in text_of(lead, "/figures/?period=90")
    assert "<b>1</b> <span>reports received" in text_of(lead, "/figures/?period=all")


def test_an_unknown_period_shows_the_last_thirty_days(lead):
    assert '<a class="button second" href="?period=30" aria-current="page">' in text_of(lead, "/figures/?period=%00")


def test_the_figures_are_read_from_facts_alone():
    with CaptureQueriesContext(connection) as seen:
        statistics(now=NOON, since=NOON - timedelta(days=30))
    tables = set(re.findall(r'(?:FROM|JOIN) "(\w+)"', " ".join(query["sql"] for query in seen.captured_queries)))
    assert tables == {"facts_reportfact", "facts_casefact", "facts_itemfact"}
