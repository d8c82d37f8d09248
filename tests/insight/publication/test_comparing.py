"""Two years side by side: only protected numbers, and only what changed beyond chance is said to have changed."""

from dataclasses import replace

import pytest
from django.utils import translation

from isigurt.insight.protection.plan import LeftOut
from isigurt.insight.protection.rounding import NOISE
from isigurt.insight.publication.comparing import compared, outdated
from isigurt.insight.publication.content import Content, Omission
from tests.insight.publication.test_content import content


@pytest.fixture(scope="module")
def before(tmp_path_factory) -> Content:
    return content(tmp_path_factory.mktemp("before"), year=2025, seed=4)[1]


@pytest.fixture(scope="module")
def now(tmp_path_factory, before) -> Content:
    return content(tmp_path_factory.mktemp("now"), before=before)[1]


def tables(now, before):
    return {table.id: table for chapter in compared(now, before) for table in chapter.tables}


def registered(year: Content) -> set[str]:
    """The tables that an edition has or says why it has not."""
    return {each.id for each in year.tables} | {each.table for each in year.omissions}


def without(year: Content, table: str) -> Content:
    return replace(year, tables=tuple(each for each in year.tables if each.id != table))


def test_every_table_of_both_years_is_there_once(now, before):
    shown = [table.id for chapter in compared(now, before) for table in chapter.tables]
    assert sorted(shown) == sorted(registered(now) | {each.id for each in before.tables})


def test_every_number_is_one_that_an_edition_publishes(now, before):
    ours = set(now.numbers().values())
    theirs = set(before.numbers().values())
    rows = [row for table in tables(now, before).values() for row in table.rows]
    assert {row.now for row in rows if row.now} <= ours
    assert {row.before for row in rows if row.before} <= theirs


def test_a_change_is_said_only_beyond_what_rounding_can_make(now, before):
    rows = [(table, row) for table in tables(now, before).values() for row in table.rows if row.now and row.before]
    assert rows
    for table, row in rows:
        noise = 0 if table.id == "providers" else NOISE
        assert row.changed == (abs(row.now.value - row.before.value) > noise)


def test_the_largest_changes_come_first_below_the_total(now, before):
    for chapter in compared(now, before):
        assert [table.weight for table in chapter.tables] == sorted(
            (table.weight for table in chapter.tables), reverse=True
        )
        for table in chapter.tables:
            below = [row.weight for row in table.rows if not row.total]
            assert below == sorted(below, reverse=True)
            assert [row.total for row in table.rows] == sorted((row.total for row in table.rows), reverse=True)


def test_a_table_that_only_one_year_has_says_which(now, before):
    assert not tables(now, without(before, "harms"))["harms"].before
    gone = tables(without(now, "harms"), before)["harms"]
    assert not gone.there
    assert {row.now for row in gone.rows} == {None}


def test_rows_that_only_the_year_before_had_are_not_lost(now, before):
    shown = tables(now, before)["months"]
    then = {row.group for row in before.table("months").parts[0].rows}
    same = then & {row.group for row in now.table("months").parts[0].rows}
    assert sum(row.now is None for row in shown.rows) == len(then - same)


def test_what_is_left_out_says_why(now, before):
    omission = Omission("harms", "What it was about", ("harm",), LeftOut.ONE_ROW)
    with translation.override("en"):
        found = tables(replace(without(now, "harms"), omissions=(omission,)), None)["harms"]
    assert found.left_out == ("harm: too few for more than one row",)


def test_without_a_year_before_nothing_has_changed(now):
    shown = tables(now, None)
    assert set(shown) == registered(now)
    assert not any(table.before for table in shown.values())


def test_an_edition_that_shows_other_numbers_of_the_year_before_is_outdated(now, before, tmp_path):
    assert not outdated(now, before)
    assert outdated(now, None)
    assert outdated(now, content(tmp_path, year=2025, seed=9)[1])
