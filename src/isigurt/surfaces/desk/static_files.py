"""Serves the desk's own styles and scripts: a fixed list of files, read once, so no path is ever looked up."""

import gzip
import hashlib
import mimetypes
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from django.http import Http404, HttpRequest, HttpResponse

# Pages of other parts of allauth are not ours; nothing of theirs is needed.
LEFT_OUT = ("account/", "mfa/")
KINDS = {".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Asset:
    """One file as it is sent."""

    body: bytes
    packed: bytes
    kind: str
    tag: str


@lru_cache(maxsize=1)
def assets() -> dict[str, Asset]:
    """Return every static file of the installed rooms by its path below `/static/`."""
    found: dict[str, Asset] = {}
    for finder in get_finders():
        for name, storage in finder.list([]):
            if name not in found and not name.startswith(LEFT_OUT):
                found[name] = _read(name, Path(storage.path(name)))
    return found


def _read(name: str, file: Path) -> Asset:
    body = file.read_bytes()
    kind = KINDS.get(file.suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    return Asset(
        body=body,
        packed=gzip.compress(body, mtime=0),
        kind=kind,
        tag=f'"{hashlib.sha256(body).hexdigest()[:32]}"',
    )


def static(request: HttpRequest, path: str) -> HttpResponse:
    """Send one file, or 304 if the browser has it; open to everyone, since the sign-in page needs it."""
    asset = assets().get(path)
    if asset is None:
        raise Http404
    if asset.tag in request.headers.get("If-None-Match", ""):
        response = HttpResponse(status=304)
    elif "gzip" in request.headers.get("Accept-Encoding", ""):
        response = HttpResponse(asset.packed, content_type=asset.kind)
        response["Content-Encoding"] = "gzip"
    else:
        response = HttpResponse(asset.body, content_type=asset.kind)
    response["ETag"] = asset.tag
    response["Vary"] = "Accept-Encoding"
    # Asked again each time, answered 304: after an upgrade nobody works with old scripts.
    response["Cache-Control"] = "private, no-cache"
    response.may_be_kept = True  # type: ignore[attr-defined]
    return response
