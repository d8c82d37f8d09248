"""Case numbers: one sequence a year, without gaps and without a race."""

from datetime import datetime

from django.db.models import F
from django.utils import timezone

from isigurt.casework.models import CaseNumber


def next_number(at: datetime) -> str:
    """Return the next number of the local year of `at`, such as `2026-000123`.

    Called within the transaction that makes the case. Counting up locks the year's row until that transaction ends, so
    two cases made at once wait for each other instead of taking the same number, and an undone one leaves no gap.
    """
    year = timezone.localtime(at).year
    counters = CaseNumber.objects.filter(year=year)
    if not counters.update(last=F("last") + 1):
        CaseNumber.objects.get_or_create(year=year)
        counters.update(last=F("last") + 1)
    last = counters.values_list("last", flat=True).get()
    return f"{year}-{last:06d}"
