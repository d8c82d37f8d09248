"""A notice leaves at most once without a person, whatever the relay does and whoever is killed."""

import threading

import pytest
from django.db import connections

from isigurt.ledger.models import Entry
from isigurt.states import StaleState
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due
from isigurt.takedown.actions import notices, recipients, sending
from isigurt.takedown.machines import NoticeState
from isigurt.takedown.models import Notice
from tests.takedown.factories import a_person, approved, confirmed, proposed, run_steps
from tests.takedown.scene import ADDRESS, MAIL

pytestmark = pytest.mark.django_db


@pytest.fixture
def notice(world, time_passes):
    _, item = confirmed()
    return approved(proposed(item))


def after(notice):
    notice.refresh_from_db()
    return notice.state


def wait_over(notice):
    Notice.objects.filter(pk=notice.pk).update(not_before=None)


def test_an_approved_notice_is_sent_once(notice, mail):
    run_steps()
    run_steps()
    assert after(notice) == NoticeState.SENT
    [sent] = mail.taken
    assert sent["To"] == MAIL
    assert sent["From"] == "iSIGURT <njoftime@isigurt.al>"
    assert sent["Message-ID"] == notice.message_id
    assert ADDRESS in sent.get_body().get_content()
    assert notice.removal_due_at is not None


def test_without_a_relay_nothing_is_sent_and_nothing_is_lost(notice, settings):
    settings.ISIGURT_MAIL_RELAY = ""
    run_steps()
    assert after(notice) == NoticeState.APPROVED
    assert notice.attempts == 0


def test_without_an_approved_recipient_no_notice_leaves(world, mail, time_passes):
    _, item = confirmed()
    notice = proposed(item)
    with pytest.raises(notices.NotNow, match="recipient"):
        notices.approve(notice=notice, actor=a_person(), shown=notices.letter_digest(notice))
    run_steps()
    assert mail.taken == []


def test_a_recipient_refused_after_the_approval_gets_nothing(notice, mail):
    recipients.refuse(recipient=notice.recipient, actor=a_person(), reason="the offender's own firm")
    run_steps()
    assert after(notice) == NoticeState.APPROVED
    assert mail.taken == []


def test_a_relay_that_is_down_means_not_sent_and_tried_again(notice, settings, mail):
    up = settings.ISIGURT_MAIL_RELAY
    settings.ISIGURT_MAIL_RELAY = "smtp://127.0.0.1:9"
    assert run_due(get("takedown.send")) == 1
    assert after(notice) == NoticeState.FAILED
    assert notice.not_before is not None
    assert run_due(get("takedown.send")) == 0
    settings.ISIGURT_MAIL_RELAY = up
    wait_over(notice)
    run_due(get("takedown.send"))
    assert after(notice) == NoticeState.SENT
    assert len(mail.taken) == 1


def test_a_relay_that_refuses_for_now_is_tried_again(notice, mail):
    mail.behaviour = "refuses_for_now"
    run_due(get("takedown.send"))
    assert after(notice) == NoticeState.FAILED
    assert not notice.stuck
    mail.behaviour = "takes"
    wait_over(notice)
    run_due(get("takedown.send"))
    assert after(notice) == NoticeState.SENT


@pytest.mark.parametrize("behaviour", ["refuses", "refuses_recipient"])
def test_a_relay_that_refuses_for_good_is_not_asked_again_by_the_machine(notice, mail, behaviour):
    mail.behaviour = behaviour
    run_due(get("takedown.send"))
    assert after(notice) == NoticeState.FAILED
    assert notice.stuck
    notice.case.refresh_from_db()
    assert notice.case.attention == "notice_failed"
    mail.behaviour = "takes"
    wait_over(notice)
    run_steps()
    assert mail.taken == []
    notices.send_again(notice=notice, actor=a_person())
    run_steps()
    assert after(notice) == NoticeState.SENT


def test_a_relay_that_hangs_up_after_the_message_leaves_the_notice_unsure(notice, mail):
    mail.behaviour = "drops"
    run_steps()
    assert after(notice) == NoticeState.UNSURE
    notice.case.refresh_from_db()
    assert notice.case.attention == "notice_unsure"
    mail.behaviour = "takes"
    wait_over(notice)
    run_steps()
    assert len(mail.taken) == 1


def test_only_a_person_sends_an_unsure_notice_again_and_as_the_same_mail(notice, mail):
    mail.behaviour = "drops"
    run_steps()
    notice.refresh_from_db()
    mail.behaviour = "takes"
    notices.send_again(notice=notice, actor=a_person())
    run_steps()
    assert after(notice) == NoticeState.SENT
    assert {sent["Message-ID"] for sent in mail.taken} == {notice.message_id}
    assert len(mail.taken) == 2


def test_a_person_who_knows_it_arrived_says_so(notice, mail):
    mail.behaviour = "drops"
    run_steps()
    notice.refresh_from_db()
    sending.arrived(notice=notice, actor=a_person())
    assert after(notice) == NoticeState.SENT
    assert notice.sent_at == notice.handing_over_at
    assert len(mail.taken) == 1


def test_the_machine_itself_may_never_approve_or_send_again(notice):
    from isigurt.ledger.actor import WORKER  # noqa: PLC0415

    with pytest.raises(notices.NotNow):
        notices.send_again(notice=notice, actor=WORKER)
    with pytest.raises(ValueError, match="person"):
        notices.propose(item=notice.item, recipient=notice.recipient, again=True)


def test_the_same_notice_is_proposed_once_and_a_second_only_by_a_person(notice):
    assert notices.propose(item=notice.item, recipient=notice.recipient) is None
    second = notices.propose(item=notice.item, recipient=notice.recipient, actor=a_person(), again=True)
    assert second is not None
    assert second.round == 2
    assert second.message_id != notice.message_id


def test_a_letter_that_changed_after_it_was_shown_is_not_approved(world, time_passes):
    _, item = confirmed()
    notice = proposed(item)
    recipients.approve(recipient=notice.recipient, actor=a_person())
    shown = notices.letter_digest(notice)
    notices.rewrite(notice=notice, actor=a_person(), language="sq", remark="Ju lutemi, shpejt.")
    with pytest.raises(notices.NotNow, match="letter"):
        notices.approve(notice=notice, actor=a_person(), shown=shown)


def test_two_people_who_press_send_send_once(world, time_passes):
    _, item = confirmed()
    notice = proposed(item)
    recipients.approve(recipient=notice.recipient, actor=a_person())
    same = Notice.objects.select_related("item__data_key", "recipient", "case").get(pk=notice.pk)
    notices.approve(notice=notice, actor=a_person(), shown=notices.letter_digest(notice))
    with pytest.raises(StaleState):
        notices.approve(notice=same, actor=a_person(), shown=notices.letter_digest(same))


def test_what_was_found_not_illegal_is_not_written_about_any_more(notice, mail, time_passes):
    from isigurt.casework.actions import assess  # noqa: PLC0415
    from tests.casework.factories import findings, member  # noqa: PLC0415

    time_passes.go(minutes=1)
    not_illegal = findings(harm="bullying", legality="not_illegal", severity="", law_article="")
    assess(case=notice.case, items=[notice.item], member=member(), findings=not_illegal)
    run_steps()
    assert after(notice) == NoticeState.WITHDRAWN
    assert notice.item.watch.state == "stopped"
    assert mail.taken == []


def test_a_slow_relay_is_waited_for(notice, mail):
    mail.behaviour = "slow"
    run_steps()
    assert after(notice) == NoticeState.SENT


def test_the_ledger_tells_each_state_and_no_address(notice, mail):
    run_steps()
    entries = Entry.objects.filter(subject="notice", subject_id=str(notice.pk)).order_by("seq")
    moved = [entry.detail.get("to") for entry in entries if entry.act == "state.notice"]
    assert moved == ["approved", "handing_over", "sent"]
    told = " ".join(str(entry.detail) for entry in Entry.objects.all())
    assert "faqe-prove" not in told
    assert MAIL not in told


@pytest.mark.django_db(transaction=True)
def test_two_workers_send_one_notice_once(world, mail, time_passes):
    _, item = confirmed()
    notice = approved(proposed(item))

    def work():
        try:
            run_due(get("takedown.send"))
        finally:
            connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert after(notice) == NoticeState.SENT
    assert len(mail.taken) == 1
