"""The public addresses."""

from django.urls import URLPattern, path

from isigurt.design.addresses import ADDRESSES
from isigurt.surfaces.front.files import serve_file
from isigurt.surfaces.front.views.code import code
from isigurt.surfaces.front.views.home import home, root
from isigurt.surfaces.front.views.report import check, report

_VIEWS = {"home": home, "report": report, "check": check, "code": code}


def _pages() -> list[URLPattern]:
    return [
        path(address.removeprefix("/"), _VIEWS[page], {"language": language})
        for page, languages in ADDRESSES.items()
        for language, address in languages.items()
    ]


urlpatterns = [path("", root), *_pages(), path("static/<path:name>", serve_file)]
handler404 = "isigurt.surfaces.front.views.home.not_found"
handler500 = "isigurt.surfaces.front.views.home.went_wrong"
