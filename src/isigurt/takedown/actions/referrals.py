"""Police first: what was given to which authority, and how long notices are held back for it."""

from datetime import datetime

from django.db import transaction

from isigurt import clock
from isigurt.casework.actions.working import begin_work
from isigurt.casework.choices import Attention
from isigurt.casework.models import Case
from isigurt.casework.states import OPEN_STATES
from isigurt.country import pack
from isigurt.facts.actions import case_fact
from isigurt.ledger.actions import record
from isigurt.ledger.actor import WORKER, Actor
from isigurt.states import transition
from isigurt.takedown import cells
from isigurt.takedown.actions.calls import call_a_person, hold_case_and_merged
from isigurt.takedown.machines import NOTICE_MACHINE, REFERRAL_MACHINE, NoticeState, ReferralState
from isigurt.takedown.models import Notice, Referral
from isigurt.takedown.queries import waiting_notices_of


class HoldInvalid(ValueError):
    """A hold must have an end, and it must lie ahead. Its argument says which: "past" or "before_referral"."""


def record_referral(
    *,
    case: Case,
    actor: Actor,
    authority: str,
    referred_at: datetime,
    reference: str = "",
    hold_until: datetime | None = None,
    after_hold: Referral.AfterHold = Referral.AfterHold.ASK,
) -> Referral:
    """Record that the case was given to an authority of the pack; with `hold_until`, no notice leaves until then.

    Raises KeyError for an authority that the pack does not know, HoldInvalid for a hold that has ended already.
    """
    known = pack().authorities[authority]
    if hold_until is not None and hold_until <= clock.now():
        raise HoldInvalid("past")
    if actor.member_id is None:
        raise ValueError("a referral is recorded by a person")
    with transaction.atomic():
        held = hold_case_and_merged(case)
        referral = Referral(
            case=case,
            state=ReferralState.HOLDING if hold_until else ReferralState.REFERRED,
            authority=authority,
            pack_version=pack().version,
            referred_at=referred_at,
            recorded_at=clock.now(),
            recorded_by=actor.member_id,
            hold_until=hold_until,
            after_hold=after_hold,
        )
        referral.reference = cells.lock(referral, "reference", reference)
        referral.save(force_insert=True)
        if known.police:
            case_fact(unit=case.id, referred_to_police_at=referred_at)
        _begin_work(held, actor)
        record(
            actor=actor, act="case.referred", subject="case", subject_id=case.id,
            detail={"referral": str(referral.id), "authority": authority, "hold": hold_until is not None},
        )  # fmt: skip
    return referral


def record_no_referral(*, case: Case, actor: Actor, reason: str) -> Referral:
    """Record why a case is not given to the police; for a child at risk now, this or a referral must be there."""
    if not reason.strip():
        raise ValueError("not referring needs a reason")
    if actor.member_id is None:
        raise ValueError("not referring is recorded by a person")
    with transaction.atomic():
        held = hold_case_and_merged(case)
        referral = Referral(
            case=case,
            state=ReferralState.NOT_REFERRED,
            pack_version=pack().version,
            recorded_at=clock.now(),
            recorded_by=actor.member_id,
        )
        referral.reason = cells.lock(referral, "reason", reason)
        referral.save(force_insert=True)
        _begin_work(held, actor)
        record(
            actor=actor, act="case.not_referred", subject="case", subject_id=case.id,
            detail={"referral": str(referral.id)},
        )  # fmt: skip
    return referral


def set_hold(*, referral: Referral, actor: Actor, hold_until: datetime) -> None:
    """Begin a hold, or renew one: the police asked for (more) time. Raises HoldInvalid, StaleState."""
    if hold_until <= clock.now():
        raise HoldInvalid("past")
    with transaction.atomic():
        hold_case_and_merged(referral.case)
        if referral.state == ReferralState.HOLDING:
            fresh = Referral.objects.filter(pk=referral.pk, state=ReferralState.HOLDING)
            if not fresh.update(hold_until=hold_until, renewals=referral.renewals + 1):
                raise HoldInvalid("past")
            referral.hold_until = hold_until
            record(
                actor=actor, act="hold.renewed", subject="case", subject_id=referral.case_id,
                detail={"referral": str(referral.id), "renewals": referral.renewals + 1},
            )  # fmt: skip
            return
        changes = {"hold_until": hold_until, "renewals": referral.renewals + 1}
        transition(referral, REFERRAL_MACHINE, to=ReferralState.HOLDING, actor=actor, changes=changes)


def end_hold(*, referral: Referral, actor: Actor) -> None:
    """End a hold before its time, because the authority said so; approved notices may leave."""
    with transaction.atomic():
        hold_case_and_merged(referral.case)
        transition(referral, REFERRAL_MACHINE, to=ReferralState.RELEASED, actor=actor)


def let_hold_run_out(*, referral: Referral) -> None:
    """End a hold whose time has come, by its named default: approved notices go back to a person, or leave."""
    with transaction.atomic():
        held = hold_case_and_merged(referral.case)
        referral.refresh_from_db()
        if referral.state != ReferralState.HOLDING or referral.hold_until is None:
            return
        if referral.hold_until > clock.now():
            return
        transition(
            referral, REFERRAL_MACHINE, to=ReferralState.RAN_OUT, actor=WORKER, detail={"then": referral.after_hold}
        )
        if referral.after_hold == Referral.AfterHold.ASK:
            for case in held:
                for notice in waiting_notices_of(case):
                    _back_to_a_person(notice)
        call_a_person(cases=held, why=Attention.HOLD_ENDED)


def _back_to_a_person(notice: Notice) -> None:
    transition(
        notice,
        NOTICE_MACHINE,
        to=NoticeState.PROPOSED,
        actor=WORKER,
        detail={"why": "hold_ran_out"},
        changes={"approved_at": None, "approved_by": None},
    )


def _begin_work(cases: list[Case], actor: Actor) -> None:
    """A person has acted on these cases; one that has ended is left as it is."""
    for case in cases:
        if case.state in OPEN_STATES:
            begin_work(case, actor=actor)
