"""A report button for other people's sites: a plain link, and pictures for it that any site may show.

Nobody learns on whose site it was seen or pressed: the snippet asks browsers not to say, and
nothing here would keep it.
"""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _

from isigurt.country import pack
from isigurt.design.addresses import ADDRESSES, LANGUAGES
from isigurt.surfaces.front import pages

WIDTH, HEIGHT = 264, 72
LOOKS = {
    "night": {"ground": "#12343c", "edge": "#12343c", "title": "#fdf6e8", "words": "#c3d3d2"},
    "day": {"ground": "#fffdf9", "edge": "#857a69", "title": "#1f2a30", "words": "#515b60"},
}
_A_DAY = "public, max-age=86400"
_LINK = '<a href="{}" rel="noopener" referrerpolicy="no-referrer">{}</a>'
_PICTURE = '<img src="{}" alt="{}" width="{}" height="{}" referrerpolicy="no-referrer">'


def button(request: HttpRequest, language: str) -> HttpResponse:
    """Show the button in each look, with the lines to copy."""
    return _page(language).response(request)


@cache
def _page(language: str) -> pages.StillPage:
    context = {"variants": _variants(language), "width": WIDTH, "height": HEIGHT}
    return pages.StillPage(pages.render("button", language, "front/button.html", context))


def _variants(language: str) -> list[dict[str, Any]]:
    """Return each look with its snippet; the snippet is plain text, which the page escapes to show it."""
    with translation.override(language):
        said = escape(_("Report to %(name)s") % {"name": pack().hotline.title})
        titles = {"night": _("Dark"), "day": _("Light"), "words": _("Words only")}
    goal = escape(f"{settings.ISIGURT_FRONT}{ADDRESSES['report'][language]}")
    variants = []
    for look, title in titles.items():
        path = f"/static/button/{language}-{look}.svg" if look in LOOKS else ""
        shown = _PICTURE.format(escape(f"{settings.ISIGURT_FRONT}{path}"), said, WIDTH, HEIGHT) if path else said
        variants.append({"id": look, "title": title, "path": path, "snippet": _LINK.format(goal, shown), "said": said})
    return variants


def picture(request: HttpRequest, name: str) -> HttpResponse:
    """Return the button's picture, such as `sq-night`: the one kind of file that other sites may show."""
    language, _dash, look = name.partition("-")
    if language not in LANGUAGES or look not in LOOKS:
        raise Http404
    response = _picture(language, look).response(request)
    response["Content-Type"] = "image/svg+xml"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    response["Cache-Control"] = _A_DAY
    return response


@cache
def _picture(language: str, look: str) -> pages.StillPage:
    context = {"width": WIDTH, "height": HEIGHT, "name": pack().hotline.title, **LOOKS[look]}
    with translation.override(language):
        return pages.StillPage(get_template("front/button.svg").render(context))
