"""What happens to what people send in to take part: opened, accepted or refused, taken back, erased."""

import re
import uuid
from datetime import UTC, date, datetime, time, timedelta

from django.db import transaction

from isigurt import clock
from isigurt.intake.actions import read_envelope
from isigurt.intake.content import ContentInvalid, SignUpContent
from isigurt.intake.door.models import Envelope
from isigurt.ledger.actions import KEY_DESTROYED, record
from isigurt.ledger.actor import WORKER, Actor
from isigurt.outreach import cells
from isigurt.outreach.actions.baking import want_baking
from isigurt.outreach.choices import Audience, OrganiserKind, Refusal, Way
from isigurt.outreach.models import SignUp
from isigurt.outreach.states import SIGN_UP_MACHINE, SignUpState
from isigurt.states import transition
from isigurt.vault.actions import destroy_data_key, new_data_key

# So long the hotline can write to who took part: after the day of an activity, after any other decision, and at most
# if nobody ever decides.
ERASED_AFTER = timedelta(days=30)
ERASED_UNDECIDED = timedelta(days=180)
# What the forms let through; a door that was taken over may send anything.
_LONGEST = {"organisation": 150, "title": 120, "what": 2000, "place": 200}
_NUMBER = re.compile(r"[0-9]{1,6}\Z")


class TooLate(Exception):
    """The words of what was refused are erased: there is nothing left to decide on."""


def open_sign_up(envelope: Envelope) -> None:
    """Open one envelope, then take it out of the door's store; idempotent by its id.

    Raises `CannotOpen` or `ContentInvalid` for one that is malformed: no other envelope waits for it.
    """
    letter = read_envelope(envelope)
    content = letter.content
    if not isinstance(content, SignUpContent):
        raise ContentInvalid("not a sign-up")
    with transaction.atomic():
        if not SignUp.objects.filter(pk=envelope.pk).exists():
            # A door whose clock runs ahead must not date anything into the future.
            _take_in(envelope, content, min(letter.received_at, clock.now()))
    Envelope.objects.filter(pk=envelope.pk).delete()


def _take_in(envelope: Envelope, content: SignUpContent, received_at: datetime) -> None:
    sign_up = SignUp(
        id=envelope.pk,
        way=_one_of(Way.values, content.way),
        campaign=_key(content.campaign),
        language=content.language[:8],
        lane=envelope.lane,
        form=envelope.locator,
        received_at=received_at,
        contact_key=new_data_key(),
        erase_at=received_at + ERASED_UNDECIDED,
        **{name: getattr(content, name)[:most] for name, most in _LONGEST.items()},
        organisation_kind=content.organisation_kind if content.organisation_kind in OrganiserKind.values else "",
        municipality=content.municipality[:40],
        audiences=[each for each in Audience.values if each in content.audiences.split()],
        expected=_number(content.expected),
        copies=_number(content.copies),
    )
    if sign_up.way == Way.ACTIVITY:
        sign_up.day, sign_up.begins = _when(content)
    if sign_up.way == Way.ORDER:
        sign_up.material = _key(content.material)
    sign_up.contact = cells.lock_contact(sign_up, content.contact)
    sign_up.delivery = cells.lock_delivery(sign_up, f"{content.recipient}\n{content.delivery}".strip())
    sign_up.save(force_insert=True)
    record(
        actor=WORKER, act="sign_up.opened", subject="sign_up", subject_id=sign_up.id, detail={"way": str(sign_up.way)}
    )


def _when(content: SignUpContent) -> tuple[date, time | None]:
    """Return the day and, where one is told, the hour."""
    try:
        return date.fromisoformat(content.day), time.fromisoformat(content.begins) if content.begins else None
    except ValueError:
        raise ContentInvalid("an activity without a day") from None


def _key(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise ContentInvalid("not the key of a page") from None


def _one_of(known: list[str], value: str) -> str:
    if value not in known:
        raise ContentInvalid("an unknown way of taking part")
    return value


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.match(text) else None


def note_look(*, sign_up: SignUp, actor: Actor) -> None:
    """Put on the record that somebody saw whom to write to."""
    record(actor=actor, act="sign_up.viewed", subject="sign_up", subject_id=sign_up.id)


def accept_sign_up(*, sign_up: SignUp, actor: Actor) -> None:
    """Take it up: an activity or a pledge becomes public, an order is sent."""
    _move(sign_up, SignUpState.ACCEPTED, actor)


def refuse_sign_up(*, sign_up: SignUp, actor: Actor, refusal: Refusal | str) -> None:
    """Do not take it up, for one of the reasons."""
    _move(sign_up, SignUpState.REFUSED, actor, refusal=Refusal(refusal).value)


def undo_decision(*, sign_up: SignUp, actor: Actor) -> None:
    """Let it wait again. Raises TooLate for what was refused so long ago that its words are erased."""
    if sign_up.state == SignUpState.REFUSED and sign_up.erased_at is not None:
        raise TooLate
    _move(sign_up, SignUpState.WAITING, actor)


def _move(sign_up: SignUp, to: SignUpState, actor: Actor, *, refusal: str = "") -> None:
    """Move it and have the pages baked. Raises StaleState when somebody was quicker."""
    at = clock.now()
    decided_at = None if to is SignUpState.WAITING else at
    changes = {"refusal": refusal, "decided_at": decided_at, "erase_at": _erased_at(sign_up, to, at)}
    with transaction.atomic():
        transition(
            sign_up,
            SIGN_UP_MACHINE,
            to=to,
            actor=actor,
            changes=changes,
            detail={"reason": refusal} if refusal else None,
        )
        if sign_up.way != Way.ORDER:
            want_baking()


def _erased_at(sign_up: SignUp, to: SignUpState, at: datetime) -> datetime:
    if to is SignUpState.WAITING:
        return max(at, sign_up.received_at) + ERASED_UNDECIDED
    if to is SignUpState.ACCEPTED and sign_up.day is not None:
        at = max(at, datetime.combine(sign_up.day, time(), UTC))
    return at + ERASED_AFTER


def erase_contact(*, sign_up: SignUp, actor: Actor = WORKER) -> None:
    """Destroy the key of the contact and the delivery address; what is not public loses its words too. Idempotent."""
    with transaction.atomic():
        current = SignUp.objects.select_for_update().filter(pk=sign_up.pk, erased_at=None).first()
        if current is None:
            return
        current.erased_at = clock.now()
        if current.state != SignUpState.ACCEPTED:
            for name in _LONGEST:
                setattr(current, name, "")
        current.save(update_fields=["erased_at", *_LONGEST])
        if destroy_data_key(data_key=current.contact_key):
            record(
                actor=actor,
                act=KEY_DESTROYED,
                subject="sign_up",
                subject_id=current.id,
                detail={"key": str(current.contact_key_id), "what": "contact"},
            )
    sign_up.refresh_from_db()
