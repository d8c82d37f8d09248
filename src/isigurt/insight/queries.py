"""The desk's figures, read from facts only. They are confidential: nothing here passes a disclosure gate."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median

from django.db.models import Count, DurationField, ExpressionWrapper, F, Q, QuerySet

from isigurt.facts.models import MERGED, CaseFact, ItemFact, ReportFact

DAY = timedelta(days=1)
# INHOPE counts removal at one, three and seven days.
STEPS = (DAY, 3 * DAY, 7 * DAY)


@dataclass(frozen=True)
class RemovalRow:
    """How soon the confirmed items of one group were gone; the counts of one row add up to `confirmed`."""

    group: str
    confirmed: int
    within_day: int
    within_three_days: int
    within_seven_days: int
    later: int
    not_removed: int

    def percent_within_day(self) -> int:
        """Return the share gone within 24 hours, whole percent."""
        return round(100 * self.within_day / self.confirmed) if self.confirmed else 0

    def percent_within_three_days(self) -> int:
        """Return the share gone within three days, those of the first day included, whole percent."""
        return round(100 * (self.within_day + self.within_three_days) / self.confirmed) if self.confirmed else 0

    def percent_within_seven_days(self) -> int:
        """Return the share gone within seven days, whole percent."""
        return round(100 * (self.confirmed - self.later - self.not_removed) / self.confirmed) if self.confirmed else 0


@dataclass(frozen=True)
class Statistics:
    """The statistics page's figures for what was received from `since` on (None: ever)."""

    since: datetime | None
    reports: int
    cases: int
    open_cases: int
    overdue_cases: int
    first_action_median: timedelta | None
    first_action_counted: int
    removal: RemovalRow
    by_harm: list[RemovalRow] = field(default_factory=list)
    by_country: list[RemovalRow] = field(default_factory=list)
    reports_by_harm: list[tuple[str, int]] = field(default_factory=list)
    reports_by_channel: list[tuple[str, int]] = field(default_factory=list)


def _counts(took: str = "took") -> dict[str, Count]:
    removed = Q(removed_at__isnull=False, seen_down_at__isnull=False)
    day, three, seven = STEPS
    return {
        "confirmed": Count("pk"),
        "within_day": Count("pk", filter=removed & Q(**{f"{took}__lte": day})),
        "within_three_days": Count("pk", filter=removed & Q(**{f"{took}__gt": day, f"{took}__lte": three})),
        "within_seven_days": Count("pk", filter=removed & Q(**{f"{took}__gt": three, f"{took}__lte": seven})),
        "later": Count("pk", filter=removed & Q(**{f"{took}__gt": seven})),
        "not_removed": Count("pk", filter=~removed),
    }


def _confirmed_items(since: datetime | None) -> "QuerySet[ItemFact, ItemFact]":
    items = ItemFact.objects.filter(confirmed_at__isnull=False)
    if since is not None:
        items = items.filter(first_received_at__gte=since)
    took = ExpressionWrapper(F("seen_down_at") - F("first_received_at"), output_field=DurationField())
    return items.annotate(took=took)


def removal_by(column: str, *, since: datetime | None = None) -> list[RemovalRow]:
    """Return one row for each value of `column` ("harm" or "host_country"), the largest first."""
    rows = _confirmed_items(since).values(column).annotate(**_counts()).order_by("-confirmed", column)
    return [RemovalRow(group=row.pop(column), **row) for row in rows]


def _median_first_action(cases: "QuerySet[CaseFact, CaseFact]") -> tuple[timedelta | None, int]:
    pairs = cases.values_list("first_received_at", "first_action_at")
    seconds = [(acted - received).total_seconds() for received, acted in pairs if received and acted]
    return (timedelta(seconds=median(seconds)) if seconds else None), len(seconds)


def statistics(*, now: datetime, since: datetime | None = None) -> Statistics:
    """Return the figures of the statistics page."""
    reports, cases = ReportFact.objects.all(), CaseFact.objects.exclude(outcome=MERGED)
    if since is not None:
        reports, cases = reports.filter(received_at__gte=since), cases.filter(opened_at__gte=since)
    standing = CaseFact.objects.filter(closed_at__isnull=True)
    first_action, counted = _median_first_action(cases)
    return Statistics(
        since=since,
        reports=reports.count(),
        cases=cases.count(),
        open_cases=standing.count(),
        overdue_cases=standing.filter(deadline_at__lt=now).count(),
        first_action_median=first_action,
        first_action_counted=counted,
        removal=RemovalRow(group="", **_confirmed_items(since).aggregate(**_counts())),
        by_harm=removal_by("harm", since=since),
        by_country=removal_by("host_country", since=since),
        reports_by_harm=_tally(reports, "harm_said"),
        reports_by_channel=_tally(reports, "channel"),
    )


def _tally(reports: "QuerySet[ReportFact, ReportFact]", column: str) -> list[tuple[str, int]]:
    return list(reports.values_list(column).annotate(count=Count("pk")).order_by("-count", column))
