"""Calendars (RFC 5545): one for each event, one for each campaign, one for all that happens, in each language.

A campaign's calendar holds its events and the activities that were taken up: what stands on its public pages. Each has
the same UID in every calendar and language, so whoever keeps two of them sees it once. Nothing in a calendar depends on
when it was made: the same pages make the same bytes.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, timedelta
from itertools import chain

import icalendar
from django.conf import settings
from django.utils import timezone

from isigurt.country import pack
from isigurt.outreach import queries, taking_part
from isigurt.outreach.addresses import CALENDAR
from isigurt.outreach.choices import Way
from isigurt.outreach.models import CampaignPage, EventPage

KIND = "text/calendar; charset=utf-8"


def calendars(language: str) -> Iterator[tuple[str, bytes]]:
    """Yield address and text of every calendar of a language."""
    events = queries.events(language)
    campaigns = queries.seen(CampaignPage, language)
    activities = {campaign.pk: list(_activities(campaign)) for campaign in campaigns}
    days = [page for page in campaigns if _is_day(page)]
    everything = [*map(_day, days), *map(_event, events), *chain.from_iterable(activities.values())]
    yield f"/{language}/{CALENDAR}", _calendar(str(pack().hotline.title), language, everything)
    for campaign in campaigns:
        inside = [event for event in events if event.path.startswith(campaign.path)]
        own = map(_day, [campaign] if _is_day(campaign) else [])
        entries = [*own, *map(_event, inside), *activities[campaign.pk]]
        if entries:
            yield f"{campaign.address}{CALENDAR}", _calendar(campaign.title, language, entries)
    for event in events:
        yield f"{event.address}{CALENDAR}", _calendar(event.title, language, [_event(event)])


def _is_day(campaign: CampaignPage) -> bool:
    return bool(campaign.safer_internet_day and campaign.starts_on)


def _calendar(title: str, language: str, entries: Iterable[icalendar.Event]) -> bytes:
    calendar = icalendar.Calendar()
    calendar.add("prodid", f"-//iSIGURT//{language.upper()}")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for entry in entries:
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _entry(page: CampaignPage | EventPage) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", str(page.translation_key))
    entry.add("dtstamp", (page.last_published_at or page.latest_revision_created_at).astimezone(UTC))
    entry.add("summary", page.title)
    if page.summary:
        entry.add("description", page.summary)
    entry.add("url", f"{settings.ISIGURT_FRONT}{page.address}")
    return entry


def _day(campaign: CampaignPage) -> icalendar.Event:
    """Return Safer Internet Day itself: a whole day."""
    entry = _entry(campaign)
    if campaign.starts_on:
        _take_the_whole_day(entry, campaign.starts_on)
    return entry


def _take_the_whole_day(entry: icalendar.Event, day: date) -> None:
    entry.add("dtstart", day)
    entry.add("dtend", day + timedelta(days=1))
    entry.add("transp", "TRANSPARENT")


def _event(event: EventPage) -> icalendar.Event:
    entry = _entry(event)
    if queries.is_whole_day(event):
        _take_the_whole_day(entry, timezone.localdate(event.starts_at))
    else:
        entry.add("dtstart", event.starts_at.astimezone(UTC))
        if event.ends_at:
            entry.add("dtend", event.ends_at.astimezone(UTC))
    where = event.place or event.online_address
    if where:
        entry.add("location", where)
    return entry


def _activities(campaign: CampaignPage) -> Iterator[icalendar.Event]:
    """Yield the activities that were taken up for a campaign, each with what its list by municipality tells."""
    for row in taking_part.accepted(campaign, Way.ACTIVITY).order_by("day", "begins", "id"):
        if row.day and row.decided_at:
            shown = taking_part.activity(row, campaign)
            entry = icalendar.Event()
            entry.add("uid", str(row.pk))
            entry.add("dtstamp", row.decided_at.astimezone(UTC))
            entry.add("summary", shown.title)
            entry.add("description", "\n".join(filter(None, (shown.what, shown.who))))
            entry.add("url", f"{settings.ISIGURT_FRONT}{shown.href}")
            if row.begins:
                entry.add("dtstart", shown.at.astimezone(UTC))
            else:
                _take_the_whole_day(entry, row.day)
            if shown.where:
                entry.add("location", shown.where)
            yield entry
