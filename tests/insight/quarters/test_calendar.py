"""A quarter is closed thirty days after its end, and no sooner."""

from datetime import date

import pytest

from isigurt.insight.quarters.calendar import Quarter, closed_by, next_closed


@pytest.mark.parametrize(
    ("number", "first", "last", "closed"),
    [
        (1, date(2026, 1, 1), date(2026, 3, 31), date(2026, 4, 30)),
        (2, date(2026, 4, 1), date(2026, 6, 30), date(2026, 7, 30)),
        (4, date(2026, 10, 1), date(2026, 12, 31), date(2027, 1, 30)),
    ],
)
def test_a_quarter_has_its_days(number, first, last, closed):
    quarter = Quarter(2026, number)
    assert (quarter.first_day, quarter.last_day, quarter.closed_on) == (first, last, closed)


def test_an_open_quarter_is_in_no_list_until_its_day_comes():
    assert closed_by(date(2026, 4, 29))[-1] == Quarter(2025, 4)
    assert closed_by(date(2026, 4, 30))[-1] == Quarter(2026, 1)
    assert next_closed(date(2026, 4, 30)) == Quarter(2026, 2)
    assert closed_by(date(2027, 1, 5)) == [Quarter(2026, 1), Quarter(2026, 2), Quarter(2026, 3)]
