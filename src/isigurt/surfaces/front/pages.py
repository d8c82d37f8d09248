"""Pages that are rendered once and served from memory, and pages that are rendered for one answer.

A page with fresh values in it (the form with its receipt) is rendered once with marks from Unicode's private area;
each answer puts the values in their place. For browsers that take gzip the text between the marks is compressed once,
and the fresh values go between the pieces as stored blocks (RFC 1951, 3.2.4): no compression at each request, and a
secret value is never compressed together with anything else.
"""

import gzip
import re
import struct
import zlib
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import get_template
from django.utils import translation

from isigurt.design import addresses

NO_STORE = "no-store"
_GZIP_HEAD = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_MARKS = "".join(chr(0xE000 + number) for number in range(16))
_MARK_PATTERN = re.compile(b"|".join(mark.encode() for mark in _MARKS))


def mark(number: int) -> str:
    """Return the mark for fresh value `number` (0 to 15)."""
    return _MARKS[number]


def render(page: str, language: str, template: str, context: Mapping[str, Any]) -> str:
    """Return `template` in `language`; `page` is the one whose sisters in other languages are offered, or ""."""
    names = dict(settings.LANGUAGES)
    shared: dict[str, Any] = {
        "address": addresses.of_language(language),
        "alternates": addresses.alternates(page, language, names) if page else [],
    }
    request = HttpRequest()
    request.path = addresses.ADDRESSES[page or "home"][language]
    with translation.override(language):
        return get_template(template).render({**shared, **context}, request)


def answer(page: str, language: str, template: str, context: Mapping[str, Any], *, status: int = 200) -> HttpResponse:
    """Return `template` as an answer for this one request, never stored by the browser."""
    response = HttpResponse(render(page, language, template, context), status=status)
    response["Cache-Control"] = NO_STORE
    return response


def takes_gzip(request: HttpRequest) -> bool:
    """Say whether the browser takes gzip."""
    return "gzip" in request.META.get("HTTP_ACCEPT_ENCODING", "")


class StillPage:
    """A page that is the same for everyone."""

    def __init__(self, html: str) -> None:
        self._plain = html.encode()
        self._packed = gzip.compress(self._plain, 9, mtime=0)

    def response(self, request: HttpRequest) -> HttpResponse:
        """Return the page."""
        packed = takes_gzip(request)
        response = HttpResponse(self._packed if packed else self._plain)
        if packed:
            response["Content-Encoding"] = "gzip"
        response["Cache-Control"] = "no-cache"
        response["Vary"] = "Accept-Encoding"
        return response


class FreshPage:
    """A page rendered once, with places for fresh values."""

    def __init__(self, html: str) -> None:
        data = html.encode()
        self._order = [_MARKS.index(found.decode()) for found in _MARK_PATTERN.findall(data)]
        self._pieces = _MARK_PATTERN.split(data)
        last = len(self._pieces) - 1
        self._packed = [_deflate(piece, last=at == last) for at, piece in enumerate(self._pieces)]

    def response(self, request: HttpRequest, values: Mapping[int, str]) -> HttpResponse:
        """Return the page with `values` (by mark; they are escaped by nobody: letters and digits only)."""
        fresh = [values[number].encode("ascii") for number in self._order]
        packed = takes_gzip(request)
        response = HttpResponse(self._pack(fresh) if packed else self._join(fresh))
        if packed:
            response["Content-Encoding"] = "gzip"
        response["Cache-Control"] = NO_STORE
        return response

    def _join(self, fresh: list[bytes]) -> bytes:
        parts = [self._pieces[0]]
        for value, piece in zip(fresh, self._pieces[1:], strict=True):
            parts += (value, piece)
        return b"".join(parts)

    def _pack(self, fresh: list[bytes]) -> bytes:
        plain = self._join(fresh)
        parts = [_GZIP_HEAD, self._packed[0]]
        for value, piece in zip(fresh, self._packed[1:], strict=True):
            parts += (struct.pack("<BHH", 0, len(value), 0xFFFF ^ len(value)), value, piece)
        parts.append(struct.pack("<II", zlib.crc32(plain), len(plain) & 0xFFFFFFFF))
        return b"".join(parts)


def _deflate(piece: bytes, *, last: bool) -> bytes:
    """Compress one piece so that it ends on a byte and refers to nothing before it."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(piece) + packer.flush(zlib.Z_FINISH if last else zlib.Z_FULL_FLUSH)


@cache
def still(page: str, language: str, template: str) -> StillPage:
    """Return the page that is the same for everyone, rendered at the first request."""
    return StillPage(render(page, language, template, {}))
