"""What a browser posted, read whole or not at all."""

from django.core.exceptions import TooManyFieldsSent
from django.http import HttpRequest, QueryDict

from isigurt.intake.content import MOST_BYTES

# Up to here what is too large is still shown again, so that it can be shortened; beyond, only read away.
_SHOWN_AGAIN = 2 * 1024 * 1024
_DRAINED_AT_MOST = 16 * 1024 * 1024
_FORM = "application/x-www-form-urlencoded"


class TooLarge(Exception):
    """More than a form may hold. `fields` is what was posted, unless it was far more."""

    def __init__(self, fields: QueryDict | None) -> None:
        super().__init__()
        self.fields = fields


class CutOff(Exception):
    """The line broke before everything was here; nothing of it counts."""


class NotAForm(Exception):
    """Not what this site's forms send: a file, or another encoding."""


def read_form(request: HttpRequest) -> QueryDict:
    """Return the fields that were posted. Raises TooLarge, CutOff and NotAForm."""
    try:
        length = int(request.META.get("CONTENT_LENGTH") or 0)
    except ValueError:
        raise NotAForm from None
    if length > _SHOWN_AGAIN:
        _drain(request, length)
        raise TooLarge(None)
    if request.content_type != _FORM:
        _drain(request, length)
        raise NotAForm
    try:
        body = request.read(length)
    except OSError:
        raise CutOff from None
    if len(body) != length:
        raise CutOff
    try:
        fields = QueryDict(body, encoding="utf-8")
    except TooManyFieldsSent:
        raise NotAForm from None
    if length > MOST_BYTES:
        raise TooLarge(fields)
    return fields


def _drain(request: HttpRequest, length: int) -> None:
    """Read and forget what is on its way, so that the browser is ready to read the answer."""
    left = min(length, _DRAINED_AT_MOST)
    try:
        while left > 0 and (chunk := request.read(min(left, 65536))):
            left -= len(chunk)
    except OSError:
        return
