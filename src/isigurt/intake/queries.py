"""Reading reports. The plain text of a report is only ever in memory; whoever shows it records that it was seen."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from isigurt.intake import cells
from isigurt.intake.models import Direction, PlaceKind, Report, ReportState
from isigurt.vault.errors import Erased


def reports_to_place() -> QuerySet[Report]:
    """Return the reports that casework has to put into cases, people's before what looks automated, oldest first.

    A report is here again when its reporter added places to it, wrote, or withdrew it.
    """
    return Report.objects.filter(Q(state=ReportState.NEW) | Q(has_additions=True)).order_by("lane", "received_at", "id")


@dataclass(frozen=True)
class OpenPlace:
    """A reported place in plain text."""

    id: UUID
    position: int
    kind: str
    platform: str
    raw: str
    added_at: datetime

    @property
    def is_address(self) -> bool:
        """Whether this is an address (else an account on `platform`)."""
        return self.kind == PlaceKind.ADDRESS


@dataclass(frozen=True)
class OpenMessage:
    """A message in plain text."""

    id: UUID
    direction: str
    text: str
    author: str
    created_at: datetime
    published_at: datetime | None

    @property
    def from_reporter(self) -> bool:
        """Whether the reporter wrote it."""
        return self.direction == Direction.FROM_REPORTER


def places_of(report: Report) -> list[OpenPlace]:
    """Return what the report names, as it was typed, in the order of typing; empty when its key was destroyed."""
    opened = []
    for place in report.places.order_by("position"):
        place.report = report
        try:
            raw = cells.read_place(place)
        except Erased:
            continue
        opened.append(OpenPlace(place.id, place.position, place.kind, place.platform, raw, place.added_at))
    return opened


def where_of(report: Report) -> str | None:
    """Return the whole box of places as it was typed, with the text around them, or None when it was erased."""
    try:
        return cells.read_where(report)
    except Erased:
        return None


def body_of(report: Report) -> str | None:
    """Return the reporter's free text, or None when it was erased."""
    try:
        return cells.read_body(report)
    except Erased:
        return None


def contact_of(report: Report) -> str | None:
    """Return the contact that the reporter left, or None when it was erased."""
    try:
        return cells.read_contact(report)
    except Erased:
        return None


def conversation_of(report: Report) -> list[OpenMessage]:
    """Return the conversation, oldest first; empty when it was erased."""
    opened = []
    for message in report.messages.order_by("created_at", "id"):
        message.report = report
        try:
            text = cells.read_message(message)
        except Erased:
            continue
        opened.append(
            OpenMessage(message.id, message.direction, text, message.author, message.created_at, message.published_at)
        )
    return opened


def can_be_written_to(report: Report) -> bool:
    """Whether the reporter holds a receipt with which to read a message."""
    return report.reporter_public_key is not None and report.state != ReportState.WITHDRAWN
