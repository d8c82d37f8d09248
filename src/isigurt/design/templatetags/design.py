"""Template tags of the design system: addresses of its files, icons, dates in words."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from functools import lru_cache
from pathlib import Path

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from isigurt.design import dates, numbers

register = template.Library()
FILES = Path(__file__).resolve().parent.parent / "static" / "design"


@lru_cache(maxsize=64)
def _fingerprint(name: str) -> str:
    path = Path(f"{FILES}/{name}")  # not FILES / name: pathlib refuses the SafeString that a template hands over
    return hashlib.sha256(path.read_bytes()).hexdigest()[:8]


@register.simple_tag
def asset(name: str) -> str:
    """Address of a file of the design system, changed whenever the file changes so that it can be kept for long."""
    return f"{static(f'design/{name}')}?{_fingerprint(name)}"


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """Icon from the sprite. Without a label it is decoration and hidden from screen readers."""
    if label:
        return format_html(
            '<svg class="icon" role="img" aria-label="{}"><use href="{}#{}"/></svg>', label, asset("icons.svg"), name
        )
    return format_html('<svg class="icon" aria-hidden="true"><use href="{}#{}"/></svg>', asset("icons.svg"), name)


@register.filter
def day(value: dt.date | dt.datetime | None) -> str:
    """Date in words, in the active language and local time: ``10 shkurt 2026``."""
    return dates.day(value) if value else ""


@register.filter
def weekday(value: dt.date | dt.datetime | None) -> str:
    """Date in words with its weekday: ``e martë, 10 shkurt 2026``."""
    return dates.weekday(value) if value else ""


@register.filter
def moment(value: dt.datetime | None) -> str:
    """Date and time in words, local time: ``10 shkurt 2026, ora 15:07``."""
    return dates.moment(value) if value else ""


@register.filter
def clock(value: dt.datetime | dt.time | None) -> str:
    """Time of day, local: ``15:07``."""
    return dates.clock(value) if value else ""


@register.filter
def compact(value: dt.datetime | None) -> str:
    """Date and time in figures, local time, for tables: ``10.02.2026 15:07``."""
    return dates.compact(value) if value else ""


@register.filter
def stamp(value: dt.datetime | None) -> str:
    """Date and time to the second, local time, as the ledger has it: ``2026-02-10 15:07:09``."""
    return dates.stamp(value) if value else ""


@register.filter
def iso(value: dt.date | dt.datetime | None) -> str:
    """Date or moment for machines, for the attribute of a ``time`` element."""
    return value.isoformat() if value else ""


@register.filter
def day_number(value: dt.date | dt.datetime | None) -> str:
    """Day of the month, in local time: ``10``."""
    return str(dates.local(value).day) if value else ""


@register.filter
def month(value: dt.date | dt.datetime | None) -> str:
    """Name of the month, in the active language: ``shkurt``."""
    return dates.month(value) if value else ""


@register.filter
def number(value: float | None, decimals: int = 0) -> str:
    """Number as the active language writes it, with so many decimals: ``12 345``, ``3,5``."""
    return "" if value is None else numbers.number(value, decimals)


@register.filter
def panes(code: str) -> list[str]:
    """Groups of a receipt code, for the four panes it is shown in."""
    return code.split("-")


@register.filter
def whole(text: str) -> str:
    """Text whose numbers do not break at the end of a line: ``116 000``."""
    return re.sub(r"(?<=\d) (?=\d)", "\u00a0", text)
