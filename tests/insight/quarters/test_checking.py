"""Of the page of closed quarters every number is read back before it is laid; whatever else it says is refused."""

import json

import pytest
from django.utils import translation

from isigurt.country import pack
from isigurt.insight.quarters.calendar import Quarter
from isigurt.insight.quarters.checking import faults_in
from isigurt.insight.quarters.pages import files
from tests.insight.quarters.shown import SHOWN

PAGE, CSV, JSON = "/en/transparency/", "/en/transparency/quarters.csv", "/en/transparency/quarters.json"
CELL = '<data value="115" data-cell="cell:quarters/2026/reports/quarter=q3">115</data>'


@pytest.fixture(scope="module")
def made():
    return files(SHOWN, coming=Quarter(2026, 4), pack=pack())


def faults_with(made, address, old, new):
    body, kind = made[address]
    assert old.encode() in body
    return faults_in({**made, address: (body.replace(old.encode(), new.encode()), kind)}, SHOWN, pack())


def test_what_was_closed_passes_in_every_language_and_form(made):
    assert {PAGE, CSV, JSON, "/sq/transparenca/"} <= set(made)
    assert faults_in(made, SHOWN, pack()) == []


def test_a_page_before_the_first_quarter_passes_and_says_the_day():
    made = files({}, coming=Quarter(2026, 4), pack=pack())
    assert set(made) == {"/sq/transparenca/", PAGE}
    assert faults_in(made, {}, pack()) == []
    assert "30 January 2027" in made[PAGE][0].decode()
    assert "30 janar 2027" in made["/sq/transparenca/"][0].decode()


def test_a_changed_number_is_caught(made):
    faults = faults_with(made, PAGE, CELL, CELL.replace(">115<", ">120<"))
    assert any("120 is not the number that was closed" in each for each in faults)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (
            '<data value="40" data-cell="cell:quarters/2026/reports/quarter=q4">40</data>',
            "is no number of the register",
        ),
        ('<data value="305" data-cell="cell:quarters/2026/reports">305</data>', "is no number of the register"),
        ("<b>305</b>", "numbers that are no cell"),
        ("<b>a quarter of all reports</b>", "numbers that are no cell"),
        ('<p aria-label="17 since yesterday"></p>', "aria-label"),
    ],
    ids=["an open quarter", "a running total", "a bare total", "a share in words", "a daily ticker"],
)
def test_what_was_not_closed_is_caught(made, new, said):
    assert any(said in each for each in faults_with(made, PAGE, "</main>", f"{new}</main>"))


def test_a_number_kept_back_from_the_table_is_caught(made):
    body, kind = made[PAGE]
    rows = body.decode().split('<table class="numbers">')
    faults = faults_in({PAGE: (rows[0].encode(), kind)}, SHOWN, pack())
    assert any("a number is kept back" in each for each in faults)


@pytest.mark.parametrize(("old", "new"), [(",115\r\n", ",117\r\n"), (",q3,", ",q4,")])
def test_data_that_says_anything_else_is_caught(made, old, new):
    assert faults_with(made, CSV, old, new)


def test_a_row_too_many_is_caught(made):
    body, kind = made[JSON]
    told = json.loads(body)
    told["cells"].append({**told["cells"][-1], "quarter": "q4"})
    assert faults_in({JSON: (json.dumps(told).encode(), kind)}, SHOWN, pack())


def test_the_same_numbers_make_the_same_bytes(made):
    with translation.override("en"):
        assert files(SHOWN, coming=Quarter(2026, 4), pack=pack()) == made
