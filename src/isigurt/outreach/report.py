"""A campaign's own report: who took part, and what was taken away. Reports to the hotline are no part of it."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Sum
from django.utils.translation import gettext as _

from isigurt.country import sort_key
from isigurt.outreach import taking_part
from isigurt.outreach.choices import Audience, OrganiserKind, Way
from isigurt.outreach.models import CampaignPage, Download, Material, SignUp
from isigurt.outreach.states import SignUpState
from isigurt.outreach.words import WAYS, state_word

# Materials are looked at before a campaign's day more than on it.
BEFORE, AFTER = timedelta(days=60), timedelta(days=30)

Line = tuple[str, int]


@dataclass(frozen=True)
class Table:
    """Counts under a heading; `first` says what the lines are, `note` what must be known to read them."""

    title: str
    first: str
    lines: list[Line]
    note: str = ""


@dataclass(frozen=True)
class Report:
    """All figures of one campaign."""

    campaign: CampaignPage
    begins: date
    ends: date
    totals: list[Line]
    tables: list[Table]

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Yield the report line by line, as a file has it."""
        yield _("Part"), _("What"), _("Number")
        for what, number in self.totals:
            yield _("In all"), what, str(number)
        for table in self.tables:
            for what, number in table.lines:
                yield table.title, what, str(number)


def campaigns() -> list[CampaignPage]:
    """Return the campaigns that can have a report, each once, in the first language that has it; the newest first."""
    found: dict[Any, CampaignPage] = {}
    order = [code for code, _name in settings.LANGUAGES]
    pages = CampaignPage.objects.select_related("locale")
    for page in sorted(pages, key=lambda each: order.index(each.language), reverse=True):
        found[page.translation_key] = page
    return sorted(found.values(), key=lambda each: each.starts_on or date.min, reverse=True)


def usual_period(page: CampaignPage, today: date) -> tuple[date, date]:
    """Return the days whose downloads count for a campaign, unless somebody asks for others.

    Of a campaign that is still far ahead it shows what has been taken away until today.
    """
    begins = min(page.starts_on or today, today) - BEFORE
    ends = (page.last_day_open or today) + AFTER
    return begins, max(begins, ends)


def report(page: CampaignPage, begins: date, ends: date) -> Report:
    """Return the report of a campaign; the period is that of the downloads, everything else belongs to it whenever it
    came."""
    rows = list(SignUp.objects.filter(campaign=page.translation_key))
    taken = {way: [row for row in rows if row.way == way and row.state == SignUpState.ACCEPTED] for way in Way}
    activities, pledges, orders = taken[Way.ACTIVITY], taken[Way.PLEDGE], taken[Way.ORDER]
    downloads = _downloads(begins, ends)
    totals = [
        (_("Activities"), len(activities)),
        (_("People expected at them"), sum(row.expected or 0 for row in activities)),
        (_("Municipalities with an activity"), len({row.municipality for row in activities if row.municipality})),
        (_("Pledges"), len(pledges)),
        (_("Orders sent"), len(orders)),
        (_("Copies sent"), sum(row.copies or 0 for row in orders)),
        (_("Downloads"), sum(number for _file, number in downloads)),
    ]
    tables = [
        Table(
            _("Activities by municipality"),
            _("Municipality"),
            _by_name(taking_part.town(row.municipality) for row in activities),
        ),
        Table(
            _("Activities by audience"),
            _("For whom"),
            _by_choice(Audience, (audience for row in activities for audience in row.audiences)),
            _("An activity for several audiences counts for each of them."),
        ),
        Table(_("Activities by organiser"), _("Who"), _kinds(activities)),
        Table(_("Pledges by signer"), _("Who"), _kinds(pledges)),
        Table(_("Copies sent, by material"), _("Material"), _copies(orders)),
        Table(
            _("Downloads by file"), _("File"), downloads, _("Of the whole site in these days, whatever page led there.")
        ),
        Table(_("Not decided, and not taken up"), _("What"), _others(rows)),
    ]
    return Report(page, begins, ends, totals, tables)


def _by_name(names: Iterable[str]) -> list[Line]:
    counts = Counter(name or _("not known") for name in names)
    return sorted(counts.items(), key=lambda line: sort_key(line[0]))


def _by_choice(choices: Any, values: Iterable[str]) -> list[Line]:
    counts = Counter(values)
    return [(str(choice.label), counts[choice.value]) for choice in choices if counts[choice.value]]


def _kinds(rows: Iterable[SignUp]) -> list[Line]:
    return _by_choice(OrganiserKind, (row.organisation_kind for row in rows))


def _copies(orders: list[SignUp]) -> list[Line]:
    titles = taking_part.titles({row.material for row in orders if row.material})
    counts: Counter[str] = Counter()
    for row in orders:
        counts[titles.get(row.material, "") if row.material else ""] += row.copies or 0
    return sorted(((title or _("not known"), number) for title, number in counts.items()), key=lambda line: -line[1])


def _downloads(begins: date, ends: date) -> list[Line]:
    counted = Download.objects.filter(day__range=(begins, ends)).values("file").annotate(number=Sum("count"))
    titles = {material.url: str(material.title) for material in Material.objects.all()}
    lines = [(titles.get(row["file"], row["file"].rpartition("/")[2]), int(row["number"])) for row in counted]
    return sorted(lines, key=lambda line: (-line[1], sort_key(line[0])))


def _others(rows: list[SignUp]) -> list[Line]:
    counts = Counter((row.way, row.state) for row in rows if row.state != SignUpState.ACCEPTED)
    return [
        (f"{WAYS[way]}: {state_word(way, state)}", counts[way.value, state])
        for way in Way
        for state in (SignUpState.WAITING.value, SignUpState.REFUSED.value)
        if counts[way.value, state]
    ]
