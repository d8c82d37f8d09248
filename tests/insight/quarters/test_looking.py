"""Once a day the worker closes what is to be closed, and lays the page: each number once and for good."""

from datetime import UTC, date, datetime

import pytest

from isigurt.baked import Baked
from isigurt.country import pack
from isigurt.facts.models import ReportFact
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.place import editions_folder
from isigurt.insight.quarters import looking
from isigurt.insight.quarters.kept import shown_quarters
from isigurt.ledger.actor import WORKER
from isigurt.ledger.models import Entry
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due
from tests.facts.factories import a_case, a_report

pytestmark = pytest.mark.django_db
SPRING = date(2026, 5, 4)  # the first quarter is closed, the second is open
PAGE = "/en/transparency/"


@pytest.fixture(autouse=True)
def place(tmp_path, settings):
    settings.ISIGURT_VAR, settings.ISIGURT_BAKED = tmp_path, tmp_path / "baked"
    return tmp_path


def reports(number: int, *, month: int) -> None:
    for each in range(number):
        a_report(received_at=datetime(2026, month, 1 + each % 28, 12, tzinfo=UTC))


def look(today: date = SPRING) -> bool:
    return looking.look(today=today, actor=WORKER, pack=pack())


def site(place) -> dict[str, bytes]:
    there = Baked(place / "baked" / "reports")
    return {address: there.find(address).plain for address in there.addresses()}


def entries() -> list[str]:
    return list(Entry.objects.filter(act="quarter.published").order_by("seq").values_list("subject_id", flat=True))


def test_before_the_first_quarter_the_page_says_when_it_comes(place):
    reports(20, month=4)
    assert look()
    assert set(site(place)) == {PAGE, "/sq/transparenca/"}
    assert b"30 July 2026" in site(place)[PAGE]
    assert not look()
    assert (shown_quarters(editions_folder()), entries()) == ({}, [])


def test_a_closed_quarter_is_shown_with_its_data_and_recorded(place):
    reports(40, month=2)
    reports(20, month=4)
    a_case(opened_at=datetime(2026, 2, 3, tzinfo=UTC))
    assert look()
    ((year, quarters),) = shown_quarters(editions_folder()).items()
    assert (year, list(quarters)) == (2026, ["q1"])
    assert quarters["q1"] == {"reports": 40, "victims": None, "items": None, "confirmed": None}
    assert b'data-cell="cell:quarters/2026/reports/quarter=q1">40<' in site(place)[PAGE]
    assert b"quarter=q2" not in site(place)[PAGE]
    assert site(place)[f"{PAGE}quarters.csv"].count(b"\r\n") == 2
    assert entries() == ["2026-q1"]
    assert not look()
    assert entries() == ["2026-q1"]


def test_a_number_that_was_shown_is_never_counted_again(place):
    reports(40, month=2)
    look()
    before = site(place)
    reports(30, month=3)
    assert not look()
    assert site(place) == before


def test_the_next_quarter_comes_beside_it_even_if_nothing_came_in(place):
    reports(40, month=2)
    look()
    assert look(date(2026, 7, 30))
    assert list(shown_quarters(editions_folder())[2026]) == ["q1", "q2"]
    assert set(shown_quarters(editions_folder())[2026]["q2"].values()) == {None}


def test_a_look_that_was_cut_short_is_gone_on_with(place, monkeypatch):
    def killed(**_told):
        raise KeyboardInterrupt

    reports(40, month=2)
    with monkeypatch.context() as patch:
        patch.setattr(looking, "record", killed)
        with pytest.raises(KeyboardInterrupt):
            look()
    assert entries() == []
    ReportFact.objects.all().delete()
    assert look()
    assert entries() == ["2026-q1"]
    assert shown_quarters(editions_folder())[2026]["q1"]["reports"] == 40


def test_numbers_that_were_changed_or_lost_since_are_not_laid(place):
    reports(40, month=2)
    look()
    before = site(place)
    file = place / "editions/quarters/2026.json"
    file.write_bytes(file.read_bytes().replace(b"40", b"45"))
    with pytest.raises(EditionFaulty, match="shown with other numbers"):
        look()
    file.unlink()
    reports(30, month=3)
    with pytest.raises(EditionFaulty, match="shown with other numbers"):
        look()
    assert not file.exists()
    (place / "editions/2026").mkdir()
    (place / "editions/2026/published.json").write_text("{}")
    with pytest.raises(EditionFaulty, match="are lost"):
        look()
    assert site(place) == before


def test_a_year_whose_report_is_published_closes_no_further_quarter(place):
    reports(40, month=2)
    (place / "editions/2026").mkdir(parents=True)
    (place / "editions/2026/published.json").write_text("{}")
    look()
    assert shown_quarters(editions_folder()) == {}


def test_what_the_gate_refuses_is_not_laid(place, monkeypatch):
    reports(40, month=2)
    monkeypatch.setattr(looking, "faults_in", lambda *_: ["a daily ticker"])
    with pytest.raises(EditionFaulty, match="a daily ticker"):
        look()
    assert site(place) == {}
    assert entries() == []


def test_the_worker_lays_the_page(place):
    assert run_due(get("insight.close_quarters")) == 1
    assert PAGE in site(place)
