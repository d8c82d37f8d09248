"""Which of the desk's facts an edition counts and in which year each began."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce
from django.utils.timezone import get_default_timezone, localdate

from isigurt import clock
from isigurt.facts.models import MERGED, CaseFact, Fact, ItemFact, NoticeFact, ReportFact
from isigurt.insight.edition.manifest import KEPT_YEARS


def counted_reports(year: int) -> "QuerySet[Any, Any]":
    """Return the reports of `year`; a flood that no person ever touched is no report of a person."""
    return _begun(ReportFact, year, "received_at").exclude(looks_automated=True, first_action_at=None)


def counted_cases(year: int) -> "QuerySet[Any, Any]":
    """Return the cases of `year`, with `begun`; a merged one is counted with the one it went into."""
    return _begun(CaseFact, year, "first_received_at", "opened_at").exclude(outcome=MERGED)


def counted_items(year: int) -> "QuerySet[Any, Any]":
    """Return the items of `year`."""
    return _begun(ItemFact, year, "first_received_at")


def counted_notices(year: int) -> "QuerySet[Any, Any]":
    """Return the notices that were sent in `year`."""
    return _begun(NoticeFact, year, "sent_at")


def is_over(year: int) -> bool:
    """Say whether `year` has ended, by the country's clock."""
    return localdate(clock.now()).year > year


def years_with_facts() -> list[int]:
    """Return the years that are over and of which the desk has facts that may still be kept, the newest first."""
    this = localdate(clock.now()).year
    years = range(this - 1, this - 1 - KEPT_YEARS, -1)
    return [year for year in years if any(counted(year).exists() for counted in _COUNTED)]


def _begun(kind: type[Fact], year: int, *moments: str) -> "QuerySet[Any, Any]":
    """Return the facts of `kind` whose first known moment lies in `year`, by the country's clock."""
    zone = get_default_timezone()
    first, after = (datetime(each, 1, 1, tzinfo=zone) for each in (year, year + 1))
    begun = Coalesce(*moments) if len(moments) > 1 else F(moments[0])
    return kind._default_manager.annotate(begun=begun).filter(begun__gte=first, begun__lt=after)


_COUNTED: tuple[Callable[[int], "QuerySet[Any, Any]"], ...] = (
    counted_reports,
    counted_cases,
    counted_items,
    counted_notices,
)
