"""Decisions about a whole case: danger, its harm, how it ends, and that it is taken up again."""

from django.db import transaction
from django.utils.translation import gettext as _

from isigurt import clock
from isigurt.casework import cells
from isigurt.casework.actions.rows import change, hold_case, move
from isigurt.casework.actions.working import begin_work, say, settle
from isigurt.casework.choices import Attention, Outcome
from isigurt.casework.errors import NotNow
from isigurt.casework.models import Case, CaseNote
from isigurt.casework.priority import AT_RISK, band_of, is_sexual_abuse, sooner, time_for
from isigurt.casework.queries import reports_of
from isigurt.casework.states import ENDED_STATES, OPEN_STATES, CaseState
from isigurt.country import pack
from isigurt.facts.actions import case_fact
from isigurt.intake.door.models import PublicWord
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member

# What reporters are told when a case is closed; anything else is "closed".
_ACTION_TAKEN = frozenset({Outcome.REMOVED, Outcome.REFERRED, Outcome.REMOVED_AND_REFERRED})


def set_child_at_risk(*, case: Case, member: Member, at_risk: bool, seen_version: int | None = None) -> None:
    """Say that a child is in danger now, or no longer; such a case comes before all others, within the hour.

    Raises Conflict, and NotNow for a case that has ended.
    """
    actor = Actor.member(member.pk)
    with transaction.atomic():
        held = hold_case(case.pk, seen_version=seen_version)
        case_fact(unit=held.id, child_at_risk=at_risk)
        columns = {"child_at_risk": at_risk, "band": band_of(child_at_risk=at_risk, lane=held.lane)}
        begin_work(held, actor=actor, columns=columns)
        if at_risk:
            change(held, deadline_at=sooner(held.deadline_at, clock.now() + AT_RISK))
        settle(held)
        record(actor=actor, act="case.child_at_risk", subject="case", subject_id=held.id, detail={"at_risk": at_risk})


def set_harm(*, case: Case, member: Member, harm: str, seen_version: int | None = None) -> None:
    """Say what a case is about; for one that has no item to assess. Raises Conflict, NotNow, ValueError."""
    if harm not in pack().assessable_harms:
        raise ValueError(f"the country pack has no harm {harm}")
    actor = Actor.member(member.pk)
    with transaction.atomic():
        held = hold_case(case.pk, seen_version=seen_version)
        case_fact(unit=held.id, harm=harm, pack_version=pack().version)
        begin_work(held, actor=actor, columns={"harm": harm, "sexual_abuse": is_sexual_abuse(harm)})
        record(actor=actor, act="case.harm_chosen", subject="case", subject_id=held.id, detail={"harm": harm})


def close(*, case: Case, member: Member, outcome: str, text: str = "", seen_version: int | None = None) -> None:
    """Close a case with an outcome. Raises Conflict, NotNow, and ValueError for an unknown outcome."""
    outcome = Outcome(outcome)
    word = PublicWord.ACTION_TAKEN if outcome in _ACTION_TAKEN else PublicWord.CLOSED
    _end(case, member, CaseState.CLOSED, word, seen_version, text, outcome=outcome)


def dismiss(*, case: Case, member: Member, reason: str, text: str = "", seen_version: int | None = None) -> None:
    """Dismiss a case for a reason of the country pack; some reasons need words.

    Raises Conflict, NotNow, and ValueError for an unknown reason or missing words.
    """
    known = pack().dismissal_reasons.get(reason)
    if known is None:
        raise ValueError(f"the country pack has no dismissal reason {reason}")
    if known.needs_text and not text.strip():
        raise ValueError("this reason needs words")
    _end(case, member, CaseState.DISMISSED, PublicWord.CLOSED, seen_version, text, dismissal_reason=reason)


def _end(
    case: Case,
    member: Member,
    to: CaseState,
    word: PublicWord,
    seen_version: int | None,
    text: str,
    *,
    outcome: str = "",
    dismissal_reason: str = "",
) -> None:
    actor = Actor.member(member.pk)
    with transaction.atomic():
        held = hold_case(case.pk, seen_version=seen_version)
        at = clock.now()
        case_fact(unit=held.id, closed_at=at, outcome=str(outcome) or "dismissed")
        begin_work(held, actor=actor)
        changes = {
            "version": held.version + 1,
            "closed_at": at,
            "outcome": outcome,
            "dismissal_reason": dismissal_reason,
            "ended_text": cells.lock_ended_text(held, text) if text.strip() else None,
            "deadline_at": None,
            "new_message": False,
            "new_report": False,
            "attention": Attention.NOTHING,
            "leased_by": None,
            "leased_until": None,
        }
        detail: dict[str, str | bool] = {
            "outcome": str(outcome),
            "reason": dismissal_reason,
            "with_words": bool(text.strip()),
        }
        move(held, to=to, actor=actor, detail=detail, changes=changes)
        say(list(reports_of(held)), word, actor=actor)


def reopen(*, case: Case, actor: Actor, why: str, seen_version: int | None = None) -> None:
    """Take a case up again that was closed, dismissed, or left the queue once assessed.

    `why` is one word for the ledger, such as `returned` or `by_hand`. A case that is in work already stays as it is.
    Raises Conflict, and NotNow for one that was merged or erased.
    """
    with transaction.atomic():
        held = hold_case(case.pk, seen_version=seen_version)
        if held.state in OPEN_STATES and held.state != CaseState.ASSESSED:
            return
        if held.state not in (*ENDED_STATES, CaseState.ASSESSED):
            raise NotNow(_("This case is gone: it was merged or erased."))
        case_fact(unit=held.id, closed_at=None, outcome="")
        changes = {
            "version": held.version + 1,
            "closed_at": None,
            "outcome": "",
            "dismissal_reason": "",
            "deadline_at": sooner(held.deadline_at, clock.now() + time_for(held.harm)),
        }
        move(held, to=CaseState.REOPENED, actor=actor, detail={"why": why}, changes=changes)


def call_attention(*, case: Case, actor: Actor, attention: str) -> bool:
    """Bring a case to a person's attention, with the time that its harm gives; say whether that is new.

    For the rooms that watch what becomes of a case. A case that has ended is reopened by it, unless all is well.
    """
    attention = Attention(attention)
    with transaction.atomic():
        held = hold_case(case.pk)
        if held.state not in (*OPEN_STATES, *ENDED_STATES) or held.attention == attention:
            return False
        if held.state in ENDED_STATES:
            if attention in {Attention.NOTHING, Attention.ALL_REMOVED}:
                return False
            reopen(case=held, actor=actor, why=str(attention))
            held = hold_case(case.pk)
        deadline = sooner(held.deadline_at, clock.now() + time_for(held.harm))
        change(held, attention=attention, deadline_at=held.deadline_at if not attention else deadline)
        settle(held)
        record(
            actor=actor,
            act="case.attention",
            subject="case",
            subject_id=held.id,
            detail={"attention": str(attention) or "none"},
        )
    return True


def settle_news(*, case: Case, member: Member, seen_version: int | None = None) -> None:
    """Say that what is new about a case was seen and needs nothing more. Raises Conflict and NotNow."""
    actor = Actor.member(member.pk)
    with transaction.atomic():
        held = hold_case(case.pk, seen_version=seen_version)
        columns = {"new_message": False, "new_report": False, "attention": Attention.NOTHING}
        begin_work(held, actor=actor, columns=columns)
        settle(held)
        record(actor=actor, act="case.news_seen", subject="case", subject_id=held.id)


def write_note(*, case: Case, member: Member, text: str) -> CaseNote:
    """Write a note for colleagues; on an ended case too. Raises ValueError for an empty one."""
    if not text.strip():
        raise ValueError("an empty note")
    actor = Actor.member(member.pk)
    with transaction.atomic():
        held = hold_case(case.pk)
        if held.state == CaseState.ERASED:
            raise NotNow(_("This case was erased."))
        note = CaseNote(case=held, author=member, written_at=clock.now())
        note.text = cells.lock_note(note, text)
        note.save(force_insert=True)
        if held.state in OPEN_STATES:
            begin_work(held, actor=actor)
        record(actor=actor, act="case.noted", subject="case", subject_id=held.id, detail={"note": str(note.id)})
    return note
