"""The public addresses."""

from django.urls import URLPattern, path

from isigurt.design.addresses import ADDRESSES, LANGUAGES
from isigurt.surfaces.front.files import serve_file
from isigurt.surfaces.front.views.app import manifest, offline, worker
from isigurt.surfaces.front.views.button import button, picture
from isigurt.surfaces.front.views.code import code
from isigurt.surfaces.front.views.home import home, root
from isigurt.surfaces.front.views.report import check, report
from isigurt.surfaces.front.views.search import search
from isigurt.surfaces.front.views.share import share

_VIEWS = {
    "home": home,
    "report": report,
    "share": share,
    "check": check,
    "code": code,
    "button": button,
    "offline": offline,
    "search": search,
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
