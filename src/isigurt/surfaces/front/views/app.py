"""What makes the site an app on a phone: the manifest, and the page that is there without a connection."""

import hashlib
import json
import re
from functools import cache
from pathlib import Path

from django.http import HttpRequest, HttpResponse
from django.utils import translation

from isigurt.country import pack
from isigurt.design.addresses import ADDRESSES, LANGUAGES
from isigurt.design.templatetags.design import asset
from isigurt.surfaces.front import pages

OFFLINE = "front/offline.html"
_NIGHT = "#12343c"
_WORKER = Path(__file__).resolve().parent.parent / "static" / "front" / "worker.js"
_FILE = re.compile(r'(?:href|src)="(/static/[^"#]+)')


def manifest(request: HttpRequest, language: str) -> HttpResponse:
    """Tell a phone how to install the app: one for each language, so that a share comes in the one installed."""
    response = _manifest(language).response(request)
    response["Content-Type"] = "application/manifest+json"
    return response


@cache
def _manifest(language: str) -> pages.StillPage:
    with translation.override(language):
        country = pack().hotline
        said = {
            "id": ADDRESSES["home"][language],
            "lang": language,
            "name": str(country.title),
            "short_name": str(country.title),
            "description": str(country.platform_name),
            "start_url": ADDRESSES["home"][language],
            "scope": "/",
            "display": "standalone",
            "theme_color": _NIGHT,
            "background_color": _NIGHT,
            "icons": [
                _icon("icon-192.png", 192, "any"),
                _icon("icon-512.png", 512, "any"),
                _icon("icon-full-512.png", 512, "maskable"),
            ],
            "share_target": {
                "action": ADDRESSES["share"][language],
                "method": "POST",
                "enctype": "application/x-www-form-urlencoded",
                "params": {"title": "title", "text": "text", "url": "url"},
            },
        }
    return pages.StillPage(json.dumps(said, ensure_ascii=False))


def _icon(name: str, size: int, purpose: str) -> dict[str, str]:
    return {"src": asset(name), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}


def offline(request: HttpRequest, language: str) -> HttpResponse:
    """Return the page for a moment without a connection: the helplines, no more."""
    return pages.still("offline", language, OFFLINE).response(request)


def worker(request: HttpRequest) -> HttpResponse:
    """Return the service worker, with the list of what it keeps in front of it."""
    response = _worker().response(request)
    response["Content-Type"] = "text/javascript; charset=utf-8"
    # Its policy is its own: it fetches from here and does nothing else.
    response["Content-Security-Policy"] = "default-src 'none'; connect-src 'self'"
    return response


@cache
def _worker() -> pages.StillPage:
    """Name the offline pages and every file that they load; the version changes with any of them."""
    shown = [pages.render("offline", language, OFFLINE, {}) for language in LANGUAGES]
    files = sorted({name for html in shown for name in _FILE.findall(html)} | {asset("town.svg")})
    version = hashlib.sha256("".join([*shown, *files]).encode()).hexdigest()[:12]
    kept = {"version": f"offline-{version}", "pages": ADDRESSES["offline"], "files": files}
    return pages.StillPage(f"const kept = {json.dumps(kept)};\n{_WORKER.read_text()}")
