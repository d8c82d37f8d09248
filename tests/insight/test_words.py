"""Spans and countries read as a person says them, in both languages."""

from datetime import timedelta

import pytest
from django.utils.translation import override

from isigurt.insight.templatetags.spans import span as span_filter
from isigurt.insight.words import country_name, span


@pytest.mark.parametrize(
    ("time", "albanian", "english"),
    [
        (timedelta(0), "0 minuta", "0 minutes"),
        (timedelta(minutes=1, seconds=59), "1 minutë", "1 minute"),
        (timedelta(hours=1), "1 orë", "1 hour"),
        (timedelta(hours=3, minutes=5), "3 orë 5 minuta", "3 hours 5 minutes"),
        (timedelta(days=1), "1 ditë", "1 day"),
        (timedelta(days=2, hours=3, minutes=59), "2 ditë 3 orë", "2 days 3 hours"),
        (timedelta(seconds=-5), "0 minuta", "0 minutes"),
    ],
)
def test_a_span_is_said_in_its_two_largest_units(time, albanian, english):
    with override("sq"):
        assert span(time) == albanian
    with override("en"):
        assert span(time) == english


def test_where_there_is_no_span_there_is_a_dash():
    assert span_filter(None) == "–"


def test_a_country_has_its_name_in_the_reader_s_language():
    with override("sq"):
        assert country_name("NL") == "Holandë"
    with override("en"):
        assert country_name("NL") == "Netherlands"


def test_a_code_that_no_list_knows_stays_a_code():
    assert country_name("Q9") == "Q9"
