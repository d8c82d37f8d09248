"""Numbers as people in Albania write them."""

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from isigurt.design.numbers import number
from isigurt.design.templatetags import design


@pytest.mark.parametrize(
    ("value", "decimals", "albanian", "english"),
    [
        (0, 0, "0", "0"),
        (1234, 0, "1234", "1234"),
        (9999, 0, "9999", "9999"),
        (12345, 0, "12\N{NO-BREAK SPACE}345", "12,345"),
        (1234567, 0, "1\N{NO-BREAK SPACE}234\N{NO-BREAK SPACE}567", "1,234,567"),
        (9999.6, 0, "10\N{NO-BREAK SPACE}000", "10,000"),
        (3.5, 1, "3,5", "3.5"),
        (-3.5, 1, "−3,5", "−3.5"),
        (-0.01, 1, "0,0", "0.0"),
        (12345.678, 2, "12\N{NO-BREAK SPACE}345,68", "12,345.68"),
    ],
)
def test_a_number_is_written_as_the_language_does(value, decimals, albanian, english):
    with translation.override("sq"):
        assert number(value, decimals) == albanian
    with translation.override("en"):
        assert number(value, decimals) == english


@given(st.integers(-(10**12), 10**12))
def test_no_digit_is_lost(value):
    with translation.override("sq"):
        assert int(number(value).replace("\N{NO-BREAK SPACE}", "").replace("−", "-")) == value


def test_nothing_is_shown_where_there_is_no_number():
    assert design.number(None) == ""
