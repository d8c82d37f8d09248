"""Leading to what is published of figures: reports and closed quarters themselves are baked."""

from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from isigurt.baked import REPORTS, Baked
from isigurt.design.addresses import ADDRESSES
from isigurt.surfaces.front import pages


def newest(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Lead to the newest edition that is published; say so while there is none."""
    base = ADDRESSES["national_report"][language]
    below = (each.removeprefix(base) for each in _reports(settings.ISIGURT_BAKED / REPORTS).addresses())
    years = [int(each[:-1]) for each in below if each.endswith("/") and each[:-1].isdecimal()]
    if not years:
        return pages.answer("national_report", language, "front/no_national_report.html", {})
    response = HttpResponseRedirect(f"{base}{max(years)}/")
    response["Cache-Control"] = "no-cache"
    return response


def no_quarter(request: HttpRequest, language: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Say that nothing is shown yet: the worker lays the page on its first day, and that one is then served."""
    return pages.answer("transparency", language, "front/no_quarter.html", {})


@cache
def _reports(folder: Path) -> Baked:
    return Baked(folder)
