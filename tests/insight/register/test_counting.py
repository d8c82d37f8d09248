"""The register's cells are what a plain count of the rows gives, with the sum of the keys of the rows counted."""

from collections import Counter

import pyarrow.parquet as pq
import pytest

from isigurt.insight.register import DIMENSIONS, POPULATIONS, TABLES, Cut
from isigurt.insight.register.counting import Count, median_hours
from tests.insight.editions import an_edition, an_edition_of, counted

HOUR = 60
REMOVAL = Cut("confirmed", ("removal",))


def test_the_register_has_thirty_one_tables_each_with_its_words():
    assert len({table.id for table in TABLES}) == len(TABLES) == 31
    assert all(str(table.title) and str(table.definition) and table.cuts for table in TABLES)


def test_a_cut_has_two_dimensions_at_most_and_all_are_known():
    cuts = [cut for table in TABLES for cut in table.cuts]
    assert all(len(cut.dimensions) <= 2 and cut.population in POPULATIONS for cut in cuts)
    assert all(each in DIMENSIONS for cut in cuts for each in cut.dimensions)


@pytest.mark.parametrize("unit", ["report", "victim", "item", "notice"])
def test_the_two_way_cuts_of_a_unit_make_no_ring(unit):
    """Only then are margins that agree always those of some year, and the gate’s programme as strong as any."""
    leads = {each: each for each in DIMENSIONS}

    def end(each: str) -> str:
        return each if leads[each] == each else end(leads[each])

    pairs = {frozenset(cut.dimensions) for table in TABLES for cut in table.cuts if cut.unit == unit}
    for pair in pairs:
        if len(pair) == 2:
            first, second = (end(each) for each in pair)
            assert first != second, f"{sorted(pair)} closes a ring"
            leads[first] = second


def test_cells_agree_with_a_plain_count_and_carry_the_sum_of_the_keys(tmp_path):
    edition = an_edition(tmp_path)
    rows = pq.read_table(edition.files["victim"]).to_pylist()
    plain: Counter[tuple[str, str]] = Counter()
    keys: Counter[tuple[str, str]] = Counter()
    for row in rows:
        cell = (row["age"] or "", row["sex"] or "")
        plain[cell] += 1
        keys[cell] += row["key"]
    cells = counted(edition).cells[Cut("victims", ("age", "sex"))]
    assert cells == {cell: Count(plain[cell], keys[cell]) for cell in plain}


def test_every_cut_of_a_population_adds_up_to_the_same_count_and_keys(tmp_path):
    found = counted(an_edition(tmp_path))
    totals: dict[str, set[Count]] = {}
    for cut, cells in found.cells.items():
        totals.setdefault(cut.population, set()).add(sum(cells.values(), start=Count()))
    assert set(totals) == set(POPULATIONS)
    assert all(len(each) == 1 for each in totals.values())


def test_a_margin_is_the_same_from_whichever_cut(tmp_path):
    found = counted(an_edition(tmp_path))
    ages = found.cells[Cut("victims", ("age",))]
    del found.cells[Cut("victims", ("age",))]
    assert found.margin("victims", "age") == ages


def test_each_day_is_counted_in_its_quarter(tmp_path):
    days = ["2026-01-01", "2026-03-31", "2026-04-01", "2026-12-31"]
    cells = counted(an_edition_of(tmp_path, report=[{"day": day} for day in days])).cells[Cut("reports", ("quarter",))]
    assert {key: count.n for (key,), count in cells.items()} == {"q1": 2, "q2": 1, "q4": 1}


def test_a_unit_without_facts_has_no_cells(tmp_path):
    found = counted(an_edition_of(tmp_path, report=[{"channel": "web"}]))
    assert {cut.population for cut in found.cells} == {"reports"}


def test_removal_is_counted_at_one_three_and_seven_days(tmp_path):
    spans = [24 * HOUR, 24 * HOUR + 1, 72 * HOUR, 73 * HOUR, 168 * HOUR, 168 * HOUR + 1, None]
    items = [{"confirmed": True, "seen_down": span} for span in spans] + [{"confirmed": False, "seen_down": HOUR}]
    cells = counted(an_edition_of(tmp_path, item=items)).cells[REMOVAL]
    assert {key: count.n for (key,), count in cells.items()} == {
        "day": 1, "three_days": 2, "seven_days": 2, "later": 1, "still_up": 1,
    }  # fmt: skip


def test_the_hotlines_own_country_is_home(tmp_path):
    items = [{"confirmed": True, "country": country} for country in ("AL", "NL", "NL", None)]
    cells = counted(an_edition_of(tmp_path, item=items)).cells[Cut("confirmed", ("abroad",))]
    assert {key: count.n for (key,), count in cells.items()} == {"home": 1, "abroad": 2, "": 1}


def test_the_median_counts_what_is_still_up_for_as_long_as_it_was_seen():
    over, going_on = (1, 0), (0, 1)
    assert median_hours([{1: over, 2: over, 3: over}]) == 2
    # One of four was last seen up at hour 2: of those who stand then, the one at 3 is the second half.
    assert median_hours([{1: over, 2: going_on, 3: over, 9: over}]) == 3
    assert median_hours([{1: over}, {2: over}]) == 1
    assert median_hours([{1: over, 5: (0, 3)}]) is None
    assert median_hours([]) is None


def test_half_is_reached_exactly_though_fractions_are_rounded():
    assert median_hours([dict.fromkeys(range(1, 50), (1, 0))]) == 25
    assert median_hours([dict.fromkeys(range(1, 51), (1, 0))]) == 25


def test_what_nobody_acted_on_has_waited_longer_than_anything_that_is_over(tmp_path):
    reports = [{"first_action": HOUR}, {"first_action": 3 * HOUR}, {}, {}]
    spans = counted(an_edition_of(tmp_path, report=reports)).spans[Cut("reports", ("first_action",)), "first_action"]
    assert median_hours(spans.values()) == 3
