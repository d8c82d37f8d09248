"""Making a report out of content: the part that an envelope and a telephone call have in common."""

import secrets
import uuid
from dataclasses import dataclass
from datetime import datetime

from isigurt.country import pack
from isigurt.facts.actions import report_fact
from isigurt.intake import cells
from isigurt.intake.content import ReportContent, lines
from isigurt.intake.door.models import Lane, PublicWord
from isigurt.intake.models import PlaceKind, PublicStatus, Report, ReportedPlace
from isigurt.intake.receipt import ALPHABET
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.safenet.refang import find_addresses
from isigurt.vault.actions import new_data_key

_NUMBER_LETTERS = 6
# The form lets fewer addresses through than this; what a trick got past its count stays whole in `where`.
MOST_PLACES = 100


@dataclass(frozen=True)
class NamedPlace:
    """A place that content names, before it is a row."""

    kind: str
    platform: str
    raw: str


def fresh_number() -> str:
    """Return a number for people to speak of a report; it is random, so that it does not tell how many there are."""
    return "R-" + "".join(secrets.choice(ALPHABET) for _ in range(_NUMBER_LETTERS))


def named_places(content: ReportContent) -> list[NamedPlace]:
    """Return the addresses and the account that `content` names, as typed, each once.

    Where no address can be made out, each line stands for itself: nothing that was typed gets lost.
    """
    addresses = [found.raw for found in find_addresses(content.where)] or lines(content.where)
    addresses = list(dict.fromkeys(addresses))[:MOST_PLACES]
    places = [NamedPlace(PlaceKind.ADDRESS, "", raw) for raw in addresses]
    if content.account or content.platform:
        places.append(NamedPlace(PlaceKind.ACCOUNT, content.platform, content.account))
    return places


def known_harm(harm: str) -> str:
    """Return `harm` if the country pack has it, else `unknown`: a pack that changed must not lose a report."""
    return harm if harm in pack().harms else "unknown"


def create_report(
    *,
    actor: Actor,
    content: ReportContent,
    channel: str,
    lane: int,
    received_at: datetime,
    locator: str | None,
    public_key: bytes | None,
    report_id: uuid.UUID | None = None,
) -> Report:
    """Create the report with its places, its public status and its fact, and record it; inside a transaction."""
    report = Report(
        id=report_id or uuid.uuid4(),
        number=fresh_number(),
        locator=locator,
        reporter_public_key=public_key,
        channel=channel,
        language=content.language[:8],
        lane=lane,
        received_at=received_at,
        harm_said=known_harm(content.harm),
        reporter_kind=content.reporter_kind[:30],
        age_band=content.age_band[:20],
        places_key=new_data_key(),
        words_key=new_data_key(),
    )
    report.where = cells.lock_where(report, content.where)
    report.body = cells.lock_body(report, content.words)
    report.contact = cells.lock_contact(report, content.contact)
    report.save(force_insert=True)
    places = named_places(content)
    add_places(report, places, at=received_at, first=0)
    PublicStatus.objects.create(report=report, status=PublicWord.RECEIVED, changed_at=received_at)
    write_fact(report, platform=content.platform)
    record(
        actor=actor,
        act="report.received",
        subject="report",
        subject_id=report.id,
        detail={"channel": channel, "harm": report.harm_said, "places": len(places), "lane": int(lane)},
    )
    return report


def add_places(report: Report, places: list[NamedPlace], *, at: datetime, first: int) -> None:
    """Add `places` to `report`, numbered from `first`."""
    rows = []
    for position, named in enumerate(places, start=first):
        place = ReportedPlace(
            report=report, position=position, kind=named.kind, platform=named.platform[:40], added_at=at
        )
        place.raw = cells.lock_place(place, named.raw)
        rows.append(place)
    ReportedPlace.objects.bulk_create(rows)


def write_fact(report: Report, *, platform: str) -> None:
    """Write the report's fact as the report now stands."""
    report_fact(
        unit=report.id,
        received_at=report.received_at,
        channel=report.channel,
        language=report.language,
        reporter_kind=report.reporter_kind,
        reporter_age_band=report.age_band,
        harm_said=report.harm_said,
        platform=platform,
        looks_automated=report.lane != Lane.PEOPLE,
    )
