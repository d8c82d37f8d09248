"""What the desk's store holds of a year becomes the facts of its edition."""

from datetime import UTC, date, datetime, timedelta

import pytest

from isigurt.country import pack
from isigurt.facts.actions import unit_digest
from isigurt.facts.models import MERGED, ItemFact
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.gathering import gather
from tests.facts.factories import NOON, a_case, a_notice, a_report, an_item

HOUR = timedelta(hours=1)
NEW_YEAR = datetime(2026, 12, 31, 23, 30, tzinfo=UTC)  # half past midnight in Tirana
pytestmark = pytest.mark.django_db


def the_only(unit: str, year: int = 2026) -> dict[str, object]:
    (row,) = gather(year=year, pack=pack())[unit].to_pylist()
    return row


def test_a_report_is_counted_by_the_countrys_clock():
    a_report(received_at=NEW_YEAR, channel="web")
    assert the_only("report", 2027)["day"] == date(2027, 1, 1)
    with pytest.raises(EditionFaulty, match="no fact of 2026"):
        gather(year=2026, pack=pack())


def test_a_reports_words_and_spans():
    a_report(channel="mail", reporter_kind="parent", harm_said="bullying", platform="tiktok",
             first_action_at=NOON + 25 * HOUR)  # fmt: skip
    row = the_only("report")
    assert (row["channel"], row["reporter"], row["harm"], row["platform"]) == ("mail", "parent", "bullying", "tiktok")
    assert (row["first_action"], row["in_time"]) == (25 * 60, False)
    assert (row["region"], row["campaign"]) == (None, None)


def test_a_report_that_nobody_acted_on_was_not_acted_on_in_time():
    a_report(harm_said="bullying")
    row = the_only("report")
    assert (row["first_action"], row["in_time"]) == (None, False)


def test_a_strange_word_from_the_public_door_says_nothing_and_stops_nothing():
    a_report(platform="<b>x</b>", harm_said="witchcraft", channel="web")
    row = the_only("report")
    assert (row["platform"], row["harm"], row["in_time"], row["channel"]) == (None, None, None, "web")


def test_a_flood_is_counted_only_where_a_person_acted_on_it():
    a_report(looks_automated=True)
    a_report(looks_automated=True, first_action_at=NOON + HOUR)
    assert len(gather(year=2026, pack=pack())["report"]) == 1


def test_a_merged_case_is_counted_with_the_one_it_went_into():
    a_case(outcome=MERGED, closed_at=NOON)
    a_case(harm="hate", closed_at=NOON, outcome="removed", referred_to_police_at=NOON)
    row = the_only("victim")
    assert (row["harm"], row["outcome"], row["police"], row["partner"]) == ("hate", "removed", True, None)


def test_a_case_belongs_to_the_year_of_its_first_report():
    a_case(opened_at=NOON, first_received_at=NOON - timedelta(days=100))
    assert the_only("victim", 2025)["outcome"] == "open"


def test_removal_runs_from_the_first_report_to_seen_down_once_it_is_confirmed():
    an_item(gone_after=26 * HOUR, host_country="NL", last_up_at=NOON + 20 * HOUR)
    row = the_only("item")
    assert (row["seen_up"], row["seen_down"], row["confirmed"], row["country"]) == (20 * 60, 26 * 60, True, "NL")


def test_what_was_seen_down_but_not_confirmed_is_still_up():
    an_item(gone_after=HOUR, removed=False)
    assert the_only("item")["seen_down"] is None


def test_what_came_back_is_up_again_until_it_is_removed_again():
    an_item(gone_after=HOUR, returned_at=NOON + timedelta(days=9))
    assert the_only("item")["seen_down"] is None
    ItemFact.objects.update(removed_at=NOON + timedelta(days=12), seen_down_at=NOON + timedelta(days=10))
    assert the_only("item")["seen_down"] == 10 * 24 * 60


def test_only_a_notice_that_was_sent_is_counted():
    a_notice(sent_at=None)
    a_notice(provider="Host", provider_country="DE", outcome="removed", outcome_at=NOON + 2 * HOUR)
    row = the_only("notice")
    assert (row["provider"], row["country"], row["outcome"], row["answered"]) == ("Host", "DE", "removed", 120)


def test_a_notice_says_what_its_item_was_about_even_one_of_the_year_before():
    unit = an_item(harm="hate")
    ItemFact.objects.update(first_received_at=NOON - timedelta(days=200))
    a_notice(item_unit=unit_digest(ItemFact, unit))
    a_notice(item_unit="of no item that is still known")
    assert sorted(gather(year=2026, pack=pack())["notice"]["harm"].to_pylist(), key=str) == [None, "hate"]


def test_a_word_of_ours_that_the_pack_does_not_list_is_a_fault():
    a_case(harm="witchcraft")
    an_item(gone_after=-HOUR)
    with pytest.raises(EditionFaulty) as caught:
        gather(year=2026, pack=pack())
    assert 'victims: "harm" is "witchcraft"' in caught.value.problems[0]
    assert 'items: "seen_down" is negative' in caught.value.problems[1]
