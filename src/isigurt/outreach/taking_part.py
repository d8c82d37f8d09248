"""What is read of taking part: what is open, and what the public sees of activities and pledges."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext, pgettext
from wagtail.models import Page

from isigurt.baked.taking_part import Offer, OpenCampaign
from isigurt.country import pack, sort_key
from isigurt.design.addresses import ADDRESSES
from isigurt.outreach import queries
from isigurt.outreach.choices import Audience, OrganiserKind, Way
from isigurt.outreach.fields import ticked
from isigurt.outreach.models import CampaignPage, EventPage, ResourcePage, SignUp
from isigurt.outreach.states import SignUpState


def offers() -> dict[str, Offer]:
    """Return what there is to take part in, by language."""
    found = {}
    for language, _name in settings.LANGUAGES:
        with translation.override(language):
            found[language] = _offer(language)
    return found


def _offer(language: str) -> Offer:
    printed = [page for page in queries.seen(ResourcePage, language) if page.printed]
    return Offer(
        campaigns=tuple(_open(page) for page in queries.seen(CampaignPage, language) if page.ways),
        materials=tuple((str(page.translation_key), page.title) for page in printed),
        audiences=_pairs(Audience.choices),
        kinds=_pairs(OrganiserKind.choices),
    )


def _open(page: CampaignPage) -> OpenCampaign:
    last = page.last_day_open
    return OpenCampaign(
        key=str(page.translation_key),
        title=page.title,
        address=page.address,
        ways=tuple(way.value for way in ticked(page.ways, Way)),
        until=last.isoformat() if last else "",
        pledge=page.pledge.strip(),
    )


def _pairs(choices: Iterable[tuple[str, Any]]) -> tuple[tuple[str, str], ...]:
    return tuple((value, str(label)) for value, label in choices)


def open_ways(page: CampaignPage) -> list[dict[str, str]]:
    """Return how one can take part in a campaign today, each with the address of its form."""
    last = page.last_day_open
    if last is not None and last < timezone.localdate():
        return []
    orders = any(each.printed for each in queries.seen(ResourcePage, page.language))
    return [
        {
            "way": way.value,
            "label": str(way.label),
            "href": f"{ADDRESSES[f'take_part_{way.value}'][page.language]}?campaign={page.translation_key}",
        }
        for way in ticked(page.ways, Way)
        if way != Way.ORDER or orders
    ]


def accepted(page: CampaignPage, way: Way) -> QuerySet[SignUp]:
    """Return what was taken up for a campaign."""
    return SignUp.objects.filter(campaign=page.translation_key, way=way, state=SignUpState.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Happening:
    """An event or an activity as the public sees it; `lang` is set where its words are in another language."""

    title: str
    href: str
    at: datetime
    where: str
    over: bool
    who: str = ""
    what: str = ""
    for_whom: str = ""
    lang: str = ""
    municipality: str = ""
    anchor: str = ""


def activities(page: CampaignPage) -> list[Happening]:
    """Return a campaign's activities by the time they begin."""
    return [activity(row, page) for row in accepted(page, Way.ACTIVITY).order_by("day", "begins", "id") if row.day]


def activity(row: SignUp, page: CampaignPage) -> Happening:
    """Return an activity as a campaign's page shows it."""
    day = row.day or timezone.localdate()
    anchor = f"a-{row.pk.hex[:12]}"
    return Happening(
        title=row.title,
        href=f"{near_address(page)}#{anchor}",
        at=timezone.make_aware(datetime.combine(day, row.begins or time())),
        where=", ".join(filter(None, (row.place, town(row.municipality)))),
        over=day < timezone.localdate(),
        who=row.organisation,
        what=row.what,
        for_whom=", ".join(str(each.label) for each in ticked(row.audiences, Audience)),
        lang=row.language if row.language != page.language else "",
        municipality=row.municipality,
        anchor=anchor,
    )


def event_shown(event: EventPage) -> Happening:
    """Return an event of the editors as one line of a programme."""
    return Happening(
        title=event.title,
        href=event.address,
        at=event.starts_at,
        where=event.place,
        over=queries.is_over(event),
        who=event.host,
        what=event.summary,
        municipality=event.municipality,
    )


def town(municipality: str) -> str:
    """Return the name of a municipality in the active language; what the pack does not know has none."""
    known = pack().municipalities.get(municipality)
    return str(known.title) if known else ""


@dataclass(frozen=True, slots=True)
class Town:
    """What happens in one municipality."""

    anchor: str
    title: str
    happenings: list[Happening]


def near(page: CampaignPage) -> list[Town]:
    """Return events and activities by municipality, sorted as the language sorts; what has none comes last."""
    by_town: dict[str, list[Happening]] = defaultdict(list)
    for each in [*map(event_shown, queries.events(page.language, page)), *activities(page)]:
        by_town[each.municipality if town(each.municipality) else ""].append(each)
    elsewhere = by_town.pop("", [])
    towns = [Town(f"m-{key}", town(key), _in_time(found)) for key, found in by_town.items()]
    towns.sort(key=lambda each: sort_key(each.title, page.language))
    if elsewhere:
        towns.append(Town("m", gettext("In the whole country, or online"), _in_time(elsewhere)))
    return towns


def _in_time(happenings: list[Happening]) -> list[Happening]:
    """Return what is to come, the next first, and then what is over."""
    return sorted(happenings, key=lambda each: (each.over, each.at))


def signers(page: CampaignPage) -> list[dict[str, str]]:
    """Return who has signed a campaign's pledge, sorted as the language sorts."""
    rows = [{"name": row.organisation, "town": town(row.municipality)} for row in accepted(page, Way.PLEDGE)]
    return sorted(rows, key=lambda row: sort_key(row["name"], page.language))


def near_address(page: CampaignPage) -> str:
    """Return where the list by municipality of a campaign is baked, in the page's language."""
    with translation.override(page.language):
        name = slugify(pgettext("address", "activities"))
    return f"{page.address}{name or 'activities'}/"


def near_title(page: CampaignPage) -> str:
    """Return the whole title of the list by municipality of a campaign, in the page's language."""
    with translation.override(page.language):
        return f"{gettext('Activities near you')}: {page.title}"


def near_translations(page: CampaignPage) -> dict[str, str]:
    """Return the address of a campaign's list by municipality in each language that has one."""
    there = {each["code"] for each in queries.alternates(page) if not each["elsewhere"]}
    same = CampaignPage.objects.filter(translation_key=page.translation_key).select_related("locale")
    return {each.language: near_address(each) for each in same if each.language in there and has_list(each)}


def has_list(page: CampaignPage) -> bool:
    """Say whether a campaign has a list by municipality: somebody can take part in it, or has."""
    ways = (Way.ACTIVITY, Way.PLEDGE)
    return any(way in page.ways or accepted(page, way).exists() for way in ways)


def titles(keys: set[UUID]) -> dict[UUID, str]:
    """Return the titles of the pages with these keys, in the active language where there is one."""
    spoken = (translation.get_language() or "").partition("-")[0]
    pages = Page.objects.filter(translation_key__in=keys).select_related("locale")
    # Sorted so that the one in the active language is written last.
    in_order = sorted(pages, key=lambda page: page.locale.language_code == spoken)
    return {page.translation_key: str(page.title) for page in in_order}
