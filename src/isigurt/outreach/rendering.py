"""A page as the public sees it: rendered without a request, in the page's own language."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.template.loader import get_template
from django.utils import translation

from isigurt.baked.searching import index_address
from isigurt.design import addresses
from isigurt.outreach import previews, queries, showing, taking_part
from isigurt.outreach.addresses import CALENDAR, NEWS
from isigurt.outreach.choices import Shows
from isigurt.outreach.models import CampaignPage, HomePage, PublicPage


def html(page: PublicPage, *, previewed: bool = False) -> str:
    """Return the whole page as text, from the state of `page` at hand (a draft too).

    A page previewed at the desk is not part of the web app: what installs it and keeps it offline is left out.
    """
    request = HttpRequest()
    request.path = page.address
    with translation.override(page.language):
        return get_template(page.template).render(_context(page) | {"previewed": previewed}, request)


def near_html(page: CampaignPage) -> str:
    """Return the page that lists a campaign's events and activities by municipality, and who signed its pledge."""
    address = taking_part.near_address(page)
    request = HttpRequest()
    request.path = address
    with translation.override(page.language):
        context = _context(page) | {
            "here": address,
            "title": taking_part.near_title(page),
            "alternates": _near_alternates(page),
            "crumbs": [*_crumbs(page), {"title": page.title, "href": page.address}],
            "towns": taking_part.near(page),
            "signers": taking_part.signers(page),
        }
        return get_template("outreach/near.html").render(context, request)


def _near_alternates(page: CampaignPage) -> list[dict[str, object]]:
    """Return each language with this list in it; a language into which the campaign is not translated has its home."""
    there = taking_part.near_translations(page)
    return [each | {"address": there.get(str(each["code"]), each["address"])} for each in queries.alternates(page)]


def _context(page: PublicPage) -> dict[str, Any]:
    sections = queries.sections(page.language)
    for_help = next((each for each in sections if each.shows == Shows.HELP), None)
    return {
        "page": page,
        "address": addresses.of_language(page.language),
        "alternates": queries.alternates(page),
        "sections": sections,
        "section": next((each for each in sections if page.path.startswith(each.path)), None),
        "help_address": for_help.address if for_help else "",
        "crumbs": _crumbs(page),
        "front": settings.ISIGURT_FRONT,
        "shared": previews.shared(page),
        "news_address": f"/{page.language}/{NEWS}",
        "index_address": index_address(page.language),
        "calendar_address": f"/{page.language}/{CALENDAR}",
        **showing.context(page),
    }


def _crumbs(page: PublicPage) -> list[dict[str, str]]:
    """Return the way down to `page`, without the home (the mark at the top leads there) and without the page."""
    if isinstance(page, HomePage):
        return []
    above = page.get_ancestors().filter(depth__gt=2, live=True)
    return [{"title": each.title, "href": each.url_path} for each in above]
