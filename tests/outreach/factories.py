"""Public pages for tests, live unless told otherwise."""

import io
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.core.files.base import ContentFile
from PIL import Image

from isigurt.outreach import queries
from isigurt.outreach.choices import Audience, ResourceKind, Shows
from isigurt.outreach.models import (
    CampaignPage,
    EventPage,
    HelpPage,
    ListPage,
    Picture,
    PlainPage,
    PressReleasePage,
    PublicPage,
    ResourcePage,
)

TIRANA = ZoneInfo("Europe/Tirane")


def put(parent: PublicPage, page: PublicPage, *, live: bool = True) -> Any:
    """Put `page` below `parent`, with a revision, published if `live`."""
    page.live = live
    parent.add_child(instance=page)
    revision = page.save_revision()
    if live:
        revision.publish()
    page.refresh_from_db()
    return page


def section(language: str = "sq", shows: str = Shows.CAMPAIGNS, **values: Any) -> ListPage:
    """Make a list page below the home of a language."""
    given = {"title": "Fushata", "slug": f"seksioni-{shows}"} | values
    return put(queries.home(language), ListPage(shows=shows, **given))


def campaign(parent: PublicPage | None = None, **values: Any) -> CampaignPage:
    """Make a campaign."""
    given = {"title": "Së bashku", "slug": "se-bashku", "motto": "Së bashku për një internet më të mirë"} | values
    live = given.pop("live", True)
    return put(parent or section(), CampaignPage(**given), live=live)


def event(parent: CampaignPage, **values: Any) -> EventPage:
    """Make an event of a campaign."""
    given = {
        "title": "Dita e hapjes",
        "slug": "dita-e-hapjes",
        "starts_at": datetime(2026, 2, 10, 10, tzinfo=TIRANA),
        "place": "Tiranë",
    } | values
    return put(parent, EventPage(**given))


def help_page(parent: PublicPage | None = None, **values: Any) -> HelpPage:
    """Make a help page."""
    given = {
        "title": "Dikush më kërcënon",
        "slug": "ndihme-1",
        "first_word": "Nuk është faji yt.",
        "window_title": "Ndihmë",
    } | values
    return put(parent or section(shows=Shows.HELP, title="Ndihmë"), HelpPage(**given))


def press_release(parent: PublicPage | None = None, **values: Any) -> PressReleasePage:
    """Make a press release."""
    given = {
        "title": "Hapet fushata",
        "slug": "hapet-fushata",
        "place": "Tiranë",
        "released_on": date(2026, 2, 10),
    } | values
    return put(parent or section(shows=Shows.PRESS, title="Për median"), PressReleasePage(**given))


def plain(parent: PublicPage | None = None, **values: Any) -> PlainPage:
    """Make a plain page."""
    given = {"title": "Kush jemi", "slug": "kush-jemi"} | values
    return put(parent or queries.home("sq"), PlainPage(**given))


def resource(parent: PublicPage | None = None, **values: Any) -> ResourcePage:
    """Make a resource."""
    given = {
        "title": "Biseda e parë",
        "slug": "biseda-e-pare",
        "kind": ResourceKind.GUIDE,
        "audiences": [Audience.PARENTS],
    } | values
    return put(parent or section(shows=Shows.RESOURCES, title="Materiale"), ResourcePage(**given))


def translated(page: PublicPage, parent: PublicPage, **values: Any) -> Any:
    """Make the translation of `page` below `parent`, which is in another language."""
    fields = {
        field.attname: getattr(page, field.attname)
        for field in page._meta.concrete_fields
        if field.model is type(page) and not field.is_relation
    }
    given = fields | {"title": page.title, "slug": page.slug, "summary": page.summary} | values
    made = type(page)(**given, locale=parent.locale)
    made.translation_key = page.translation_key
    return put(parent, made)


def picture(alternative: str = "Një dritare e ndriçuar") -> Picture:
    """Make a picture: a plain square."""
    data = io.BytesIO()
    Image.new("RGB", (1200, 800), "#f4b44e").save(data, "PNG")
    made = Picture(title="Dritarja", alternative=alternative, file=ContentFile(data.getvalue(), "dritarja.png"))
    made.save()
    return made
