"""What a page shows of itself where its address is passed on: title, a sentence, and a picture of the title."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from isigurt.country import pack
from isigurt.design import dates
from isigurt.design.previews import HEIGHT, WIDTH, Ground, Preview
from isigurt.outreach import queries
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

_GROUNDS: dict[type[PublicPage], Ground] = {
    HomePage: "night",
    CampaignPage: "night",
    EventPage: "night",
    HelpPage: "lamp",
    ResourcePage: "lamp",
}


@dataclass(frozen=True, slots=True)
class Shared:
    """What stands in the page's head for others to show."""

    title: str
    description: str
    picture: Preview
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def picture_address(self) -> str:
        """The picture's whole address: networks take no other."""
        return f"{settings.ISIGURT_FRONT}{self.picture.address}"

    @property
    def alternative(self) -> str:
        """What the picture says, for who does not see it."""
        return " · ".join(part for part in (self.title, self.picture.above, self.picture.help) if part)


def shared(page: PublicPage) -> Shared:
    """Return what is shown of `page`, in the active language.

    Of a help page only its neutral title is said: a message with its address may be read over a child's shoulder.
    """
    neutral = isinstance(page, HelpPage)
    description = "" if neutral else page.summary
    title = _title(page)
    return Shared(title, description or str(pack().hotline.platform_name), _picture(page, title))


def _title(page: PublicPage) -> str:
    if isinstance(page, HomePage):
        return page.lead or _("Something online is not right?")
    return page.window_title if isinstance(page, HelpPage) else page.title


def _picture(page: PublicPage, title: str) -> Preview:
    day = _day(page)
    return Preview(
        title=title,
        language=page.language,
        ground=_GROUNDS.get(type(page), "paper"),
        above=_above(page),
        help=_help(),
        day=str(dates.local(day).day) if day else "",
        month=dates.month(day) if day else "",
        lit=not _is_over(page),
        drawing=isinstance(page, (HomePage, HelpPage)),
    )


def _above(page: PublicPage) -> str:
    """Return what kind of page it is, in the words of its section."""
    if isinstance(page, (ResourcePage, PressReleasePage)):
        return str(page.get_kind_display()) if isinstance(page, ResourcePage) else _("Press release")
    if isinstance(page, (HomePage, ListPage, HelpPage)):
        return ""
    above = next((each for each in queries.sections(page.language) if page.path.startswith(each.path)), None)
    return above.title if above else ""


def _help() -> str:
    """Return whom one can call first, and when."""
    line = next(iter(pack().sure_helplines), None)
    return f"{line.label} · {line.hours}" if line else ""


def _day(page: PublicPage) -> dt.date | dt.datetime | None:
    if isinstance(page, CampaignPage):
        return page.starts_on
    return page.starts_at if isinstance(page, EventPage) else None


def _is_over(page: PublicPage) -> bool:
    if isinstance(page, EventPage):
        return queries.is_over(page)
    return isinstance(page, CampaignPage) and queries.day_is_gone(page)
