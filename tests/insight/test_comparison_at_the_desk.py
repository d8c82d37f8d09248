"""The page of two years says what changed, what is new or gone and what is left out, or that there is nothing yet."""

from dataclasses import replace

import pytest
from django.test import Client

from isigurt.insight.place import folder_of
from isigurt.insight.publication.published import NAME, Published, published_text
from tests.insight.editions import an_edition
from tests.insight.publication.test_content import content
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/editions/2026/compared/"


@pytest.fixture(scope="module")
def years(tmp_path_factory):
    before = {each: content(tmp_path_factory.mktemp("before"), year=2025, language=each, seed=4)[1]
              for each in ("sq", "en")}  # fmt: skip
    now = {each: content(tmp_path_factory.mktemp("now"), language=each, before=before[each])[1] for each in before}
    return before, now


@pytest.fixture
def lead(tmp_path, settings) -> Client:
    settings.ISIGURT_VAR = tmp_path
    an_edition(tmp_path / "editions", rows=20)
    return sign_in(Client(), make_member("lead"))


def put(year, contents):
    folder_of(year).mkdir(exist_ok=True)
    (folder_of(year) / NAME).write_bytes(published_text(Published((), contents)))


def page(client, status=200):
    answer = client.get(PAGE)
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def test_both_years_stand_side_by_side(lead, years):
    put(2025, years[0])
    put(2026, years[1])
    shown = page(lead)
    assert '<th scope="col">2026</th><th scope="col">2025</th>' in shown
    assert "The year at a glance" in shown
    assert "Left out: class, age: " in shown
    assert "have changed since" not in shown


def test_a_new_table_and_one_that_is_gone_are_named(lead, years):
    def without(contents, table):
        return {
            language: replace(each, tables=tuple(one for one in each.tables if one.id != table))
            for language, each in contents.items()
        }

    put(2025, without(years[0], "harms"))
    put(2026, without(years[1], "channels"))
    shown = page(lead)
    assert "new this year" in shown
    assert "not in this report any more" in shown
    assert "have changed since" in shown


def test_without_a_year_before_the_page_says_so_and_shows_this_one(lead, years):
    put(2026, years[1])
    shown = page(lead)
    assert "No report of 2025 to compare with" in shown
    assert '<th scope="col">2025</th>' not in shown
    assert "The year in figures" in shown


def test_before_it_is_built_there_is_nothing_to_compare(lead):
    page(lead, status=404)


def test_the_page_speaks_albanian_to_who_chose_it(lead, years):
    put(2026, years[1])
    shown = page(sign_in(Client(), make_member("editor", language="sq")))
    assert "Nuk ka raport të vitit 2025 për krahasim" in shown
    assert "Viti në shifra" in shown
