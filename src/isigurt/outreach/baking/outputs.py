"""Every file of the public site, made anew from the pages as they are now.

The whole site each time: a national site has some hundreds of pages, each rendered in milliseconds, and what did not
change is not written again. So no list, feed or menu can be forgotten.
"""

import mimetypes
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from django.conf import settings
from django.core.files.storage import default_storage
from django.utils import translation

from isigurt.baked import SITE, Baked
from isigurt.baked.taking_part import ADDRESS as OFFERS
from isigurt.baked.taking_part import KIND as OFFERS_KIND
from isigurt.design.previews import KIND, Preview
from isigurt.outreach import queries
from isigurt.outreach.baking import calendars, feeds, figures, search, sitemap, taking_part
from isigurt.outreach.models import PublicPage
from isigurt.outreach.previews import shared
from isigurt.outreach.rendering import html, near_html

Shown = TypeVar("Shown", bound=PublicPage)
Made = TypeVar("Made")
HTML = "text/html; charset=utf-8"
_MEDIA = re.compile(r'(?:src|href|srcset|content)="(/media/[^"]+)"')


class PageFailed(Exception):
    """A page could not be made; `page` is which."""

    def __init__(self, page: PublicPage, why: str) -> None:
        super().__init__(why)
        self.page, self.why = page, why


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site."""

    address: str
    body: bytes
    kind: str


def outputs() -> Iterator[Output]:
    """Yield every file of the site; raises PageFailed for the first page that cannot be made."""
    media: set[str] = set()
    pages = list(queries.every_seen())
    indexes = search.Indexes([language for language, _name in settings.LANGUAGES])
    drawn = Baked(settings.ISIGURT_BAKED / SITE)
    shown: dict[str, tuple[Preview, PublicPage]] = {}
    for page in pages:
        text = _made(page, html)
        media.update(_MEDIA.findall(text))
        indexes.add(page, text)
        yield Output(page.address, text.encode(), HTML)
        preview = _preview(page)
        shown[preview.address] = (preview, page)
    for campaign, address in taking_part.near_pages(pages):
        text = _made(campaign, near_html)
        indexes.add_near(campaign, address, text)
        yield Output(address, text.encode(), HTML)
    for figure_page in figures.published():
        indexes.add_published(figure_page)
    for address in sorted(media):
        yield _file(address)
    for preview, page in shown.values():
        yield _picture(preview, page, drawn)
    for address, body in indexes.files():
        yield Output(address, body, search.KIND)
    yield from _beside(pages)


def _beside(pages: list[PublicPage]) -> Iterator[Output]:
    """Yield what is made of the pages besides themselves: feeds, calendars, what search engines are told."""
    for language, _name in settings.LANGUAGES:
        address, body = feeds.news(language)
        yield Output(address, body, feeds.KIND)
        for address, body in calendars.calendars(language):
            yield Output(address, body, calendars.KIND)
    yield Output(OFFERS, taking_part.offers(), OFFERS_KIND)
    yield Output(sitemap.SITEMAP, sitemap.sitemap(pages), "application/xml; charset=utf-8")
    yield Output(sitemap.ROBOTS, sitemap.robots(), "text/plain; charset=utf-8")


def _made(page: Shown, make: Callable[[Shown], Made]) -> Made:
    """Return what is made of a page; whatever goes wrong, the page is named."""
    try:
        return make(page)
    except Exception as error:
        raise PageFailed(page, f"{type(error).__name__}: {error}"[:300]) from error


def _preview(page: PublicPage) -> Preview:
    with translation.override(page.language):
        return shared(page).picture


def _picture(preview: Preview, page: PublicPage, drawn: Baked) -> Output:
    """Return a page's picture: the one that lies there, for its address says what it shows; else a new one."""
    there = drawn.find(preview.address)
    return Output(preview.address, _made(page, lambda _page: there.plain if there else preview.png()), KIND)


def _file(address: str) -> Output:
    name = address.removeprefix(settings.MEDIA_URL)
    with default_storage.open(name) as file:
        body = file.read()
    return Output(address, body, mimetypes.guess_type(name)[0] or "application/octet-stream")
