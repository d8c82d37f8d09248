"""The statistics page: what came in, what waits, how soon it was gone."""

from dataclasses import dataclass
from datetime import timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from isigurt import clock
from isigurt.country import pack
from isigurt.insight.dashboard import bars_of, removal_of, survival_of
from isigurt.insight.queries import RemovalRow, Statistics, statistics
from isigurt.insight.words import country_name
from isigurt.staff.permissions import requires


@dataclass(frozen=True)
class Period:
    """A choice of how far back the page looks; `days` None means ever."""

    id: str
    label: Promise
    days: int | None


PERIODS = (
    Period("30", _("30 days"), 30),
    Period("90", _("90 days"), 90),
    Period("365", _("a year"), 365),
    Period("all", _("since the beginning"), None),
)


Names = dict[str, str]


def _named(rows: list[RemovalRow], names: Names) -> list[tuple[str, RemovalRow]]:
    return [(names.get(row.group, row.group), row) for row in rows]


def _pictures(figures: Statistics, *, harms: Names, channels: Names, countries: Names) -> dict[str, SafeString]:
    """Return the pictures of what there is; nothing is drawn of nothing."""
    pictures: dict[str, SafeString] = {}
    if figures.removal.confirmed:
        pictures["removal"] = survival_of(figures.removal, title=str(_("How soon it was gone")))
        pictures["by_harm"] = removal_of(figures.by_harm, dimension="harm", names=harms, title=str(_("By harm")))
        pictures["by_country"] = removal_of(
            figures.by_country, dimension="country", names=countries, title=str(_("By the country of the host"))
        )
    if figures.reports:
        pictures["harms"] = bars_of(
            figures.reports_by_harm, dimension="harm", names=harms, title=str(_("By what the reporter said"))
        )
        pictures["channels"] = bars_of(
            figures.reports_by_channel, dimension="channel", names=channels, title=str(_("By how it came"))
        )
    return pictures


@requires("statistics.view")
def statistics_page(request: HttpRequest) -> HttpResponse:
    """Show the figures of the chosen period; an unknown period falls back to the first."""
    period = next((each for each in PERIODS if each.id == request.GET.get("period")), PERIODS[0])
    now = clock.now()
    since = None if period.days is None else now - timedelta(days=period.days)
    figures = statistics(now=now, since=since)
    unknown = str(_("not yet known"))
    harms = {"": unknown, **{harm.id: str(harm.staff_title) for harm in pack().harms}}
    channels = {"": unknown, **{channel.id: str(channel.title) for channel in pack().channels}}
    countries = {row.group: country_name(row.group) or unknown for row in figures.by_country}
    context = {
        "periods": PERIODS,
        "period": period,
        "now": now,
        "figures": figures,
        "by_harm": _named(figures.by_harm, harms),
        "by_country": _named(figures.by_country, countries),
        "reports_by_harm": [(harms.get(harm, unknown), count) for harm, count in figures.reports_by_harm],
        "reports_by_channel": [(channels.get(each, unknown), count) for each, count in figures.reports_by_channel],
        "pictures": _pictures(figures, harms=harms, channels=channels, countries=countries),
    }
    return render(request, "insight/statistics.html", context)
