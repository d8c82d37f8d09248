"""Serves the baked site before Django is asked: a list look-up, a few headers, the bytes.

Only GET and HEAD of an address in the list; everything else goes on to the forms and the rest.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from isigurt.baked import BakedFile, Merged
from isigurt.surfaces.front.middleware import HEADERS

if TYPE_CHECKING:
    from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

_ALWAYS = list(HEADERS.items())


class BakedSite:
    """A WSGI application that serves what is baked and hands all else to `otherwise`. `beside` are further folders.

    `served` is told the address of each file that was sent whole: not of what was only asked about (HEAD), of what the
    browser had already (304), and not of the further pieces of a download.
    """

    def __init__(
        self,
        folder: Path,
        otherwise: "WSGIApplication",
        served: Callable[[str], None] = lambda _address: None,
        beside: tuple[Path, ...] = (),
    ) -> None:
        self._site = Merged(folder, *beside)
        self._otherwise = otherwise
        self._served = served

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        if environ["REQUEST_METHOD"] in ("GET", "HEAD"):
            # WSGI hands a path over as bytes in latin-1 (PEP 3333).
            address = environ.get("PATH_INFO", "").encode("latin-1", "replace").decode("utf-8", "replace")
            file = self._site.find(address)
            if file is not None:
                body = _answer(file, environ, start_response)
                if body and environ.get("HTTP_RANGE", "bytes=0-") == "bytes=0-":
                    self._served(address)
                return body
            if not address.endswith("/") and f"{address}/" in self._site:
                start_response(
                    "301 Moved Permanently", [*_ALWAYS, ("Location", f"{address}/"), ("Content-Length", "0")]
                )
                return []
        return self._otherwise(environ, start_response)


def _answer(file: BakedFile, environ: "WSGIEnvironment", start_response: "StartResponse") -> list[bytes]:
    body, coding = _coded(file, environ.get("HTTP_ACCEPT_ENCODING", ""))
    if file.tag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start_response("304 Not Modified", [*_headers(file.kind, file.tag)])
        return []
    start_response("200 OK", [*_headers(file.kind, file.tag, coding, len(body))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


@lru_cache(maxsize=4096)
def _headers(kind: str, tag: str, coding: str = "", length: int | None = None) -> tuple[tuple[str, str], ...]:
    """Return the headers of a file, those of its body where a length is given; kept, for most are asked for again."""
    of_body = [("Content-Encoding", coding)] if coding else []
    if length is not None:
        of_body.append(("Content-Length", str(length)))
    return (
        *_ALWAYS,
        ("Content-Type", kind),
        ("Cache-Control", "no-cache"),
        ("ETag", tag),
        ("Vary", "Accept-Encoding"),
        *of_body,
    )


def _coded(file: BakedFile, accepted: str) -> tuple[bytes, str]:
    """Return the body in the best coding that the browser takes. Browsers send `br` over TLS only."""
    if file.brotli is not None and "br" in accepted:
        return file.brotli, "br"
    if file.gzip is not None and "gzip" in accepted:
        return file.gzip, "gzip"
    return file.plain, ""
