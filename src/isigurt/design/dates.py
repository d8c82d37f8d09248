"""Dates in words, in the active language.

Django's own Albanian formats are wrong for readers in Albania (10/02/2026, 3.07.PM), so the words are ours.
Times are shown in the time zone that Django has active (the country's).
"""

from __future__ import annotations

import datetime as dt

from django.utils import timezone
from django.utils.translation import get_language

MONTHS = {
    "sq": "janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor".split(),  # noqa: SIM905
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
}
WEEKDAYS = {
    "sq": ["e hënë", "e martë", "e mërkurë", "e enjte", "e premte", "e shtunë", "e diel"],
    "en": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
}
AT = {"sq": "ora", "en": "at"}


def _language() -> str:
    language = (get_language() or "sq").partition("-")[0]
    return language if language in MONTHS else "en"


def local(value: dt.date | dt.datetime) -> dt.date | dt.datetime:
    """Return a moment in the active time zone; a date is what it is."""
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def day(value: dt.date | dt.datetime) -> str:
    """``10 shkurt 2026``, ``10 February 2026``."""
    here = local(value)
    return f"{here.day} {month(value)} {here.year}"


def month(value: dt.date | dt.datetime) -> str:
    """``shkurt``, ``February``."""
    return MONTHS[_language()][local(value).month - 1]


def weekday(value: dt.date | dt.datetime) -> str:
    """``e martë, 10 shkurt 2026``, ``Tuesday, 10 February 2026``."""
    return f"{WEEKDAYS[_language()][local(value).weekday()]}, {day(value)}"


def moment(value: dt.datetime) -> str:
    """``10 shkurt 2026, ora 15:07``, ``10 February 2026 at 15:07``."""
    language = _language()
    comma = "," if language == "sq" else ""
    return f"{day(value)}{comma} {AT[language]} {local(value):%H:%M}"
