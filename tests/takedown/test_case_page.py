"""What a member sees and does about takedown on the case page."""

import html
from datetime import timedelta

import pytest
from django.test import Client
from django.utils.timezone import localtime

from isigurt.casework.actions import set_child_at_risk
from isigurt.ledger.models import Entry
from isigurt.staff.models import Role
from isigurt.takedown.machines import NoticeState, RecipientState, ReferralState, WatchState
from isigurt.takedown.models import Notice, Recipient, Referral, Trace, Watch
from tests.casework.factories import member
from tests.staff.factories import sign_in
from tests.takedown.factories import approved, confirmed, proposed, run_steps
from tests.takedown.internet import Page, registry_answer
from tests.takedown.scene import ADDRESS, HOST, IP, MAIL, PATH

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(world, time_passes):
    return Desk()


class Desk:
    """A signed-in analyst in front of one confirmed item."""

    def __init__(self):
        self.member = member(language="en")
        self.case, self.item = confirmed(by=self.member)
        run_steps("sweep", "trace", "look")
        self.client = sign_in(Client(), self.member)

    def page(self):
        answer = self.client.get(f"/cases/{self.case.pk}/")
        assert answer.status_code == 200
        return html.unescape(answer.content.decode())

    def form(self, rest):
        answer = self.client.get(f"/cases/{self.case.pk}/{rest}")
        assert answer.status_code == 200
        return html.unescape(answer.content.decode())

    def press(self, rest, **data):
        return self.client.post(f"/cases/{self.case.pk}/{rest}", data)

    @property
    def notice(self):
        return Notice.objects.select_related("item__data_key", "recipient__data_key", "case").latest(
            "proposed_at", "round"
        )

    def send(self):
        from isigurt.takedown.actions.notices import letter_digest  # noqa: PLC0415

        return self.press(f"notices/{self.notice.pk}/send/", shown=letter_digest(self.notice))


def acts():
    return list(Entry.objects.order_by("seq").values_list("act", flat=True))


def test_the_page_shows_trace_notice_and_watch_and_no_live_address(desk):
    page = desk.page()
    assert "Prove Hosting" in page
    assert MAIL in page
    assert "Seen for the first time" in page
    assert "seen up" in page
    part = page.split('id="referral"')[1].split('id="notes"')[0]
    assert ADDRESS not in part
    assert 'href="http' not in part
    assert "hxxps://foto[.]faqe-prove[.]al/album/12.jpg" in page


def test_approving_and_sending_is_on_the_record(desk, mail):
    desk.press(f"notices/{desk.notice.pk}/approve/")
    assert Recipient.objects.get().state == RecipientState.APPROVED
    desk.send()
    run_steps("send")
    assert len(mail.taken) == 1
    assert desk.notice.state == NoticeState.SENT
    assert "handed over" in desk.page()
    actors = Entry.objects.filter(act="state.notice").order_by("seq").values_list("actor", flat=True)
    assert list(actors) == [f"member:{desk.member.pk}", "worker", "worker"]


def test_sending_before_the_recipient_is_approved_says_why_not(desk, mail):
    answer = desk.client.post(
        f"/cases/{desk.case.pk}/notices/{desk.notice.pk}/send/", {"shown": "whatever"}, follow=True
    )
    assert "Nobody has approved this recipient yet." in html.unescape(answer.content.decode())
    assert desk.notice.state == NoticeState.PROPOSED


def test_without_a_relay_the_page_says_so(desk, settings):
    settings.ISIGURT_MAIL_RELAY = ""
    assert "No mail relay is set" in desk.page()


def test_a_recipient_is_refused_with_a_reason_and_another_entered_by_hand(desk, time_passes):
    assert desk.press(f"notices/{desk.notice.pk}/refuse/").status_code == 422
    desk.press(f"notices/{desk.notice.pk}/refuse/", reason="It is the page owner's own firm.")
    assert desk.notice.state == NoticeState.WITHDRAWN
    time_passes.go(minutes=1)
    desk.press(
        f"items/{desk.item.pk}/recipient/", mail="abuse@rrjeti.al", provider="Rrjeti", reason="on their contact page"
    )
    assert desk.notice.recipient.by_hand
    assert desk.notice.recipient.state == RecipientState.APPROVED
    assert "entered by hand" in desk.page()


@pytest.mark.parametrize("mail_typed", ["x@y.al\r\nBcc: all@host.al", "a@b.al, c@d.al", "nobody", "<a@b.al>"])
def test_a_recipient_that_is_no_plain_address_is_sent_back_with_what_was_typed(desk, mail_typed):
    answer = desk.press(f"items/{desk.item.pk}/recipient/", mail=mail_typed, provider="Rrjeti", reason="mine")
    assert answer.status_code == 422
    assert "Rrjeti" in answer.content.decode()
    assert Recipient.objects.count() == 1


def test_a_registrant_can_not_be_entered_by_hand_either(desk, world):
    world.registry[IP] = registry_answer(
        MAIL,
        entities=[
            {"roles": ["reseller"], "vcardArray": ["vcard", [["email", {}, "text", "boss@reseller.al"]]]},
            {"roles": ["abuse"], "vcardArray": ["vcard", [["email", {}, "text", MAIL]]]},
        ],
    )
    desk.press(f"items/{desk.item.pk}/trace/")
    run_steps("trace")
    answer = desk.press(f"items/{desk.item.pk}/recipient/", mail="boss@reseller.al", provider="R", reason="x")
    assert answer.status_code == 422
    assert Recipient.objects.count() == 1


def test_the_letter_is_changed_and_has_to_be_read_again(desk):
    from isigurt.takedown.actions.notices import letter_digest  # noqa: PLC0415

    before = letter_digest(desk.notice)
    desk.press(f"notices/{desk.notice.pk}/letter/", language="sq", remark="Ju lutemi, shpejt: fëmija është i vogël.")
    desk.press(f"notices/{desk.notice.pk}/approve/")
    desk.press(f"notices/{desk.notice.pk}/send/", shown=before)
    assert desk.notice.state == NoticeState.PROPOSED
    page = desk.page()
    assert "Të nderuar" in page
    assert "fëmija është i vogël" in page
    assert "fëmija është i vogël" in desk.form(f"notices/{desk.notice.pk}/letter/")


def test_a_referral_with_a_hold_is_recorded_shown_renewed_and_ended_by_a_lead(desk, time_passes):
    def typed(at):
        return f"{localtime(at):%Y-%m-%dT%H:%M}"

    data = {
        "referral-authority": "police_cybercrime",
        "referral-referred_at": typed(time_passes.at),
        "referral-reference": "12/2026",
        "referral-hold_until": typed(time_passes.at - timedelta(hours=1)),
        "referral-after_hold": "ask",
    }
    assert desk.press("referrals/", **data).status_code == 422
    desk.press("referrals/", **{**data, "referral-hold_until": typed(time_passes.at + timedelta(days=2))})
    referral = Referral.objects.get()
    page = desk.page()
    assert "notices are held" in page
    assert "12/2026" in page
    desk.press(f"referrals/{referral.pk}/hold/", hold_until=typed(time_passes.at + timedelta(days=4)))
    referral.refresh_from_db()
    assert referral.hold_until == time_passes.at + timedelta(days=4)
    assert desk.press(f"referrals/{referral.pk}/end/").status_code == 403
    lead = sign_in(Client(), member(role=Role.LEAD))
    lead.post(f"/cases/{desk.case.pk}/referrals/{referral.pk}/end/")
    referral.refresh_from_db()
    assert referral.state == ReferralState.RELEASED
    assert "case.referred" in acts()


def test_a_referral_names_no_authority_by_itself(desk, time_passes):
    assert '<option value="" selected>Choose</option>' in desk.form("referrals/")
    pressed = desk.press("referrals/", **{"referral-referred_at": f"{localtime(time_passes.at):%Y-%m-%dT%H:%M}"})
    assert pressed.status_code == 422
    assert not Referral.objects.exists()


def test_a_child_at_risk_now_is_asked_about_first(desk):
    set_child_at_risk(case=desk.case, member=desk.member, at_risk=True)
    page = desk.page()
    assert "Before any notice leaves, say whether this case goes to the police" in page
    assert 'href="#referral" data-key="x"' in page  # the next step leads there before anywhere else
    desk.press(f"notices/{desk.notice.pk}/approve/")
    desk.send()
    assert desk.notice.state == NoticeState.PROPOSED
    desk.press("referrals/none/", **{"noreferral-reason": "The police brought it to us."})
    desk.send()
    assert desk.notice.state == NoticeState.APPROVED
    assert 'href="#referral" data-key="x"' not in desk.page()


def test_an_unsure_notice_is_shown_with_its_evidence_and_a_person_decides(desk, mail):
    mail.behaviour = "drops"
    approved(desk.notice)
    run_steps("send")
    page = desk.page()
    assert "Nobody knows whether this notice was sent" in page
    assert desk.notice.message_id in page
    desk.press(f"notices/{desk.notice.pk}/arrived/")
    assert desk.notice.state == NoticeState.SENT


def test_a_button_pressed_twice_conflicts_and_changes_nothing(desk, mail):
    approved(desk.notice)
    run_steps("send")
    assert desk.press(f"notices/{desk.notice.pk}/arrived/").status_code == 409
    assert desk.press(f"notices/{desk.notice.pk}/again/").status_code == 409


def test_a_soft_answer_is_for_a_person_and_then_counts(desk, world, time_passes):
    world.missing = Page(200)
    world.pages[HOST, PATH] = Page(200)
    time_passes.go(minutes=20)
    run_steps("look")
    assert "It looks gone, and a machine cannot be sure" in desk.page()
    desk.press(f"items/{desk.item.pk}/seen/", gone="yes")
    watch = Watch.objects.get()
    assert watch.state == WatchState.SEEN_DOWN
    time_passes.go(hours=13)
    run_steps("look")
    time_passes.go(hours=13)
    run_steps("look")
    watch.refresh_from_db()
    assert watch.state == WatchState.REMOVED
    assert "Gone for more than 24 hours." in desk.page()


def test_a_watch_is_stopped_and_begun_again(desk):
    desk.press(f"items/{desk.item.pk}/stop/")
    assert Watch.objects.get().state == WatchState.STOPPED
    assert "Nobody looks any more." in desk.page()
    desk.press(f"items/{desk.item.pk}/watch/")
    assert Watch.objects.get().state == WatchState.WATCHING


def test_a_trace_that_failed_says_why_and_is_tried_again(desk, world):
    world.registry[IP] = Page(200, raw=b"HTTP/1.1 200 OK\r\n\r\n<html>")
    desk.press(f"items/{desk.item.pk}/trace/")
    run_steps("trace")
    page = desk.page()
    assert "the registry’s answer could not be read" in page
    assert "Try again" in page
    world.registry[IP] = registry_answer(MAIL)
    desk.press(f"items/{desk.item.pk}/trace/")
    run_steps("trace")
    assert Trace.objects.get().failure == ""


def test_every_form_is_a_page_of_its_own(desk):
    assert "Policia" in desk.form("referrals/") or "Police" in desk.form("referrals/")
    assert "Why not" in desk.form("referrals/none/")
    assert "Mail address" in desk.form(f"items/{desk.item.pk}/recipient/")
    assert "Why never" in desk.form(f"notices/{desk.notice.pk}/refuse/")
    assert desk.client.get(f"/cases/{desk.case.pk}/notices/{desk.notice.pk}/send/").status_code == 405


@pytest.mark.parametrize("role", [Role.EDITOR, Role.AUDITOR, Role.ADMIN])
def test_who_is_no_caseworker_acts_on_nothing(desk, role):
    other = sign_in(Client(), member(role=role))
    assert other.post(f"/cases/{desk.case.pk}/notices/{desk.notice.pk}/send/").status_code == 403
    assert other.post(f"/cases/{desk.case.pk}/items/{desk.item.pk}/stop/").status_code == 403


def test_a_notice_of_another_case_can_not_be_reached_through_this_one(desk):
    other_case, other_item = confirmed("https://foto.faqe-prove.al/tjeter.jpg")
    notice = proposed(other_item)
    assert other_case.pk != desk.case.pk
    assert desk.press(f"notices/{notice.pk}/withdraw/").status_code == 404


def test_good_news_is_shown_to_who_assessed_and_put_away(desk, world, time_passes):
    from isigurt.takedown.queries import removed_for  # noqa: PLC0415

    world.pages[HOST, PATH] = Page(410)
    for _ in range(4):
        time_passes.go(hours=9)
        run_steps("look")
    [news] = removed_for(desk.member)
    assert "Gone, thanks to you" in html.unescape(desk.client.get("/").content.decode())
    assert news.case == desk.case
    assert not removed_for(member()).exists()
    desk.client.post(f"/removed/{news.pk}/seen/")
    assert not removed_for(desk.member).exists()
