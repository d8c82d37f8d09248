"""Dates in words, in the active language, as its file in `country/languages` has them.

Django's own Albanian formats are wrong for readers in Albania (10/02/2026, 3.07.PM), so the words are ours.
Times are shown in the time zone that Django has active (the country's).
"""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from isigurt.country import language


def local(value: dt.date | dt.datetime) -> dt.date | dt.datetime:
    """Return a moment in the active time zone; a date is what it is."""
    if isinstance(value, dt.datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def day(value: dt.date | dt.datetime) -> str:
    """``10 shkurt 2026``, ``10 February 2026``."""
    here = local(value)
    return language().day.format(day=here.day, month=month(value), year=here.year)


def month(value: dt.date | dt.datetime) -> str:
    """``shkurt``, ``February``."""
    return language().months[local(value).month - 1]


def weekday(value: dt.date | dt.datetime) -> str:
    """``e martë, 10 shkurt 2026``, ``Tuesday, 10 February 2026``."""
    spoken = language()
    return spoken.weekday.format(weekday=spoken.weekdays[local(value).weekday()], day=day(value))


def clock(value: dt.datetime | dt.time) -> str:
    """``15:07``."""
    here = local(value) if isinstance(value, dt.datetime) else value
    return f"{here:%H:%M}"


def moment(value: dt.datetime) -> str:
    """``10 shkurt 2026, ora 15:07``, ``10 February 2026 at 15:07``."""
    return language().moment.format(day=day(value), time=clock(value))


def compact(value: dt.datetime) -> str:
    """``10.02.2026 15:07``: for the desk's tables and margins, where words have no room."""
    return f"{local(value):%d.%m.%Y} {clock(value)}"


def stamp(value: dt.datetime) -> str:
    """``2026-02-10 15:07:09``: for the ledger, where rows are compared with what the command line prints."""
    return f"{local(value):%Y-%m-%d %H:%M:%S}"
