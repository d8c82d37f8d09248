"""From a proposed letter to one that was sent: what a person decides, and what the machine does with it."""

import hashlib
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import Max, QuerySet

from isigurt import clock
from isigurt.casework.choices import Attention
from isigurt.casework.models import Case, Item
from isigurt.casework.queries.items import address_of, assessment_of, cases_of
from isigurt.casework.states import ItemState
from isigurt.country import pack
from isigurt.ledger.actions import record
from isigurt.ledger.actor import WORKER, Actor
from isigurt.states import StaleState, transition
from isigurt.takedown import cells
from isigurt.takedown.actions.calls import answer_call, call_a_person, hold_cases_of
from isigurt.takedown.letters import ABROAD, Letter, Matter, compose, languages
from isigurt.takedown.machines import NOTICE_MACHINE, NoticeState, RecipientState
from isigurt.takedown.models import Notice, Recipient
from isigurt.takedown.queries import undecided_cases
from isigurt.takedown.trace_finding import finding_of


class NotNow(Exception):
    """The notice may not leave; the argument is the reason's name, for which the case page has words.

    "recipient": nobody has approved the recipient; "police": a child is at risk and nobody has decided about the
    police; "item": the item is not confirmed any more; "letter": the letter changed after it was shown.
    """


def letter_of(notice: Notice) -> Letter:
    """Return the letter as it is shown and as it leaves. Raises `Erased`."""
    return Letter.from_json(cells.unlock(notice, "letter"))


def letter_digest(notice: Notice) -> str:
    """Return a digest of the letter, so that a person approves the one they have seen and no other."""
    return hashlib.sha256(cells.unlock(notice, "letter").encode()).hexdigest()[:32]


def language_for(*, mail: str, country: str) -> str:
    """Return the language a provider is written to in: the pack's own at home, English elsewhere.

    At home is who says so in the registry, or has its mail under the country's own top-level domain.
    """
    home = pack().hotline.country
    at_home = country == home or mail.lower().endswith(f".{home.lower()}")
    first = pack().hotline.languages[0]
    return first if at_home and first in languages() else ABROAD


def propose(
    *,
    item: Item,
    recipient: Recipient,
    actor: Actor = WORKER,
    remark: str = "",
    again: bool = False,
) -> Notice | None:
    """Write a notice about a confirmed item for a person to look at, and return it.

    There is one notice for an item and a recipient; a second is written only with `again`, which needs a person.
    Returns None when there is nothing to propose: refused recipient, item not confirmed, or a notice is there.
    """
    if again and actor.member_id is None:
        raise ValueError("only a person has the same notice written again")
    assessment = assessment_of(item)
    case = assessment.case if assessment is not None else cases_of(item).first()
    if item.state != ItemState.CONFIRMED or case is None or recipient.state == RecipientState.REFUSED:
        return None
    with transaction.atomic():
        held = hold_cases_of(item)
        Recipient.objects.select_for_update(of=("self",)).get(pk=recipient.pk)
        last = Notice.objects.filter(item=item, recipient=recipient).aggregate(last=Max("round"))["last"]
        if last is not None and not again:
            return None
        language = language_for(mail=cells.unlock(recipient, "mail"), country=recipient.country)
        notice = _fresh(item=item, case=case, recipient=recipient, language=language, round=(last or 0) + 1)
        _write(notice, remark=remark)
        notice.save(force_insert=True)
        record(
            actor=actor, act="notice.proposed", subject="notice", subject_id=notice.id,
            detail={"item": str(item.id), "recipient": str(recipient.id), "round": notice.round},
        )  # fmt: skip
        if actor == WORKER:
            call_a_person(cases=held, why=Attention.NOTICE_WAITS)
    return notice


def asks_exploitation(notice: Notice) -> bool:
    """Say whether the letter's attachment needs to know what kind of exploitation it is (XARF `csem`)."""
    harm = pack().harms.get(notice.item.harm)
    return harm is not None and harm.xarf_type == "csem" and notice.item.legality == "baseline"


def _fresh(*, item: Item, case: Case, recipient: Recipient, language: str, round: int) -> Notice:  # noqa: A002
    sender = settings.ISIGURT_MAIL_FROM or pack().hotline.mail
    identity = uuid4()
    return Notice(
        id=identity,
        item=item,
        case=case,
        recipient=recipient,
        round=round,
        language=language,
        message_id=f"<{identity}@{sender.rpartition('@')[2].rstrip('>')}>",
        proposed_at=clock.now(),
    )


def reference_of(notice: Notice) -> str:
    """Return what the provider quotes when it answers; it tells nothing about the case."""
    return f"N-{str(notice.id)[:8].upper()}"


def _write(notice: Notice, *, remark: str) -> None:
    item = notice.item
    assessment = assessment_of(item)
    finding = finding_of(item.trace) if hasattr(item, "trace") else None
    matter = Matter(
        address=address_of(item),
        network_address=finding.addresses[0] if finding and finding.addresses else "",
        harm=item.harm,
        legality=item.legality,
        severity=item.severity,
        law_article=assessment.law_article if assessment is not None else "",
        found_at=item.confirmed_at or clock.now(),
        reference=reference_of(notice),
        remark=remark,
        exploitation=notice.exploitation,
    )
    notice.letter = cells.lock(notice, "letter", compose(matter, language=notice.language).to_json())


def rewrite(*, notice: Notice, actor: Actor, language: str, remark: str = "", exploitation: str = "") -> None:
    """Write a proposed letter anew, in another language or with the analyst's words. Raises StaleState."""
    with transaction.atomic():
        locked = Notice.objects.select_for_update().get(pk=notice.pk)
        if locked.state != NoticeState.PROPOSED:
            raise StaleState("the notice is no longer a proposal")
        notice.language, notice.exploitation = language, exploitation
        _write(notice, remark=remark)
        notice.save(update_fields=["language", "exploitation", "letter"])
        record(
            actor=actor, act="notice.rewritten", subject="notice", subject_id=notice.id, detail={"language": language}
        )


def approve(*, notice: Notice, actor: Actor, shown: str) -> None:
    """Let the letter that was shown (its digest) be sent. It leaves when no police hold keeps it back.

    Raises NotNow, and StaleState when someone else was faster.
    """
    with transaction.atomic():
        held = hold_cases_of(notice.item)
        check_may_leave(notice, actor)
        if letter_digest(notice) != shown:
            raise NotNow("letter")
        transition(notice, NOTICE_MACHINE, to=NoticeState.APPROVED, actor=actor, changes=_approval(actor))
        if not _proposals(held).exists():
            answer_call(cases=held, why=Attention.NOTICE_WAITS)


def check_may_leave(notice: Notice, actor: Actor) -> None:
    """Raise NotNow if a person may not let this notice leave; the cases are held."""
    notice.item.refresh_from_db(fields=["state"])
    notice.recipient.refresh_from_db(fields=["state"])
    if actor.member_id is None:
        raise NotNow("person")
    if notice.item.state != ItemState.CONFIRMED:
        raise NotNow("item")
    if notice.recipient.state != RecipientState.APPROVED:
        raise NotNow("recipient")
    if undecided_cases(notice.item):
        raise NotNow("police")


def _approval(actor: Actor) -> dict[str, Any]:
    return {
        "approved_at": clock.now(), "approved_by": actor.member_id, "stuck": False,
        "attempts": 0, "not_before": None, "dead_at": None, "last_error": "",
    }  # fmt: skip


def _proposals(cases: list[Case]) -> QuerySet[Notice]:
    return Notice.objects.filter(state=NoticeState.PROPOSED, item__case_items__case__in=cases)


def send_again(*, notice: Notice, actor: Actor) -> None:
    """Send an unsure or failed notice once more; only a person may. Raises NotNow, StaleState."""
    with transaction.atomic():
        held = hold_cases_of(notice.item)
        check_may_leave(notice, actor)
        transition(
            notice, NOTICE_MACHINE, to=NoticeState.APPROVED, actor=actor, detail={"again": True},
            changes=_approval(actor),
        )  # fmt: skip
        for why in (Attention.NOTICE_UNSURE, Attention.NOTICE_FAILED):
            answer_call(cases=held, why=why)


def withdraw(*, notice: Notice, actor: Actor, why: str = "person") -> None:
    """Take back a notice that has not left (or may not have). Raises StaleState."""
    with transaction.atomic():
        held = hold_cases_of(notice.item)
        transition(notice, NOTICE_MACHINE, to=NoticeState.WITHDRAWN, actor=actor, detail={"why": why})
        for call in (Attention.NOTICE_UNSURE, Attention.NOTICE_FAILED):
            answer_call(cases=held, why=call)
        if not _proposals(held).exists():
            answer_call(cases=held, why=Attention.NOTICE_WAITS)
