"""Police first: what a hold keeps back, and what becomes of it when it ends."""

from datetime import timedelta

import pytest

from isigurt.casework.actions import set_child_at_risk
from isigurt.facts.models import CaseFact
from isigurt.takedown.actions import notices, recipients, referrals
from isigurt.takedown.machines import NoticeState, ReferralState
from isigurt.takedown.models import Referral
from tests.casework.factories import member
from tests.takedown.factories import a_person, approved, confirmed, proposed, run_steps

pytestmark = pytest.mark.django_db


@pytest.fixture
def case_and_notice(world, time_passes):
    case, item = confirmed()
    return case, proposed(item)


def hold(case, time_passes, *, hours=48, after_hold=Referral.AfterHold.ASK):
    return referrals.record_referral(
        case=case,
        actor=a_person(),
        authority="police_cybercrime",
        referred_at=time_passes.at,
        reference="Nr. 12/2026",
        hold_until=time_passes.at + timedelta(hours=hours),
        after_hold=after_hold,
    )


def test_while_a_hold_runs_no_notice_leaves(case_and_notice, mail, time_passes):
    case, notice = case_and_notice
    hold(case, time_passes)
    approved(notice)
    run_steps()
    time_passes.go(hours=47)
    run_steps()
    notice.refresh_from_db()
    assert notice.state == NoticeState.APPROVED
    assert mail.taken == []


def test_a_hold_recorded_after_the_approval_still_keeps_the_notice_back(case_and_notice, mail, time_passes):
    case, notice = case_and_notice
    approved(notice)
    hold(case, time_passes)
    run_steps("send")
    assert mail.taken == []


def test_a_hold_that_runs_out_asks_a_person_again_by_default(case_and_notice, mail, time_passes):
    case, notice = case_and_notice
    referral = hold(case, time_passes)
    approved(notice)
    time_passes.go(hours=49)
    run_steps()
    notice.refresh_from_db()
    referral.refresh_from_db()
    case.refresh_from_db()
    assert referral.state == ReferralState.RAN_OUT
    assert notice.state == NoticeState.PROPOSED
    assert case.attention == "hold_ended"
    assert mail.taken == []
    approved(notice)
    run_steps()
    assert len(mail.taken) == 1


def test_a_hold_may_let_what_was_approved_leave_when_it_runs_out(case_and_notice, mail, time_passes):
    case, notice = case_and_notice
    hold(case, time_passes, after_hold=Referral.AfterHold.SEND)
    approved(notice)
    time_passes.go(hours=49)
    run_steps()
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT


def test_the_police_renew_a_hold(case_and_notice, mail, time_passes):
    case, notice = case_and_notice
    referral = hold(case, time_passes)
    approved(notice)
    time_passes.go(hours=47)
    referrals.set_hold(referral=referral, actor=a_person(), hold_until=time_passes.at + timedelta(days=3))
    time_passes.go(hours=49)
    run_steps()
    assert mail.taken == []
    referral.refresh_from_db()
    assert referral.state == ReferralState.HOLDING
    assert referral.renewals == 1


def test_a_hold_is_ended_by_a_person(case_and_notice, mail, time_passes):
    case, notice = case_and_notice
    referral = hold(case, time_passes)
    approved(notice)
    referrals.end_hold(referral=referral, actor=a_person())
    run_steps()
    assert len(mail.taken) == 1


def test_a_hold_must_end_in_the_future(case_and_notice, time_passes):
    case, _ = case_and_notice
    with pytest.raises(referrals.HoldInvalid):
        hold(case, time_passes, hours=-1)


def test_a_clock_put_back_ends_no_hold_early(case_and_notice, mail, time_passes):
    case, notice = case_and_notice
    hold(case, time_passes)
    approved(notice)
    time_passes.go(days=-400)
    run_steps("hold", "send")
    assert mail.taken == []


def test_a_child_at_risk_now_demands_a_decision_about_the_police(case_and_notice, time_passes):
    case, notice = case_and_notice
    set_child_at_risk(case=case, member=member(), at_risk=True)
    actor = a_person()
    recipients.approve(recipient=notice.recipient, actor=actor)
    with pytest.raises(notices.NotNow, match="police"):
        notices.approve(notice=notice, actor=actor, shown=notices.letter_digest(notice))
    referrals.record_no_referral(case=case, actor=actor, reason="The police brought the case to us.")
    notices.approve(notice=notice, actor=actor, shown=notices.letter_digest(notice))


def test_a_child_found_to_be_at_risk_after_the_approval_keeps_the_notice_back(case_and_notice, mail, time_passes):
    case, notice = case_and_notice
    approved(notice)
    set_child_at_risk(case=case, member=member(), at_risk=True)
    run_steps("send")
    notice.refresh_from_db()
    assert notice.state == NoticeState.APPROVED
    assert mail.taken == []


def test_not_referring_needs_a_reason(case_and_notice):
    case, _ = case_and_notice
    with pytest.raises(ValueError, match="reason"):
        referrals.record_no_referral(case=case, actor=a_person(), reason="  ")


def test_a_referral_to_the_police_is_a_fact_and_one_to_others_is_not(case_and_notice, time_passes):
    case, _ = case_and_notice
    actor = a_person()
    referrals.record_referral(case=case, actor=actor, authority="ashmdf", referred_at=time_passes.at)
    assert CaseFact.objects.get().referred_to_police_at is None
    referrals.record_referral(case=case, actor=actor, authority="police_state", referred_at=time_passes.at)
    assert CaseFact.objects.get().referred_to_police_at == time_passes.at


def test_a_hold_of_a_case_that_was_merged_still_holds(world, mail, time_passes):
    from isigurt.casework.actions import merge  # noqa: PLC0415

    first, item = confirmed()
    second, _ = confirmed("https://foto.faqe-prove.al/album/13.jpg")
    hold(first, time_passes)
    merge(source=first, target=second, member=member())
    notice = approved(proposed_for(item))
    run_steps("send")
    notice.refresh_from_db()
    assert notice.state == NoticeState.APPROVED
    assert mail.taken == []


def proposed_for(item):
    run_steps("sweep", "trace")
    return item.notices.select_related("item__data_key", "recipient__data_key", "case").get()


def test_what_is_shown_as_keeping_back_is_what_keeps_back(world, time_passes):
    from isigurt.casework.actions import merge  # noqa: PLC0415
    from isigurt.takedown.queries import holds_on, keeping_back, undecided_cases  # noqa: PLC0415

    first, one = confirmed()
    second, two = confirmed("https://foto.faqe-prove.al/album/13.jpg")
    third, three = confirmed("https://foto.faqe-prove.al/album/14.jpg")
    hold(first, time_passes)
    merge(source=first, target=second, member=member())
    set_child_at_risk(case=third, member=member(), at_risk=True)
    shown = keeping_back([one, two, three])
    assert shown == {one.pk: ["hold"], two.pk: ["hold"], three.pk: ["police"]}
    for item in (one, two, three):
        assert holds_on(item).exists() == ("hold" in shown[item.pk])
        assert bool(undecided_cases(item)) == ("police" in shown[item.pk])
