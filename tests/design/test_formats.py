"""What Django's own forms and filters read and write is as people in Albania have it."""

import datetime as dt

import pytest
from django import forms
from django.template import Context, Template
from django.utils import formats, translation


class Asked(forms.Form):
    day = forms.DateField()
    at = forms.DateTimeField(required=False)
    time = forms.TimeField(required=False)
    size = forms.DecimalField(required=False, localize=True)


def _read(**typed):
    form = Asked({"day": "10/02/2026", **typed})
    assert form.is_valid(), form.errors
    return form.cleaned_data


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize(
    "typed", ["10/02/2026", "10.02.2026", "10-02-2026", "10 02 2026", "2026-02-10", "10/2/26", "10.2.26"]
)
def test_a_typed_day_begins_with_the_day(language, typed):
    with translation.override(language):
        assert _read(day=typed)["day"] == dt.date(2026, 2, 10)


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("typed", ["02/13/2026", "31.02.2026", "10 shkurt", "", "10/02"])
def test_what_is_no_day_is_not_guessed(language, typed):
    with translation.override(language):
        assert "day" in Asked({"day": typed}).errors


@pytest.mark.parametrize("typed", ["10/02/2026 15:07", "10.02.2026 15.07", "2026-02-10T15:07", "2026-02-10 15:07:00"])
def test_a_typed_moment_has_hours_to_24(typed):
    with translation.override("sq"):
        at = _read(at=typed)["at"]
    assert (at.day, at.month, at.hour, at.minute) == (10, 2, 15, 7)


@pytest.mark.parametrize("typed", ["15:07", "15.07", "15:07:00"])
def test_a_typed_time_is_read(typed):
    with translation.override("sq"):
        assert _read(time=typed)["time"] == dt.time(15, 7)


def test_a_typed_number_has_the_decimal_comma():
    with translation.override("sq"):
        assert str(_read(size="3,5")["size"]) == "3.5"


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_week_begins_on_monday_and_the_clock_goes_to_24(language):
    assert formats.get_format("FIRST_DAY_OF_WEEK", language) == 1
    assert formats.get_format("TIME_FORMAT", language) == "H:i"
    with translation.override(language):
        assert Template("{{ at|time }}").render(Context({"at": dt.time(15, 7)})) == "15:07"


def test_a_day_is_shown_in_a_form_as_a_browser_wants_it():
    with translation.override("sq"):
        assert 'value="2026-02-10"' in str(Asked(initial={"day": dt.date(2026, 2, 10)})["day"])
