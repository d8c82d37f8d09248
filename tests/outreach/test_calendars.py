"""Calendars, read back by a parser of RFC 5545."""

from datetime import UTC, date, datetime

import icalendar
import pytest
from django.conf import settings

from isigurt.outreach.baking import outputs
from tests.outreach.factories import TIRANA, campaign, event, section, translated

pytestmark = pytest.mark.django_db(databases=["default", "door"])
AT = datetime(2031, 2, 11, 15, 30, tzinfo=TIRANA)


def calendars() -> dict[str, icalendar.Calendar]:
    return {
        output.address: icalendar.Calendar.from_ical(output.body)
        for output in outputs()
        if output.address.endswith(".ics")
    }


def entries(address: str) -> list[icalendar.Event]:
    return calendars()[address].walk("VEVENT")


def test_an_event_is_in_its_own_calendar_its_campaigns_and_the_languages():
    page = event(campaign(), starts_at=AT, title="Mbrëmje; me, prindër")
    whole = page.get_parent().specific
    for address in (f"{page.address}calendar.ics", f"{whole.address}calendar.ics", "/sq/calendar.ics"):
        (found,) = entries(address)
        assert str(found["SUMMARY"]) == "Mbrëmje; me, prindër"


def test_an_event_says_when_where_and_where_to_read_on():
    page = event(
        campaign(),
        starts_at=AT,
        ends_at=AT.replace(hour=17),
        place="Biblioteka, Shkodër",
        summary="Për prindër\nme fëmijë",
    )
    (found,) = entries(f"{page.address}calendar.ics")
    assert found.decoded("DTSTART") == AT.astimezone(UTC)
    assert found.decoded("DTEND") == AT.replace(hour=17).astimezone(UTC)
    assert str(found["LOCATION"]) == "Biblioteka, Shkodër"
    assert str(found["DESCRIPTION"]) == "Për prindër\nme fëmijë"
    assert str(found["URL"]) == f"{settings.ISIGURT_FRONT}{page.address}"


def test_an_event_without_an_hour_takes_the_whole_day():
    page = event(campaign(), starts_at=datetime(2031, 2, 11, tzinfo=TIRANA))
    (found,) = entries(f"{page.address}calendar.ics")
    assert found.decoded("DTSTART") == date(2031, 2, 11)
    assert found.decoded("DTEND") == date(2031, 2, 12)


def test_an_event_without_an_end_has_none_in_the_calendar():
    page = event(campaign(), starts_at=AT)
    (found,) = entries(f"{page.address}calendar.ics")
    assert "DTEND" not in found


def test_an_event_keeps_its_name_through_changes_and_in_both_languages():
    page = event(campaign(), starts_at=AT)
    (before,) = entries("/sq/calendar.ics")
    page.title, page.slug = "Titull i ri", "adresa-e-re"
    page.save_revision().publish()
    other = campaign(section("en"), title="Together", slug="together")
    translated(page, other)
    (after,), (english,) = entries("/sq/calendar.ics"), entries("/en/calendar.ics")
    assert before["UID"] == after["UID"] == english["UID"]


def test_safer_internet_day_is_a_day_in_the_calendar():
    page = campaign(safer_internet_day=True, starts_on=date(2027, 2, 9), ends_on=date(2027, 2, 9))
    (found,) = entries(f"{page.address}calendar.ics")
    assert found.decoded("DTSTART") == date(2027, 2, 9)


def test_a_calendar_with_nothing_in_it_can_be_read_too():
    assert entries("/en/calendar.ics") == []
    assert str(calendars()["/en/calendar.ics"]["VERSION"]) == "2.0"


def test_lines_are_folded_and_end_as_the_standard_has_it():
    page = event(campaign(), starts_at=AT, title="Ë" * 200)
    body = next(output.body for output in outputs() if output.address == f"{page.address}calendar.ics")
    lines = body.split(b"\r\n")
    assert b"\n" not in body.replace(b"\r\n", b"")
    assert max(len(line) for line in lines) <= 75
