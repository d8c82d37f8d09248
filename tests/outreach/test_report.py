"""A campaign's own report: as a page, as a file, and without a word about reports to the hotline."""

import csv
import datetime as dt
import io
import uuid

import pytest
from django.core.files.base import ContentFile
from django.test import Client

from isigurt.ledger.actor import COMMAND
from isigurt.outreach.actions import accept_sign_up, refuse_sign_up
from isigurt.outreach.models import Download, Material
from isigurt.outreach.report import report, usual_period
from isigurt.staff.models import Role
from tests.intake.factories import opened
from tests.outreach.factories import campaign, resource, section, translated
from tests.outreach.sign_ups import OPEN, sign_up
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])
DAY = dt.date(2030, 2, 12)


@pytest.fixture
def page():
    return campaign(**OPEN, starts_on=DAY, ends_on=DAY)


@pytest.fixture
def editor() -> Client:
    return sign_in(Client(), make_member(Role.EDITOR))


def accepted(page, way="activity", **changed):
    row = sign_up(way, campaign=page.translation_key, **changed)
    accept_sign_up(sign_up=row, actor=COMMAND)
    return row


def address(page, end: str = "") -> str:
    return f"/taking-part/reports/{page.translation_key}/{end}"


def rows_of(response) -> list[list[str]]:
    return list(csv.reader(io.StringIO(response.content.decode("utf-8-sig")), delimiter=";"))


def test_who_took_part_is_counted_and_nobody_else(page, settings):
    settings.LANGUAGE_CODE = "en"
    paper = resource(printed=True, title="Plakati i madh")
    accepted(page)
    accepted(page, municipality="shkoder", organisation_kind="parents", audiences="parents", expected="30")
    accepted(page, "pledge")
    accepted(page, "order", material=paper.translation_key)
    sign_up(campaign=page.translation_key)
    refuse_sign_up(sign_up=sign_up("pledge", campaign=page.translation_key), actor=COMMAND, refusal="twice")
    accepted(campaign(page.get_parent().specific, slug="tjeter", title="Tjetër"))
    made = report(page, *usual_period(page, DAY))
    assert [number for _what, number in made.totals] == [2, 150, 2, 1, 1, 40, 0]
    numbers = [[number for _what, number in table.lines] for table in made.tables]
    assert numbers == [[1, 1], [1, 2], [1, 1], [1], [40], [], [1, 1]]


def test_municipalities_are_sorted_as_albanian_sorts(page):
    for where in ("shkoder", "sarande", "tirane"):
        accepted(page, municipality=where)
    towns = [what for what, _number in report(page, DAY, DAY).tables[0].lines]
    assert towns == ["Sarandë", "Shkodër", "Tiranë"]


def test_downloads_are_those_of_the_period_by_the_file_s_name(page, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    material = Material(title="Plani i orës", file=ContentFile(b"%PDF-1.7\n%%EOF\n", "plani.pdf"))
    material.save()
    for day, count in ((DAY, 5), (DAY - dt.timedelta(days=1), 2), (dt.date(2020, 1, 1), 100)):
        Download.objects.create(file=material.url, day=day, count=count)
    Download.objects.create(file="/media/documents/i-vjeter.pdf", day=DAY, count=1)
    found = report(page, DAY - dt.timedelta(days=1), DAY).tables[5].lines
    assert found == [("Plani i orës", 7), ("i-vjeter.pdf", 1)]


def test_the_usual_days_are_sixty_before_and_thirty_after_and_reach_back_from_today_when_it_is_far_ahead(page):
    sixty, thirty = dt.timedelta(days=60), dt.timedelta(days=30)
    last = OPEN["open_until"] + thirty
    assert usual_period(page, DAY + dt.timedelta(days=400)) == (DAY - sixty, last)
    assert usual_period(page, DAY) == (DAY - sixty, last)
    far = DAY - dt.timedelta(days=200)
    assert usual_period(page, far) == (far - sixty, last)


def test_the_page_and_the_file_say_the_same(page, editor):
    accepted(page)
    shown = editor.get(address(page))
    assert shown.status_code == 200
    assert "Activities by municipality" in shown.content.decode()
    response = editor.get(address(page, "report.csv"))
    assert response["Content-Disposition"].startswith("attachment; filename=")
    rows = rows_of(response)
    assert ["In all", "Activities", "1"] in rows
    assert ["Activities by municipality", "Tirana", "1"] in rows
    assert {len(row) for row in rows} == {3}


def test_reports_to_the_hotline_change_nothing_in_it(page, editor):
    accepted(page)
    before = editor.get(address(page, "report.csv")).content
    opened()
    opened(words="Edhe një raportim.")
    assert editor.get(address(page, "report.csv")).content == before


def test_nothing_in_it_could_be_written_to_or_recognised(page, editor):
    accepted(page)
    accepted(page, "order")
    whole = editor.get(address(page)).content.decode() + editor.get(address(page, "report.csv")).content.decode()
    for word in ("@shkolla.example", "@prove.example", "Era Provë", "Rruga e Provës"):
        assert word not in whole


def test_a_title_is_never_a_formula(page, editor):
    paper = resource(printed=True, title="=HYPERLINK(1)", slug="formula")
    accepted(page, "order", material=paper.translation_key)
    assert ["Copies sent, by material", "'=HYPERLINK(1)", "40"] in rows_of(editor.get(address(page, "report.csv")))


@pytest.mark.parametrize("language", ["sq", "en"])
def test_an_empty_report_says_so_under_every_heading(page, language):
    client = sign_in(Client(), make_member(Role.LEAD, language=language))
    shown = client.get(address(page)).content.decode()
    assert shown.count("Asnjë." if language == "sq" else "None.") == 7


@pytest.mark.parametrize(
    "period", ["begins=2030-02-12&ends=2030-02-01", "begins=soon&ends=2030-02-01", "begins=2030-02-01"]
)
def test_a_period_that_cannot_be_is_said_and_the_usual_one_is_shown(page, editor, period):
    shown = editor.get(f"{address(page)}?{period}")
    assert shown.status_code == 422
    assert "needs another look" in shown.content.decode() or "need another look" in shown.content.decode()
    assert "14 March 2030" not in shown.content.decode()
    assert "30 March 2030" in shown.content.decode()


def test_a_campaign_in_two_languages_has_one_report(page, editor):
    translated(page, section("en", slug="campaigns"), slug="together", title="Together")
    listed = editor.get("/taking-part/reports/").content.decode()
    assert listed.count(address(page)) == 1


def test_without_a_campaign_the_list_says_so_and_a_report_of_nothing_is_not_found(editor):
    assert 'class="empty"' in editor.get("/taking-part/reports/").content.decode()
    for end in ("", "report.csv"):
        assert editor.get(f"/taking-part/reports/{uuid.uuid4()}/{end}").status_code == 404


@pytest.mark.parametrize("role", [Role.ANALYST, Role.AUDITOR, Role.ADMIN])
def test_nobody_else_reads_it(page, role):
    client = sign_in(Client(), make_member(role))
    for end in ("", "report.csv"):
        assert client.get(address(page, end)).status_code == 403
