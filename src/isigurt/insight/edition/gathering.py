"""The year's facts, out of the desk's store, in the schema of an edition."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any

import pyarrow as pa
from django.db.models import OuterRef, Subquery
from django.utils.timezone import localdate
from django.utils.translation import gettext_noop as _

from isigurt.country import CountryPack
from isigurt.facts.models import ItemFact
from isigurt.insight.edition.arrow import arrow_schema
from isigurt.insight.edition.counted import counted_cases, counted_items, counted_notices, counted_reports, is_over
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.reading import Facts, faults_in
from isigurt.insight.edition.schema import BY_ID, Unit
from isigurt.insight.speaking import said

MINUTE = timedelta(minutes=1)
Row = dict[str, Any]


def gather_over(*, year: int, pack: CountryPack) -> Facts:
    """Return the facts of `year` once it is over: what came in later could not enter its edition any more."""
    if not is_over(year):
        raise EditionFaulty(
            said(
                _(
                    "The year {year} is not over: an edition is a whole year, and what comes in after it was frozen "
                    "could not enter it. It can be frozen from 1 January {next} on."
                ),
                year=year,
                next=year + 1,
            )
        )
    return gather(year=year, pack=pack)


def gather(*, year: int, pack: CountryPack) -> Facts:
    """Return the facts of `year` that the rooms have written; hashes and help contacts have no room yet.

    Raises EditionFaulty when one is not as the schema says: no figure is made from it.
    """
    facts = facts_of(year=year, pack=pack)
    if not any(len(table) for table in facts.values()):
        raise EditionFaulty(
            said(
                _("There is no fact of {year} in the desk’s store: there is nothing to make an edition of."), year=year
            )
        )
    return facts


def facts_of(*, year: int, pack: CountryPack) -> Facts:
    """Return the same, though there may be none."""
    facts: Facts = {}
    problems: list[str] = []
    for unit_id, rows in _SOURCES.items():
        unit = BY_ID[unit_id]
        table = _table(unit, rows(year, pack))
        problems += (f"{unit.file}: {problem}" for problem in faults_in(table, unit, year=year, pack=pack))
        facts[unit_id] = table.sort_by("unit")
    if problems:
        raise EditionFaulty(*problems)
    return facts


def _table(unit: Unit, rows: Iterator[Row]) -> pa.Table:
    """Lay the rows out in columns; what a row does not name, or leaves empty, is not known."""
    kept = list(rows)
    schema = arrow_schema(unit)
    columns = [pa.array([None if (value := row.get(name)) == "" else value for row in kept], schema.field(name).type)
               for name in schema.names]  # fmt: skip
    return pa.table(columns, schema=schema)


def _minutes(since: datetime, until: datetime | None) -> int | None:
    return None if until is None else (until - since) // MINUTE


def _reports(year: int, pack: CountryPack) -> Iterator[Row]:
    listed = {
        "channel": pack.channels.ids, "reporter_kind": pack.reporter_kinds.ids, "harm_said": pack.harms.ids,
        "platform": pack.platforms.ids,
    }  # fmt: skip
    for fact in counted_reports(year).iterator():
        # These words came through the public door: one that the pack does not list says nothing.
        said = {name: word if (word := getattr(fact, name)) in words else None for name, words in listed.items()}
        harm = pack.harms.get(fact.harm_said)
        waited = None if fact.first_action_at is None else fact.first_action_at - fact.received_at
        yield {
            "unit": fact.unit,
            "day": localdate(fact.received_at),
            "channel": said["channel"],
            "reporter": said["reporter_kind"],
            "harm": said["harm_said"],
            "platform": said["platform"],
            "first_action": _minutes(fact.received_at, fact.first_action_at),
            "in_time": None if harm is None else waited is not None and waited <= timedelta(hours=harm.deadline_hours),
        }


def _victims(year: int, _: CountryPack) -> Iterator[Row]:
    for fact in counted_cases(year).iterator():
        yield {
            "unit": fact.unit,
            "day": localdate(fact.begun),
            "harm": fact.harm,
            "legality": fact.legality,
            "severity": fact.severity,
            "age": fact.age_band,
            "sex": fact.sex,
            "self_generated": fact.self_generated,
            "ai_generated": fact.ai_generated,
            "outcome": fact.outcome if fact.closed_at else "open",
            "police": fact.referred_to_police_at is not None,
        }


def _items(year: int, _: CountryPack) -> Iterator[Row]:
    for fact in counted_items(year).iterator():
        returned = fact.returned_at is not None and fact.removed_at is not None and fact.returned_at > fact.removed_at
        gone = fact.seen_down_at if fact.removed_at is not None and not returned else None
        yield {
            "unit": fact.unit,
            "day": localdate(fact.first_received_at),
            "harm": fact.harm,
            "legality": fact.legality,
            "severity": fact.severity,
            "known": fact.known_before,
            "proactive": fact.proactive,
            "confirmed": fact.confirmed_at is not None,
            "site_kind": fact.site_kind,
            "platform": fact.platform,
            "top_level_domain": fact.top_level_domain,
            "country": fact.host_country,
            "seen_up": _minutes(fact.first_received_at, fact.last_up_at),
            "seen_down": _minutes(fact.first_received_at, gone),
        }


def _notices(year: int, _: CountryPack) -> Iterator[Row]:
    # A notice may be about an item of the year before, which is no row of this year's edition.
    harm = ItemFact.objects.filter(unit=OuterRef("item_unit")).values("harm")
    for fact in counted_notices(year).annotate(harm=Subquery(harm)).iterator():
        yield {
            "unit": fact.unit,
            "day": localdate(fact.sent_at),
            "item": fact.item_unit,
            "harm": fact.harm,
            "provider": fact.provider,
            "country": fact.provider_country,
            "outcome": fact.outcome,
            "answered": _minutes(fact.sent_at, fact.outcome_at),
        }


_SOURCES: dict[str, Callable[[int, CountryPack], Iterator[Row]]] = {
    "report": _reports,
    "victim": _victims,
    "item": _items,
    "notice": _notices,
}
