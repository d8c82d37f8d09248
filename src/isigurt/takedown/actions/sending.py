"""Handing a notice to the relay: at most once without a person, whatever is killed in between.

`handing_over` is committed before the first word to the relay. Whoever finds a notice in that state whose worker is
gone knows only that it may have been sent: it becomes `unsure`, and a person decides.
"""

from collections.abc import Mapping
from datetime import timedelta
from email.message import EmailMessage
from typing import Any

from django.conf import settings
from django.db import transaction

from isigurt import clock
from isigurt.casework.choices import Attention
from isigurt.country import pack
from isigurt.facts.actions import item_fact, notice_fact
from isigurt.ledger.actions import Detail
from isigurt.ledger.actor import WORKER, Actor
from isigurt.post.relay import Delivery, Outcome, deliver
from isigurt.states import StaleState, transition
from isigurt.takedown import cells
from isigurt.takedown.actions.calls import answer_call, call_a_person, hold_cases_of
from isigurt.takedown.actions.notices import letter_of, withdraw
from isigurt.takedown.machines import NOTICE_MACHINE, NoticeState, RecipientState
from isigurt.takedown.mail_address import normal_mail_address
from isigurt.takedown.message import mail_of
from isigurt.takedown.models import Notice
from isigurt.takedown.queries import holds_on, undecided_cases


class HeldBack(Exception):
    """A police hold, or a decision that is missing, keeps the notice here; it is tried again later."""


class NotSent(Exception):
    """The relay did not take the notice, for certain; it is tried again later."""


def send(notice: Notice) -> None:
    """Hand one approved notice to the relay and record what became of it.

    Raises NotSent when it was certainly not sent and trying again may help, HeldBack when it may not leave now.
    """
    mail = _mail(notice)  # before anything is committed: what cannot be written is certainly not sent
    _begin(notice)
    delivery = deliver(mail, relay=settings.ISIGURT_MAIL_RELAY)
    _record(notice, delivery)
    if delivery.certainly_not_sent and not delivery.for_good:
        raise NotSent(str(delivery.outcome))


def _begin(notice: Notice) -> None:
    """Commit that the notice is being handed over, if nothing keeps it back at this very moment."""
    with transaction.atomic():
        hold_cases_of(notice.item)
        notice.recipient.refresh_from_db()
        held = holds_on(notice.item).exists() or bool(undecided_cases(notice.item))
        if held or notice.recipient.state != RecipientState.APPROVED:
            raise HeldBack(str(notice.pk))
        changes = {"handing_over_at": clock.now(), "tries": notice.tries + 1, "said": None}
        transition(notice, NOTICE_MACHINE, to=NoticeState.HANDING_OVER, actor=WORKER, changes=changes)


def _mail(notice: Notice) -> EmailMessage:
    sender = normal_mail_address(settings.ISIGURT_MAIL_FROM or pack().hotline.mail)
    return mail_of(
        letter_of(notice),
        sender_name=pack().hotline.name,
        sender=sender,
        to=normal_mail_address(cells.unlock(notice.recipient, "mail")),
        message_id=notice.message_id,
        written_at=notice.approved_at or clock.now(),
        language=notice.language,
    )


def _record(notice: Notice, delivery: Delivery) -> None:
    said = f"{delivery.phase}: {delivery.code or ''} {delivery.reply}".strip()
    changes = {"said": cells.lock(notice, "said", said)}
    detail = {"outcome": str(delivery.outcome), "phase": str(delivery.phase), "code": delivery.code}
    if delivery.outcome is Outcome.HANDED_OVER:
        mark_sent(notice=notice, actor=WORKER, detail=detail, changes=changes)
        return
    to = NoticeState.UNSURE if delivery.outcome is Outcome.UNSURE else NoticeState.FAILED
    with transaction.atomic():
        held = hold_cases_of(notice.item)
        transition(
            notice, NOTICE_MACHINE, to=to, actor=WORKER, detail=detail, changes={**changes, "stuck": delivery.for_good}
        )
        if to == NoticeState.UNSURE:
            call_a_person(cases=held, why=Attention.NOTICE_UNSURE)
        elif delivery.for_good:
            call_a_person(cases=held, why=Attention.NOTICE_FAILED)


def mark_sent(
    *, notice: Notice, actor: Actor, detail: Detail | None = None, changes: Mapping[str, Any] | None = None
) -> None:
    """Record that the relay, or a person who looked, says the notice was sent."""
    at = notice.handing_over_at or clock.now()
    with transaction.atomic():
        held = hold_cases_of(notice.item)
        if notice.state == NoticeState.HANDING_OVER:
            # Another worker may have found this one slow and said "unsure": the relay's own yes is better.
            notice.refresh_from_db(fields=["state"])
        transition(
            notice, NOTICE_MACHINE, to=NoticeState.SENT, actor=actor, detail=detail,
            changes={"sent_at": at, "removal_due_at": at + time_to_remove(notice), **(changes or {})},
        )  # fmt: skip
        notice_fact(
            unit=notice.id, item=notice.item_id, kind="host", sent_at=at, outcome="sent", outcome_at=at,
            provider=cells.unlock(notice.recipient, "provider")[:120], provider_country=notice.recipient.country,
        )  # fmt: skip
        if not Notice.objects.filter(item=notice.item, state=NoticeState.SENT).exclude(pk=notice.pk).exists():
            item_fact(unit=notice.item_id, noticed_at=at)
        answer_call(cases=held, why=Attention.NOTICE_UNSURE)


def time_to_remove(notice: Notice) -> timedelta:
    """Return how long a provider has before a person is told that nothing happened.

    The first of the spans that INHOPE counts by, for sexual abuse; the second, three days, for all else (DESIGN 6).
    """
    harm = pack().harms.get(notice.item.harm)
    return timedelta(days=1) if harm is not None and harm.sexual_abuse else timedelta(days=3)


def say_overdue(notice: Notice) -> None:
    """Bring the case of a notice whose deadline has passed back to a person, once."""
    with transaction.atomic():
        held = hold_cases_of(notice.item)
        if Notice.objects.filter(pk=notice.pk, overdue_at__isnull=True).update(overdue_at=clock.now()):
            call_a_person(cases=held, why=Attention.NOTICE_OVERDUE)


def say_unsure(notice: Notice) -> None:
    """A notice whose worker is gone in the middle of handing over becomes unsure."""
    said = "worker: "
    with transaction.atomic():
        held = hold_cases_of(notice.item)
        try:
            transition(
                notice, NOTICE_MACHINE, to=NoticeState.UNSURE, actor=WORKER, detail={"outcome": "worker_gone"},
                changes={"said": cells.lock(notice, "said", said)},
            )  # fmt: skip
        except StaleState:
            return
        call_a_person(cases=held, why=Attention.NOTICE_UNSURE)


def arrived(*, notice: Notice, actor: Actor) -> None:
    """A person has found out that an unsure notice did arrive. Raises StaleState."""
    mark_sent(notice=notice, actor=actor, detail={"by": "person"})


def drop(notice: Notice) -> None:
    """Withdraw a notice whose item is not confirmed any more."""
    withdraw(notice=notice, actor=WORKER, why="item")
