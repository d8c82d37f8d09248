"""Calendars, read back by a parser of RFC 5545."""

from datetime import UTC, date, datetime

import icalendar
import pytest
from django.conf import settings

from isigurt.ledger.actor import COMMAND
from isigurt.outreach import taking_part
from isigurt.outreach.actions import accept_sign_up, refuse_sign_up
from isigurt.outreach.baking import outputs
from isigurt.outreach.choices import Refusal
from tests.outreach.factories import TIRANA, campaign, event, section, translated
from tests.outreach.sign_ups import OPEN, sign_up

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


def accepted(page, **changed):
    row = sign_up(campaign=page.translation_key, **changed)
    accept_sign_up(sign_up=row, actor=COMMAND)
    return row


def test_an_activity_that_was_taken_up_is_in_its_campaigns_calendar_and_in_the_one_of_all():
    page = campaign(**OPEN)
    row = accepted(page, title="Orë; e hapur, për të gjithë", municipality="shkoder")
    for address in (f"{page.address}calendar.ics", "/sq/calendar.ics"):
        (found,) = entries(address)
        assert str(found["SUMMARY"]) == "Orë; e hapur, për të gjithë"
        assert str(found["LOCATION"]) == "Salla e madhe, Shkodër"
        assert str(found["DESCRIPTION"]) == "Flasim për fotot.\nShkolla „Drita”"
        assert found.decoded("DTSTART") == datetime(2030, 2, 12, 10, 30, tzinfo=TIRANA).astimezone(UTC)
        assert str(found["URL"]).startswith(f"{settings.ISIGURT_FRONT}{taking_part.near_address(page)}#a-")
        assert str(found["UID"]) == str(row.pk)


def test_an_activity_without_an_hour_takes_the_whole_day():
    page = campaign(**OPEN)
    accepted(page, begins="")
    (found,) = entries(f"{page.address}calendar.ics")
    assert found.decoded("DTSTART") == date(2030, 2, 12)
    assert found.decoded("DTEND") == date(2030, 2, 13)


def test_an_activity_has_one_name_in_both_languages_and_each_leads_to_its_own_list():
    page = campaign(**OPEN)
    english = translated(page, section("en", slug="campaigns"), slug="together")
    accepted(page)
    (albanian,), (other,) = entries("/sq/calendar.ics"), entries("/en/calendar.ics")
    assert albanian["UID"] == other["UID"]
    assert taking_part.near_address(english) in str(other["URL"])


def test_no_calendar_tells_what_the_public_may_not_see():
    page = campaign(**OPEN)
    accepted(page, title="E pranuar")
    sign_up(campaign=page.translation_key, title="Ende në pritje")
    refused = sign_up(campaign=page.translation_key, title="E papranuar")
    refuse_sign_up(sign_up=refused, actor=COMMAND, refusal=Refusal.DOUBTFUL)
    sign_up("pledge", campaign=page.translation_key)
    hidden = campaign(page.get_parent().specific, slug="e-fshehur", title="E fshehur", **OPEN)
    accepted(hidden, title="Te e fshehura")
    hidden.unpublish()
    made = [output for output in outputs() if output.address.endswith(".ics")]
    assert [str(entry["SUMMARY"]) for entry in entries("/sq/calendar.ics")] == ["E pranuar"]
    for output in made:
        for word in ("Ende në pritje", "E papranuar", "Te e fshehura", "era@shkolla.example", "Shoqata Ura"):
            assert word.encode() not in output.body, (output.address, word)
