"""Dates as people in Albania write them."""

import datetime as dt

import pytest
from django.utils import timezone, translation

from isigurt.design import dates
from isigurt.design.templatetags import design

WINTER = dt.datetime(2026, 2, 10, 14, 7, tzinfo=dt.UTC)


@pytest.fixture(autouse=True)
def _tirana():
    with timezone.override("Europe/Tirane"):
        yield


def test_albanian_dates_are_in_albanian_words_and_hours():
    with translation.override("sq"):
        assert dates.day(WINTER) == "10 shkurt 2026"
        assert dates.weekday(WINTER) == "e martë, 10 shkurt 2026"
        assert dates.moment(WINTER) == "10 shkurt 2026, ora 15:07"


def test_english_dates_are_in_english_words():
    with translation.override("en"):
        assert dates.weekday(WINTER) == "Tuesday, 10 February 2026"
        assert dates.moment(WINTER) == "10 February 2026 at 15:07"


def test_the_day_is_the_one_in_tirana():
    with translation.override("sq"):
        assert dates.day(dt.datetime(2026, 2, 10, 23, 30, tzinfo=dt.UTC)) == "11 shkurt 2026"


def test_a_plain_date_stays_that_day():
    with translation.override("sq"):
        assert dates.day(dt.date(2026, 12, 31)) == "31 dhjetor 2026"


def test_every_month_has_its_name():
    with translation.override("sq"):
        assert len({dates.day(dt.date(2026, month, 1)) for month in range(1, 13)}) == 12


def test_nothing_is_shown_where_there_is_no_date():
    assert design.moment(None) == design.day(None) == design.weekday(None) == ""
