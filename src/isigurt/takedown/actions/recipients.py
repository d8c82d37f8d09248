"""Who may be written to. A recipient first seen waits for a person; registrants and resellers are never asked."""

from django.db import transaction

from isigurt import clock
from isigurt.casework.models import Item
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.states import transition
from isigurt.takedown import cells
from isigurt.takedown.machines import RECIPIENT_MACHINE, RecipientState
from isigurt.takedown.mail_address import normal_mail_address
from isigurt.takedown.models import Recipient
from isigurt.takedown.trace_finding import finding_of
from isigurt.vault.actions import new_data_key
from isigurt.vault.blind import blind_index


class RecipientBarred(Exception):
    """This mail address belongs to a registrant or a reseller, or a person said it is never written to."""


def mail_index(mail: str) -> str:
    """Return the blind index by which the recipient with this (normal) mail address is found."""
    return blind_index("recipient.mail", mail.lower())


def meet(*, mail: str, provider: str, country: str, by_hand: bool = False) -> Recipient:
    """Return the recipient with this mail address, as first seen if it is new. Raises MailAddressInvalid."""
    mail = normal_mail_address(mail)
    with transaction.atomic():
        found = Recipient.objects.select_related("data_key").filter(mail_index=mail_index(mail)).first()
        if found is not None:
            return found
        made = Recipient(
            mail_index=mail_index(mail),
            data_key=new_data_key(),
            country=country,
            by_hand=by_hand,
            first_seen_at=clock.now(),
        )
        made.mail = cells.lock(made, "mail", mail)
        made.provider = cells.lock(made, "provider", provider)
        made.save(force_insert=True)
    return made


def approve(*, recipient: Recipient, actor: Actor) -> None:
    """Let notices go to this recipient from now on. Raises StaleState when someone else decided meanwhile."""
    transition(
        recipient, RECIPIENT_MACHINE, to=RecipientState.APPROVED, actor=actor, changes={"decided_at": clock.now()}
    )


def refuse(*, recipient: Recipient, actor: Actor, reason: str) -> None:
    """Never write to this recipient; what is approved and not yet sent goes back to a person."""
    if not reason.strip():
        raise ValueError("a refusal needs a reason")
    changes = {"decided_at": clock.now(), "reason": cells.lock(recipient, "reason", reason)}
    transition(recipient, RECIPIENT_MACHINE, to=RecipientState.REFUSED, actor=actor, changes=changes)


def enter(*, item: Item, mail: str, provider: str, reason: str, actor: Actor) -> Recipient:
    """Take a recipient that a person found, with the reason; entering it is the person's approval.

    Raises MailAddressInvalid, and RecipientBarred for a registrant or reseller of the item's network and for one
    that a person has refused.
    """
    if not reason.strip():
        raise ValueError("a recipient entered by hand needs a reason")
    mail = normal_mail_address(mail)
    trace = getattr(item, "trace", None)
    finding = finding_of(trace) if trace is not None else None
    if finding is not None and mail in finding.barred_mails:
        raise RecipientBarred("registrant")
    with transaction.atomic():
        recipient = meet(mail=mail, provider=provider, country="", by_hand=True)
        if recipient.state == RecipientState.REFUSED:
            raise RecipientBarred("refused")
        if recipient.state == RecipientState.FIRST_SEEN:
            changes = {"decided_at": clock.now(), "reason": cells.lock(recipient, "reason", reason)}
            transition(recipient, RECIPIENT_MACHINE, to=RecipientState.APPROVED, actor=actor, changes=changes)
        record(
            actor=actor, act="recipient.entered", subject="item", subject_id=item.id,
            detail={"recipient": str(recipient.id)},
        )  # fmt: skip
    return recipient
