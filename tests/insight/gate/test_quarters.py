"""The year's gate knows what was shown of its quarters: what only both together tell is found, and mended."""

from dataclasses import replace

import pytest

from isigurt.country import pack
from isigurt.insight.gate.check import check, remedied, weighed
from isigurt.insight.gate.remedy import Sum
from isigurt.insight.protection.plan import Plan, first_plan
from isigurt.insight.protection.told import bounds, told_of
from isigurt.insight.publication.building import planned
from isigurt.insight.quarters.calendar import Quarter
from isigurt.insight.quarters.kept import keep
from isigurt.insight.register import Cut
from tests.insight.editions import SECRET, an_edition, an_edition_of, counted, quiet

FOUR = {f"q{number}": {"reports": 5} for number in range(1, 5)}  # as no page shows them: a row is never under ten
WHOLE = Cut("reports")


@pytest.fixture
def plan(tmp_path) -> Plan:
    """A year of four reports, one in each quarter, that is published as none."""
    days = ("2026-02-01", "2026-05-01", "2026-08-01", "2026-11-01")
    found = counted(an_edition_of(tmp_path, report=[{"day": day} for day in days]))
    plans = (first_plan(found, secret=bytes([each]) * 32, pack=pack()) for each in range(256))
    return next(each for each in plans if [one.text for one in each.figures() if one.cut == WHOLE] == ["0"])


def test_four_quarters_and_the_year_together_tell_what_neither_tells(plan):
    assert weighed(plan, plan.figures()).pinned == ()
    both = replace(plan, told=told_of(plan, FOUR))
    assert weighed(both, []).pinned == ()
    assert Sum("reports", (("quarter", ("q1",)),)) in {each.sum for each in weighed(both, both.figures()).pinned}


def test_the_remedy_leaves_out_of_the_year_what_would_tell_a_quarter(plan):
    safe, log = remedied(replace(plan, told=told_of(plan, FOUR)))
    assert log
    assert not [figure for figure in safe.figures() if figure.cut.population == "reports"]
    assert check(safe, safe.figures()).passed


def test_a_quarter_that_was_not_shown_is_known_to_be_small():
    assert bounds(None) == (0, 9)
    assert bounds(10) == (6, 14)


def test_a_number_whose_records_were_corrected_since_bounds_nothing(plan):
    assert told_of(plan, {"q1": {"reports": 40}}) == ()
    assert [each[1:] for each in told_of(plan, {"q1": {"reports": None}})] == [((("q1",),), 0, 9)]


def test_an_edition_is_planned_with_what_was_shown_of_its_own_quarters(tmp_path):
    an_edition(tmp_path)
    for year in (2025, 2026):
        keep(tmp_path, Quarter(year, 1), {"reports": 90, "help": None})
    _, plan, _ = planned(tmp_path / "2026", secret=SECRET, pack=pack(), tell=quiet)
    assert [(each.cut.population, each.key) for each in plan.told] == [("reports", (("q1",),))]
