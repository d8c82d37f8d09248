"""What an edition shows: every number protected, alike in every table and year, and what is left out named."""

import pytest

from isigurt.country import pack
from isigurt.insight.protection.plan import LeftOut, Measure, first_plan
from isigurt.insight.protection.rounding import MEDIAN_FROM, REACH, share
from isigurt.insight.register import TABLES, Cut
from tests.insight.editions import an_edition, an_edition_of, counted

SECRET = b"r" * 32


def a_plan(edition):
    return first_plan(counted(edition), secret=SECRET, pack=pack())


def value(plan, table: str, cut: Cut, key=()) -> str:
    (text,) = (
        figure.text
        for figure in plan.figures()
        if (figure.table, figure.cut, figure.key, figure.measure) == (table, cut, key, Measure.COUNT)
    )
    return text


def test_every_count_is_near_the_true_one(tmp_path):
    plan = a_plan(an_edition(tmp_path))
    exact = {table.id for table in TABLES if table.exact}
    for figure in plan.figures():
        if figure.measure is Measure.COUNT:
            error = int(figure.text) - plan.count_of(figure.cut, figure.key).n
            assert abs(error) <= (0 if figure.table in exact else REACH)


def test_the_same_records_are_rounded_alike_in_every_table(tmp_path):
    plan = a_plan(an_edition(tmp_path))
    said: dict[tuple[str, int], set[str]] = {}
    for figure in plan.figures():
        if figure.measure is Measure.COUNT:
            count = plan.count_of(figure.cut, figure.key)
            said.setdefault((figure.cut.population, count.keys), set()).add(figure.text)
    assert all(len(each) == 1 for each in said.values())
    assert len(said) < sum(figure.measure is Measure.COUNT for figure in plan.figures())


def test_the_same_records_are_rounded_alike_in_another_edition(tmp_path):
    reports = [{"unit": f"same-{each}", "channel": "web"} for each in range(13)]
    more = [{"unit": f"more-{each}", "channel": "mail"} for each in range(30)]
    web = Cut("reports", ("channel",))
    first = a_plan(an_edition_of(tmp_path / "a", report=[*reports, *more]))
    again = a_plan(an_edition_of(tmp_path / "b", report=[*reports, *more[:22]]))
    assert value(first, "channels", web, (("web",),)) == value(again, "channels", web, (("web",),))


@pytest.mark.slow
def test_shares_are_made_from_what_is_published(tmp_path):
    plan = a_plan(an_edition(tmp_path))
    shares = [figure for figure in plan.figures() if figure.measure is Measure.SHARE]
    assert shares
    for figure in shares:
        part = int(value(plan, figure.table, figure.cut, figure.key))
        whole = int(value(plan, figure.table, figure.cut, (*figure.key[:-1], None)))
        assert figure.text == str(share(part, whole))


def test_a_median_stands_only_beside_a_rounded_fifteen_or_more(tmp_path):
    plan = a_plan(an_edition(tmp_path))
    medians = [figure for figure in plan.figures() if figure.measure is Measure.MEDIAN]
    assert {figure.table for figure in medians} >= {"first_action", "removal", "removal_places"}
    assert all(int(value(plan, *figure[:3])) >= MEDIAN_FROM for figure in medians)


def test_what_nobody_writes_yet_is_left_out_and_said_so(tmp_path):
    plan = a_plan(an_edition_of(tmp_path, report=[{"channel": name} for name in ("web", "mail") for _ in range(20)]))
    assert plan.left_out["regions", Cut("reports", ("region",))] is LeftOut.NO_FACTS
    assert plan.left_out["harms", Cut("victims", ("harm",))] is LeftOut.NO_FACTS
    assert {table.id for table, _ in plan.standing} == {"key_figures", "channels"} | {
        table.id for table, cut in plan.standing if cut.dimensions and cut.dimensions[0] in {"month", "first_action"}
    }


def test_a_year_of_one_case_shows_one_rounded_number(tmp_path):
    plan = a_plan(an_edition_of(tmp_path, report=[{"channel": "web"}]))
    assert [(figure.table, figure.text in {"0", "5"}) for figure in plan.figures()] == [("key_figures", True)]
    assert plan.left_out["channels", Cut("reports", ("channel",))] is LeftOut.ONE_ROW
