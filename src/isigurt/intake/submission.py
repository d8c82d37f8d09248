"""What the public front calls. It seals before anything touches the disk, and answers after the disk has it.

Nothing here opens what a person sent; only the conversation's messages are opened, with the receipt just typed.
"""

import json
import logging
import uuid
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from django.db import Error, connections

from isigurt import clock
from isigurt.intake.content import (
    SHORT_CHARACTERS,
    Content,
    Letter,
    ReplyContent,
    ReportContent,
    SignUpContent,
    WithdrawalContent,
    canonical,
    kind_of,
)
from isigurt.intake.door import keeping
from isigurt.intake.door.models import (
    Envelope,
    EnvelopeKind,
    Lane,
    PublicWord,
    PublishedMessage,
    PublishedStatus,
    coarse,
)
from isigurt.intake.door.room import Room, gauge
from isigurt.intake.receipt import REPORTER, Receipt
from isigurt.vault.errors import CannotOpen
from isigurt.vault.keyring import public_recipients
from isigurt.vault.sealing import PrivateKey, PublicKey, open_sealed, seal

logger = logging.getLogger(__name__)


class Outcome(Enum):
    """What became of what was sent. Only after `RECEIVED` may a receipt be shown."""

    RECEIVED = "received"
    SHORTER_PLEASE = "shorter please"
    NOT_RECEIVED = "not received"


class StoreAway(Exception):
    """The door's store cannot be read just now."""


def envelope_context(*, kind: str, envelope_id: str, locator: str) -> bytes:
    """Return what an envelope is bound to: it opens as nothing else and in no other's place."""
    return f"isigurt envelope 1\0{kind}\0{envelope_id}\0{locator}".encode()


def message_context(*, locator: str, message_id: uuid.UUID) -> bytes:
    """Return what a published message is bound to."""
    return f"isigurt message 1\0{locator}\0{message_id}".encode()


def submit_report(*, receipt: Receipt, content: ReportContent, lane: Lane = Lane.PEOPLE) -> Outcome:
    """Take in a report. The same content again counts once; other content with the same receipt is an addition."""
    return _submit(receipt, content, lane)


def submit_reply(*, receipt: Receipt, content: ReplyContent, lane: Lane = Lane.PEOPLE) -> Outcome:
    """Take in a reporter's reply."""
    return _submit(receipt, content, lane)


def submit_withdrawal(*, receipt: Receipt, content: WithdrawalContent) -> Outcome:
    """Take in the wish to withdraw."""
    return _submit(receipt, content, Lane.PEOPLE)


def submit_sign_up(*, receipt: Receipt, content: SignUpContent, lane: Lane = Lane.PEOPLE) -> Outcome:
    """Take in how somebody takes part in a campaign. `receipt` belongs to the form alone: nobody is shown it."""
    return _submit(receipt, content, lane)


def _submit(receipt: Receipt, content: Content, lane: Lane) -> Outcome:
    if isinstance(content, WithdrawalContent):
        room = Room.PLENTY  # the smallest of all, and it makes room
    else:
        try:
            room = gauge.room()
        except OSError:
            room = Room.NONE
    if room is Room.NONE:
        return Outcome.NOT_RECEIVED
    if room is Room.SHORT_ONLY and content.characters > SHORT_CHARACTERS:
        return Outcome.SHORTER_PLEASE
    try:
        keeping.keep(sealed_envelope(receipt=receipt, content=content, lane=lane))
    except Exception as error:  # noqa: BLE001 - whatever goes wrong, the page keeps the text and shows no receipt
        # The error's own text may quote parameters; its kind is enough for the administrator.
        logger.error("an envelope could not be kept: %s", type(error).__name__)  # noqa: TRY400
        _mend_connection()
        return Outcome.NOT_RECEIVED
    return Outcome.RECEIVED


def _mend_connection() -> None:
    """Let go of a connection that broke, so that the next request opens a new one."""
    connection = connections["door"]
    if not connection.in_atomic_block:
        connection.close_if_unusable_or_obsolete()


def sealed_envelope(*, receipt: Receipt, content: Content, lane: Lane) -> Envelope:
    """Return the envelope, sealed to the desk and the recovery key, ready to be stored."""
    kind = kind_of(content)
    name = receipt.envelope_id(kind, canonical(content))
    received_at = clock.now()
    letter = Letter(content=content, received_at=received_at, public_key=receipt.keypair().public.key)
    context = envelope_context(kind=kind, envelope_id=name, locator=receipt.locator)
    return Envelope(
        id=uuid.UUID(hex=name[:32]),
        envelope_id=name,
        kind=kind,
        locator=receipt.locator,
        lane=lane,
        sealed=seal(letter.to_bytes(), recipients=public_recipients(), context=context),
        received_at=coarse(received_at),
    )


@dataclass(frozen=True)
class PublicMessage:
    """A message of the conversation as its reporter sees it."""

    text: str
    from_reporter: bool
    at: datetime


@dataclass(frozen=True)
class Conversation:
    """What a code shows: how far the report has come, the messages, and whether a reply still waits to be opened."""

    status: str
    messages: tuple[PublicMessage, ...]
    reply_waits: bool


def read_conversation(receipt: Receipt) -> Conversation | None:
    """Return what the reporter of `receipt` may see, or None when nothing came in under it. Raises StoreAway."""
    try:
        status = PublishedStatus.objects.filter(locator=receipt.locator).values_list("status", flat=True).first()
        envelopes = Envelope.objects.filter(locator=receipt.locator).exclude(kind=EnvelopeKind.SIGN_UP)
        kinds = set(envelopes.values_list("kind", flat=True))
        rows = list(PublishedMessage.objects.filter(locator=receipt.locator).values_list("id", "sealed"))
    except Error as error:
        _mend_connection()
        raise StoreAway from error
    if status is None and not kinds:
        return None
    if "withdrawal" in kinds:
        status = PublicWord.WITHDRAWN
    key = receipt.keypair()
    messages = [_open_message(row_id, sealed, receipt.locator, key) for row_id, sealed in rows]
    shown = sorted((message for message in messages if message), key=lambda message: message.at)
    return Conversation(status or PublicWord.RECEIVED, tuple(shown), "reply" in kinds)


def seal_message(*, message_id: uuid.UUID, locator: str, public_key: bytes, message: PublicMessage) -> bytes:
    """Return `message` sealed to the reporter's public key; the worker publishes it."""
    raw = {"version": 1, "text": message.text, "from": message.from_reporter, "at": message.at.isoformat()}
    return seal(
        json.dumps(raw).encode(),
        recipients=[PublicKey(REPORTER, public_key)],
        context=message_context(locator=locator, message_id=message_id),
    )


def _open_message(
    message_id: uuid.UUID, sealed: bytes | memoryview, locator: str, key: PrivateKey
) -> PublicMessage | None:
    try:
        raw = json.loads(
            open_sealed(bytes(sealed), keys=[key], context=message_context(locator=locator, message_id=message_id))
        )
        return PublicMessage(raw["text"], raw["from"], datetime.fromisoformat(raw["at"]))
    except (CannotOpen, ValueError, LookupError, TypeError) as error:
        logger.error("a published message could not be opened: %s", type(error).__name__)  # noqa: TRY400
        return None
