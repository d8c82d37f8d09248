"""The calm home, and the way there."""

import logging
import sys
import traceback
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect

from isigurt.baked.searching import index_address
from isigurt.design.addresses import ADDRESSES, LANGUAGES, preferred
from isigurt.surfaces.front import pages

logger = logging.getLogger(__name__)


def root(request: HttpRequest) -> HttpResponse:
    """Lead to the home in the language that the browser asks for; Albanian when in doubt."""
    language = preferred(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))
    response = HttpResponseRedirect(ADDRESSES["home"][language])
    response["Vary"] = "Accept-Language"
    response["Cache-Control"] = pages.NO_STORE
    return response


def home(request: HttpRequest, language: str) -> HttpResponse:
    """Return the home page."""
    return pages.still("home", language, "front/home.html").response(request)


def _language_of(request: HttpRequest) -> str:
    first = request.path.lstrip("/").partition("/")[0]
    return first if first in LANGUAGES else preferred(request.META.get("HTTP_ACCEPT_LANGUAGE", ""))


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Say that there is nothing at this address, and where to go on; put a forgotten last `/` right."""
    whole = f"{request.path}/"
    if request.method in {"GET", "HEAD"} and any(whole in each.values() for each in ADDRESSES.values()):
        return HttpResponsePermanentRedirect(whole)
    language = _language_of(request)
    context = {"index": index_address(language)}
    return pages.answer("", language, "front/not_found.html", context, status=404)


def went_wrong(request: HttpRequest) -> HttpResponse:
    """Say that something went wrong and that nothing was received, with the numbers to call.

    The administrator learns the kind of error and where in the code, never what was sent or by whom.
    """
    kind, _error, trace = sys.exc_info()
    places = ", ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(trace)[-4:])
    logger.error("a page failed: %s at %s", kind.__name__ if kind else "unknown", places)
    return pages.answer("", _language_of(request), "front/went_wrong.html", {}, status=500)
