"""What the template of each page type is given besides the page itself."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils import timezone

from isigurt.country import pack
from isigurt.outreach import queries, taking_part
from isigurt.outreach.choices import Addressed, Age, Audience, ResourceKind, Shows, Way
from isigurt.outreach.fields import ticked
from isigurt.outreach.models import (
    CampaignPage,
    EventPage,
    HelpPage,
    HomePage,
    ListPage,
    PressReleasePage,
    PublicPage,
    ResourcePage,
)

# So much of each on the first page; the rest is one step further.
WINDOWS, EVENTS, NEWS = 7, 3, 3
# So many activities stand on their campaign's programme; all of them on its list by municipality.
ACTIVITIES = 8
# Beside a help page: with the window that is always lit they make one row of the house.
BESIDE = 3

Context = dict[str, Any]


def context(page: PublicPage) -> Context:
    """Return what the page's own template needs."""
    return _SHOWN.get(type(page), _nothing)(page)


def windows(pages: list[HelpPage]) -> list[Context]:
    """Return help pages as windows of the house: title, address, and the icon of their harm."""
    harms = pack().harms
    return [
        {
            "title": page.title,
            "href": page.address,
            "icon": harms[page.harm].icon if page.harm in harms else "window",
        }
        for page in pages
    ]


def days_left(to: date | None) -> int | None:
    """Return how many days there are to a day, or None when it has passed."""
    left = (to - timezone.localdate()).days if to else -1
    return left if left >= 0 else None


def _nothing(_page: PublicPage) -> Context:
    return {}


def _home(page: HomePage) -> Context:
    language = page.language
    top = queries.top_campaigns(language)
    chosen = page.campaign if page.campaign in queries.seen(CampaignPage, language) else None
    campaign = chosen or next(iter([*top.current, *top.coming]), None)
    return {
        "windows": windows(queries.help_pages(language)[:WINDOWS]),
        "campaign": campaign,
        "days_left": days_left(campaign.starts_on) if campaign else None,
        "events": [_happening(event) for event in queries.coming_events(language)[:EVENTS]],
        "news": queries.press_releases(language)[:NEWS],
        "campaigns_section": queries.section(language, Shows.CAMPAIGNS),
        "press_section": queries.section(language, Shows.PRESS),
        "resources_section": queries.section(language, Shows.RESOURCES),
        "shelves": queries.shelves(language),
    }


def _list(page: ListPage) -> Context:
    language = page.language
    if page.shows == Shows.CAMPAIGNS:
        return {
            "campaigns": queries.campaigns(
                [each for each in queries.seen(CampaignPage, language, page) if each.depth == page.depth + 1]
            ),
            "events": [_happening(each) for each in queries.events(language, page) if not queries.is_over(each)],
        }
    if page.shows == Shows.HELP:
        pages = queries.help_pages(language, page)
        return {
            "windows": windows([each for each in pages if each.addressed == Addressed.CHILD]),
            "for_adults": [each for each in pages if each.addressed == Addressed.ADULT],
        }
    if page.shows == Shows.RESOURCES:
        return _shelves(page)
    if page.shows == Shows.PRESS:
        return {"releases": queries.press_releases(language, page)}
    return {"pages": [each.specific for each in page.get_children().live().order_by("path")]}


def _shelves(page: ListPage) -> Context:
    """Return the shelves, and the kinds and ages by which there is something to choose."""
    resources = queries.resources(page.language, page)
    there = {each.kind for each in resources}.union(*(each.ages for each in resources))
    return {
        "resources": resources,
        "shelves": queries.shelves(page.language, page),
        "kinds": [kind for kind in ResourceKind if kind.value in there],
        "ages": [age for age in Age if age.value in there],
    }


def _campaign(page: CampaignPage) -> Context:
    language = page.language
    inside = queries.events(language, page)
    activities = taking_part.activities(page)
    return {
        "ways": taking_part.open_ways(page),
        "activities": [each for each in activities if not each.over][:ACTIVITIES],
        "activities_in_all": len(activities),
        "signed": taking_part.accepted(page, Way.PLEDGE).count(),
        "near_address": taking_part.near_address(page) if taking_part.has_list(page) else "",
        "days_left": days_left(page.starts_on),
        "past": queries.day_is_gone(page),
        "coming": [_happening(event) for event in inside if not queries.is_over(event)],
        "over": [_happening(event) for event in inside if queries.is_over(event)],
        "parts": [each for each in queries.seen(CampaignPage, language, page) if each.depth == page.depth + 1],
        "messages": [
            {"audience": Audience(each.value["audience"]).label, "text": each.value["text"]} for each in page.messages
        ],
    }


def _event(page: EventPage) -> Context:
    parent = page.get_parent()
    return {
        "over": queries.is_over(page),
        "whole_day": queries.is_whole_day(page),
        "audiences": ticked(page.audiences, Audience),
        "campaign": parent.specific if parent is not None and parent.live else None,
    }


def _resource(page: ResourcePage) -> Context:
    return {"audiences": ticked(page.audiences, Audience), "ages": ticked(page.ages, Age)}


def _press_release(page: PressReleasePage) -> Context:
    others = [each for each in queries.press_releases(page.language) if each.pk != page.pk]
    return {"others": others[:NEWS]}


def _help(page: HelpPage) -> Context:
    others = [each for each in queries.help_pages(page.language) if each.pk != page.pk]
    same = [each for each in others if each.addressed == page.addressed]
    return {"child": page.addressed == Addressed.CHILD, "windows": windows(same[:BESIDE])}


def _happening(event: EventPage) -> Context:
    return {"page": event, "over": queries.is_over(event)}


_SHOWN: dict[type[PublicPage], Callable[[Any], Context]] = {
    HomePage: _home,
    ListPage: _list,
    CampaignPage: _campaign,
    EventPage: _event,
    ResourcePage: _resource,
    PressReleasePage: _press_release,
    HelpPage: _help,
}
