"""Leading to the newest National Report: the editions themselves are baked."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from isigurt.baked import Baked
from isigurt.design.addresses import ADDRESSES


def newest(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Lead to the newest edition that is published."""
    base = ADDRESSES["national_report"][language]
    below = (each.removeprefix(base) for each in _reports(settings.ISIGURT_BAKED / "reports").addresses())
    years = [int(each[:-1]) for each in below if each.endswith("/") and each[:-1].isdecimal()]
    if not years:
        raise Http404
    response = HttpResponseRedirect(f"{base}{max(years)}/")
    response["Cache-Control"] = "no-cache"
    return response


@cache
def _reports(folder: Path) -> Baked:
    return Baked(folder)
