"""A quarter is closed by the register, the keys and the rounding of the year's edition, and looks at nothing open."""

from datetime import date

import pyarrow.compute as pc
import pytest

from isigurt.country import pack
from isigurt.insight.edition.sample import invented_year
from isigurt.insight.protection.merging import LEAST
from isigurt.insight.protection.plan import first_plan
from isigurt.insight.quarters import closing
from isigurt.insight.quarters.calendar import Quarter
from isigurt.insight.register import Cut
from isigurt.insight.register.tables import KEY_POPULATIONS
from tests.insight.editions import SECRET, an_edition, counted

ROUNDING = b"r" * 32


@pytest.fixture(scope="module")
def facts():
    return invented_year(rows=400, seed=1, year=2026, pack=pack())


def closed(facts, number, folder, **earlier):
    return closing.closed(facts, Quarter(2026, number), earlier=earlier, record_secret=SECRET, secret=ROUNDING,
                          pack=pack(), folder=folder)  # fmt: skip


def test_its_numbers_are_those_of_the_years_own_table(tmp_path, facts):
    plan = first_plan(counted(an_edition(tmp_path / "year")), secret=ROUNDING, pack=pack())
    (table,) = {table.id: table for table, _ in plan.standing if table.id == "quarters"}.values()
    for number in (1, 3):
        numbers = closed(facts, number, tmp_path)
        assert tuple(numbers) == KEY_POPULATIONS
        for population, value in numbers.items():
            of_year = plan.value_of(table, Cut(population, ("quarter",)), ((f"q{number}",),))
            assert value == (of_year if of_year >= LEAST else None)


def test_what_came_in_after_it_changes_nothing(tmp_path, facts):
    first_half = {unit: table.filter(pc.less(table["day"], date(2026, 7, 1))) for unit, table in facts.items()}
    assert closed(first_half, 2, tmp_path) == closed(facts, 2, tmp_path)


def test_a_row_under_a_rounded_ten_is_not_shown_and_a_unit_that_nobody_writes_is_not_there(tmp_path, facts):
    few = {"report": facts["report"].slice(0, 12), "victim": facts["victim"].slice(0, 0)}
    assert closed(few, 1, tmp_path) == {"reports": None, "victims": None}


def test_no_fact_is_left_lying_about(tmp_path, facts):
    closed(facts, 1, tmp_path)
    assert list(tmp_path.iterdir()) == []
    killed = tmp_path / ".quarter-killed"
    (killed / "2026" / "facts").mkdir(parents=True)
    closing.clear(tmp_path)
    assert list(tmp_path.iterdir()) == []
