"""A lead freezes a year that is over; whoever asks for what cannot be frozen is told why, and nothing is lost by it."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from isigurt import clock
from isigurt.country import pack
from isigurt.insight import command
from isigurt.insight.edition.manifest import open_edition
from isigurt.insight.edition.sample import invented_year, write_facts
from isigurt.insight.models import EditionWork
from isigurt.insight.place import folder_of
from isigurt.ledger.models import Entry
from isigurt.steps.runner import run_until_idle
from tests.facts.factories import NOON, a_case, a_report
from tests.insight.edition.test_frozen import frozen
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])
YEAR = "/editions/2026/"
FREEZE = "/editions/2026/freeze/"


@pytest.fixture(autouse=True)
def _place(tmp_path, settings):
    settings.ISIGURT_VAR, settings.ISIGURT_BAKED = tmp_path, tmp_path / "baked"
    clock.install(lambda: datetime(2027, 1, 4, 9, tzinfo=UTC))


@pytest.fixture
def lead() -> Client:
    return sign_in(Client(), make_member("lead"))


def page(client, address, status=200):
    answer = client.get(address, follow=True)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def acts() -> list[str]:
    return list(Entry.objects.filter(subject="edition").order_by("seq").values_list("act", flat=True))


def test_a_year_that_is_over_becomes_an_edition_from_the_desks_facts(lead):
    a_report(channel="web")
    assert "not frozen" in page(lead, "/editions/")
    assert f'href="{FREEZE}"' in page(lead, YEAR)
    assert lead.post(FREEZE).status_code == 302
    assert "waits for the worker" in page(lead, YEAR)
    run_until_idle()
    assert open_edition(folder_of(2026)).files.keys() == {"report"}
    assert "Freeze: done" in page(lead, YEAR)
    assert acts() == ["edition.freeze_asked", "edition.frozen"]


def test_what_freezing_means_is_said_before_it_is_done(lead):
    a_report()
    said = page(lead, FREEZE)
    assert "enters next year’s edition" in said
    assert "kept until 31 December 2029" in said
    assert not EditionWork.objects.exists()


def test_a_year_that_is_not_over_is_refused_in_words(lead):
    clock.install(lambda: datetime(2026, 12, 31, 22, 59, tzinfo=UTC))  # a minute before the year ends in Tirana
    a_report()
    assert "not over" in page(lead, FREEZE)
    assert "not over" in lead.post(FREEZE, follow=True).content.decode()
    assert "2026" not in page(lead, "/editions/").partition("<h1>")[2]
    assert not EditionWork.objects.exists()


@pytest.mark.parametrize("year", [2025, 2019, 0, 99999])
def test_a_year_without_facts_is_refused_in_words(lead, year):
    assert lead.post(f"/editions/{year}/freeze/", follow=True).status_code == 200
    assert not EditionWork.objects.exists()
    assert lead.get(f"/editions/{year}/").status_code == 404


def test_of_two_members_who_ask_at_once_the_second_is_told(lead):
    a_report()
    lead.post(FREEZE)
    other = sign_in(Client(), make_member("admin"))
    assert "already" in other.post(FREEZE, follow=True).content.decode()
    assert EditionWork.objects.count() == 1


def test_what_is_frozen_is_not_offered_again_and_whoever_asks_is_told(lead):
    a_report()
    lead.post(FREEZE)
    run_until_idle()
    assert f'href="{FREEZE}"' not in page(lead, YEAR)
    assert "frozen already" in page(lead, FREEZE)
    assert EditionWork.objects.count() == 1


def test_where_the_command_was_quicker_its_edition_stands_and_the_desk_says_so(lead, tmp_path):
    a_report()
    lead.post(FREEZE)
    write_facts(invented_year(rows=9, seed=1, year=2026, pack=pack()), tmp_path / "facts")
    assert command.new(2026, facts=tmp_path / "facts") == 0
    theirs = open_edition(folder_of(2026))
    run_until_idle()
    assert open_edition(folder_of(2026)) == theirs
    assert "Nothing was frozen by this" in page(lead, YEAR)
    assert "is frozen already" in page(lead, YEAR)
    assert acts() == ["edition.freeze_asked", "edition.frozen"]


def test_what_was_killed_after_it_froze_is_noted_and_not_frozen_again(lead):
    a_report()
    lead.post(FREEZE)
    frozen(folder_of(2026))  # as a worker leaves it that is killed before it can say so
    run_until_idle()
    assert "Freeze: done" in page(lead, YEAR)
    assert acts() == ["edition.freeze_asked", "edition.frozen"]


def test_facts_that_do_not_fit_are_named_and_freeze_nothing(lead):
    a_case(harm="witchcraft", first_received_at=NOON)
    lead.post(FREEZE)
    run_until_idle()
    said = page(lead, YEAR)
    assert "&quot;witchcraft&quot;" in said
    assert f'href="{FREEZE}"' in said
    assert not folder_of(2026).exists()


def test_an_editor_sees_the_year_and_leaves_the_freezing_to_a_lead():
    a_report()
    editor = sign_in(Client(), make_member("editor"))
    assert "A lead or an administrator freezes it." in page(editor, YEAR)
    assert editor.post(FREEZE).status_code == 403
    assert not EditionWork.objects.exists()


def test_the_page_of_freezing_speaks_albanian_to_who_chose_it():
    a_report()
    said = page(sign_in(Client(), make_member("lead", language="sq")), FREEZE)
    assert "Të ngrijmë vitin 2026?" in said
    assert "Freeze" not in said
