"""Styles, scripts and pictures, read once into memory, compressed once, kept by browsers for good.

Each page names a file with a fingerprint of its content, so a changed file has a new address.
"""

import gzip
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.apps import apps
from django.http import Http404, HttpRequest, HttpResponse

from isigurt.surfaces.front.pages import takes_gzip

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True)
class _File:
    plain: bytes
    packed: bytes | None
    kind: str


@cache
def _files() -> dict[str, _File]:
    found: dict[str, _File] = {}
    for app in apps.get_app_configs():
        folder = Path(app.path) / "static"
        for path in sorted(folder.rglob("*")):
            if path.suffix in _TYPES and path.is_file():
                plain = path.read_bytes()
                packed = gzip.compress(plain, 9, mtime=0)
                smaller = packed if len(packed) < len(plain) else None
                name = path.relative_to(folder).as_posix()
                found.setdefault(name, _File(plain, smaller, _TYPES[path.suffix]))
    return found


def serve_file(request: HttpRequest, name: str) -> HttpResponse:
    """Return the file `name`; only names found at the start exist, so no path can lead elsewhere."""
    file = _files().get(name)
    if file is None:
        raise Http404
    packed = file.packed if takes_gzip(request) else None
    response = HttpResponse(packed or file.plain, content_type=file.kind)
    if packed:
        response["Content-Encoding"] = "gzip"
    response["Vary"] = "Accept-Encoding"
    known = "public, max-age=31536000, immutable" if request.META.get("QUERY_STRING") else "no-cache"
    response["Cache-Control"] = known
    return response
