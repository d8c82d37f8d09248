"""What is read of the public pages: live ones only, and none below a page that is not live."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import itemgetter
from typing import Any, TypeVar

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page

from isigurt.outreach.choices import Audience
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

Kind = TypeVar("Kind", bound=PublicPage)


def hidden() -> tuple[str, ...]:
    """Return the paths of the pages that are not live: nothing below them is seen either."""
    return tuple(Page.objects.filter(depth__gt=1, live=False).values_list("path", flat=True))


def seen(kind: type[Kind], language: str, below: PublicPage | None = None) -> list[Kind]:
    """Return the pages of a kind that the public sees in `language`, in the editors' order."""
    rows = kind._default_manager.filter(live=True, locale__language_code=language).order_by("path")
    if below is not None:
        rows = rows.filter(path__startswith=below.path, depth__gt=below.depth)
    under = hidden()
    return [page for page in rows.select_related("locale") if not page.path.startswith(under)]


def every_seen() -> Iterator[PublicPage]:
    """Yield every page that the public sees, in the order of the tree."""
    under = hidden()
    for page in Page.objects.live().filter(depth__gt=1).order_by("path").specific(defer=False):
        if isinstance(page, PublicPage) and not page.path.startswith(under):
            yield page


def home(language: str) -> HomePage:
    """Return the home of a language."""
    page: HomePage = HomePage.objects.get(locale__language_code=language)
    return page


def sections(language: str) -> list[ListPage]:
    """Return the live list pages below the home of `language`: the site's sections, in the editors' order."""
    return seen(ListPage, language)


def section(language: str, shows: str) -> ListPage | None:
    """Return the first section that lists pages of one kind."""
    return next((page for page in sections(language) if page.shows == shows), None)


def alternates(page: PublicPage) -> list[dict[str, object]]:
    """Return each language with this page's address in it, as the design's language switch wants it.

    A language into which the page has not been translated leads to that language's home.
    """
    under = hidden()
    translations = {
        each.locale.language_code: str(each.url_path)
        for each in Page.objects.live().filter(translation_key=page.translation_key).select_related("locale")
        if not each.path.startswith(under)
    }
    return [
        {
            "code": code,
            "name": str(name),
            "address": translations.get(code, f"/{code}/"),
            "active": code == page.language,
            "elsewhere": code not in translations,
        }
        for code, name in settings.LANGUAGES
    ]


@dataclass(frozen=True, slots=True)
class Campaigns:
    """Campaigns by where they stand today."""

    current: list[CampaignPage] = field(default_factory=list)
    coming: list[CampaignPage] = field(default_factory=list)
    past: list[CampaignPage] = field(default_factory=list)


def campaigns(pages: Sequence[CampaignPage]) -> Campaigns:
    """Sort campaigns into those that run today, those to come (the next first) and those past (the last first)."""
    today = timezone.localdate()
    past = [(page.ends_on, page) for page in pages if page.ends_on and page.ends_on < today]
    coming = [(page.starts_on, page) for page in pages if page.starts_on and page.starts_on > today]
    placed = {page.pk for _day, page in [*past, *coming]}
    return Campaigns(
        current=[page for page in pages if page.pk not in placed],
        coming=[page for _day, page in sorted(coming, key=itemgetter(0))],
        past=[page for _day, page in sorted(past, key=itemgetter(0), reverse=True)],
    )


def top_campaigns(language: str) -> Campaigns:
    """Return the campaigns that are part of no other."""
    pages = seen(CampaignPage, language)
    paths = tuple(page.path for page in pages)
    return campaigns([page for page in pages if page.path[: -page.steplen] not in paths])


def last_day(event: EventPage) -> date:
    """Return the day after whose end an event is over."""
    return timezone.localtime(event.ends_at or event.starts_at).date()


def is_whole_day(event: EventPage) -> bool:
    """Say whether an event has no hour: it begins with the day itself, and no end is told."""
    begins = timezone.localtime(event.starts_at)
    return event.ends_at is None and (begins.hour, begins.minute) == (0, 0)


def is_over(event: EventPage) -> bool:
    """Say whether an event's last day has passed. By the day: pages are baked anew every day, not every minute."""
    return last_day(event) < timezone.localdate()


def day_is_gone(campaign: CampaignPage) -> bool:
    """Say whether the window of a campaign's day is dark: neither its first day nor its last is still to come."""
    today = timezone.localdate()
    return all(day is None or day < today for day in (campaign.starts_on, campaign.ends_on))


def events(language: str, below: PublicPage | None = None) -> list[EventPage]:
    """Return events by the time they begin."""
    return sorted(seen(EventPage, language, below), key=lambda event: event.starts_at)


def coming_events(language: str) -> list[EventPage]:
    """Return the events that are not over, the next first."""
    return [event for event in events(language) if not is_over(event)]


def press_releases(language: str, below: PublicPage | None = None) -> list[PressReleasePage]:
    """Return the press releases, the newest first."""
    return sorted(seen(PressReleasePage, language, below), key=lambda page: page.released_on, reverse=True)


def help_pages(language: str, below: PublicPage | None = None) -> list[HelpPage]:
    """Return the help pages in the editors' order."""
    return seen(HelpPage, language, below)


def resources(language: str, below: PublicPage | None = None) -> list[ResourcePage]:
    """Return the resources in the editors' order."""
    return seen(ResourcePage, language, below)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The resources for one audience."""

    audience: Any
    resources: list[ResourcePage]


def shelves(language: str, below: PublicPage | None = None) -> list[Shelf]:
    """Return the resources by audience, in the audiences' order; a resource for two stands on both shelves."""
    pages = resources(language, below)
    found = [
        Shelf(audience, [page for page in pages if audience in ticked(page.audiences, Audience)])
        for audience in Audience
    ]
    return [shelf for shelf in found if shelf.resources]
