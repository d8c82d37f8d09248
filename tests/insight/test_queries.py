"""The desk's figures count what the facts say, and removal as the field counts it."""

from datetime import timedelta

import pytest

from isigurt.facts.models import ItemFact
from isigurt.insight.queries import removal_by, statistics
from tests.facts.factories import NOON, a_case, a_report, an_item

HOUR = timedelta(hours=1)
pytestmark = pytest.mark.django_db


def test_an_empty_hotline_has_figures_of_nought():
    figures = statistics(now=NOON)
    assert (figures.reports, figures.cases, figures.open_cases, figures.overdue_cases) == (0, 0, 0, 0)
    assert figures.first_action_median is None
    assert figures.removal.confirmed == 0
    assert figures.removal.percent_within_day() == 0
    assert figures.by_harm == []


def test_a_closed_case_is_neither_open_nor_overdue():
    a_case(deadline_at=NOON - HOUR)
    a_case(deadline_at=NOON + HOUR)
    a_case(deadline_at=NOON - HOUR, closed_at=NOON)
    figures = statistics(now=NOON)
    assert (figures.cases, figures.open_cases, figures.overdue_cases) == (3, 2, 1)


def test_an_old_open_case_stays_open_in_every_period():
    a_case(opened_at=NOON - timedelta(days=400))
    figures = statistics(now=NOON, since=NOON - timedelta(days=30))
    assert (figures.cases, figures.open_cases) == (0, 1)


def test_time_to_first_action_runs_from_the_first_report_and_leaves_out_who_still_waits():
    for hours in (1, 2, 9):
        a_case(first_received_at=NOON, first_action_at=NOON + hours * HOUR)
    a_case(first_received_at=NOON)
    figures = statistics(now=NOON)
    assert (figures.first_action_median, figures.first_action_counted) == (2 * HOUR, 3)


@pytest.mark.parametrize(
    ("gone_after", "column"),
    [
        (24 * HOUR, "within_day"),
        (24 * HOUR + timedelta(seconds=1), "within_three_days"),
        (72 * HOUR, "within_three_days"),
        (73 * HOUR, "within_seven_days"),
        (168 * HOUR, "within_seven_days"),
        (169 * HOUR, "later"),
    ],
)
def test_removal_is_counted_at_one_three_and_seven_days(gone_after, column):
    an_item(gone_after=gone_after)
    row = statistics(now=NOON).removal
    counts = {name: getattr(row, name) for name in ("within_day", "within_three_days", "within_seven_days", "later")}
    assert counts == {**dict.fromkeys(counts, 0), column: 1}
    assert row.not_removed == 0


def test_content_seen_down_counts_only_once_its_removal_is_confirmed():
    an_item(gone_after=HOUR, removed=False)
    row = statistics(now=NOON).removal
    assert (row.confirmed, row.within_day, row.not_removed) == (1, 0, 1)


def test_content_that_was_never_confirmed_as_illegal_is_not_counted():
    an_item(gone_after=HOUR, confirmed=False)
    assert statistics(now=NOON).removal.confirmed == 0


def test_content_that_came_back_is_up_again():
    an_item(gone_after=HOUR)
    ItemFact.objects.update(removed_at=None, returned_at=NOON + 30 * HOUR)
    row = statistics(now=NOON).removal
    assert (row.within_day, row.not_removed) == (0, 1)


def test_each_row_adds_up_to_its_confirmed_items():
    for hours, harm, country in [(1, "csam", "AL"), (50, "csam", "NL"), (500, "hate", "NL"), (None, "csam", "")]:
        an_item(gone_after=hours and hours * HOUR, harm=harm, host_country=country)
    for row in [*removal_by("harm"), *removal_by("host_country")]:
        parts = row.within_day, row.within_three_days, row.within_seven_days, row.later, row.not_removed
        assert sum(parts) == row.confirmed
    assert [(row.group, row.confirmed) for row in removal_by("harm")] == [("csam", 3), ("hate", 1)]
    assert [row.group for row in removal_by("host_country")] == ["NL", "", "AL"]


def test_shares_add_up_from_step_to_step():
    for hours in (1, 2, 50, 100, 500):
        an_item(gone_after=hours * HOUR)
    row = statistics(now=NOON).removal
    shares = row.percent_within_day(), row.percent_within_three_days(), row.percent_within_seven_days()
    assert shares == (40, 60, 80)


def test_reports_are_counted_by_what_they_said_and_how_they_came():
    a_report(harm_said="bullying", channel="web")
    a_report(harm_said="bullying", channel="telephone")
    a_report(harm_said="hate", channel="web", received_at=NOON - timedelta(days=40))
    recent = statistics(now=NOON, since=NOON - timedelta(days=30))
    assert recent.reports == 2
    assert recent.reports_by_harm == [("bullying", 2)]
    assert statistics(now=NOON).reports_by_channel == [("web", 2), ("telephone", 1)]
