"""The public addresses."""

from collections.abc import Callable

from django.http import HttpResponse
from django.urls import URLPattern, path

from isigurt.design.addresses import ADDRESSES, LANGUAGES
from isigurt.surfaces.front.files import serve_file
from isigurt.surfaces.front.views.app import manifest, offline, worker
from isigurt.surfaces.front.views.button import button, picture
from isigurt.surfaces.front.views.code import code
from isigurt.surfaces.front.views.home import home, root
from isigurt.surfaces.front.views.publications import newest, no_quarter
from isigurt.surfaces.front.views.report import check, report
from isigurt.surfaces.front.views.search import search
from isigurt.surfaces.front.views.share import share
from isigurt.surfaces.front.views.taking_part import activity, order, overview, pledge

_VIEWS: dict[str, Callable[..., HttpResponse]] = {
    "home": home,
    "report": report,
    "share": share,
    "check": check,
    "code": code,
    "button": button,
    "offline": offline,
    "search": search,
    "take_part": overview,
    "take_part_activity": activity,
    "take_part_pledge": pledge,
    "take_part_order": order,
    "national_report": newest,
    "transparency": no_quarter,
}


def _pages() -> list[URLPattern]:
    return [
        path(address.removeprefix("/"), _VIEWS[page], {"language": language})
        for page, languages in ADDRESSES.items()
        for language, address in languages.items()
    ]


urlpatterns = [
    path("", root),
    *_pages(),
    *(path(f"{language}/app.webmanifest", manifest, {"language": language}) for language in LANGUAGES),
    path("worker.js", worker),
    path("static/button/<slug:name>.svg", picture),
    path("static/<path:name>", serve_file),
]
handler404 = "isigurt.surfaces.front.views.home.not_found"
handler500 = "isigurt.surfaces.front.views.home.went_wrong"
