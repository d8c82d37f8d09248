import socket
from collections.abc import Iterator
from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest
from django.db.models import F
from django.utils import timezone
from pytest_django import Settings

from isigurt.ledger.heads import Head
from isigurt.ledger.models import Anchor, Entry
from isigurt.ledger.verify import verify_chain
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due
from tests.ledger.factories import as_an_insider, entries
from tests.ledger.test_verify import tamper
from tests.post.servers import Answering, Mailbox, free_port, relay

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _due_today(db: None) -> None:
    Anchor.objects.all().delete()
    Anchor.objects.create()


@pytest.fixture
def mailbox(settings: Settings) -> Iterator[Mailbox]:
    box = Mailbox()
    settings.ISIGURT_AUDITOR, settings.ISIGURT_MAIL_FROM = "auditor@isigurt.al", "iSIGURT <ledger@isigurt.al>"
    with relay(box) as port:
        settings.ISIGURT_MAIL_RELAY = f"smtp://127.0.0.1:{port}"
        yield box


def mail_heads() -> int:
    return run_due(get("ledger.head"))


def mails(box: Mailbox) -> list[EmailMessage]:
    return [message_from_bytes(one.content, policy=policy.default) for one in box.envelopes]


def attached(mail: EmailMessage) -> Head:
    (part,) = mail.iter_attachments()
    return Head.parse(part.get_content())


def next_day() -> None:
    Anchor.objects.exclude(mailed_at=None).update(mailed_at=F("mailed_at") - timedelta(days=1))


def test_the_signed_head_goes_to_the_auditor(mailbox: Mailbox):
    last = entries(3)[-1]
    assert mail_heads() == 1
    (envelope,) = mailbox.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == ("ledger@isigurt.al", ["auditor@isigurt.al"])
    head = attached(mails(mailbox)[0])
    assert (head.seq, head.hash) == (3, last.hash)
    assert verify_chain(head).whole


def test_the_mail_can_be_given_to_the_command_as_it_is(mailbox: Mailbox):
    entries(3)
    mail_heads()
    assert Head.parse(mailbox.envelopes[0].content.decode()).seq == 3


def test_the_mail_says_in_both_languages_what_it_is_for(mailbox: Mailbox):
    entries(3)
    mail_heads()
    (mail,) = mails(mailbox)
    body = mail.get_body()
    assert body is not None
    text = body.get_content()
    assert "Regjistri ka 3 shënime" in text
    assert "The ledger has 3 entries" in text
    assert "isigurt ledger verify --anchor ledger-head-" in text
    assert "entry 3" in mail["Subject"]


def test_nothing_of_what_was_recorded_leaves_with_it(mailbox: Mailbox):
    entries(3)
    mail_heads()
    assert b"case.viewed" not in mailbox.envelopes[0].content
    assert b"00000000-0000-0000-0000-000000000001" not in mailbox.envelopes[0].content


def test_it_goes_once_a_day_and_again_on_the_next(mailbox: Mailbox):
    entries(3)
    assert [mail_heads(), mail_heads()] == [1, 0]
    next_day()
    assert mail_heads() == 1
    assert [attached(mail).seq for mail in mails(mailbox)] == [3, 3]


def test_after_days_of_standing_still_one_mail_goes_out(mailbox: Mailbox):
    mail_heads()
    Anchor.objects.exclude(mailed_at=None).update(mailed_at=F("mailed_at") - timedelta(days=9))
    assert [mail_heads(), mail_heads()] == [1, 0]


def test_after_the_clock_was_years_ahead_one_mail_goes_out_each_day(mailbox: Mailbox):
    mail_heads()
    Anchor.objects.exclude(mailed_at=None).update(mailed_at=F("mailed_at") + timedelta(days=4000))
    assert [mail_heads(), mail_heads()] == [1, 0]
    next_day()
    assert [mail_heads(), mail_heads()] == [1, 0]


def test_a_relay_that_is_down_is_tried_again(mailbox: Mailbox, settings: Settings):
    good = settings.ISIGURT_MAIL_RELAY
    settings.ISIGURT_MAIL_RELAY = f"smtp://127.0.0.1:{free_port()}"
    mail_heads()
    row = Anchor.objects.get()
    assert (row.mailed_at, row.attempts, row.dead_at) == (None, 1, None)
    settings.ISIGURT_MAIL_RELAY = good
    Anchor.objects.update(not_before=None)
    mail_heads()
    assert len(mailbox.envelopes) == 1


def test_a_head_that_the_relay_refused_was_not_mailed(settings: Settings, mailbox: Mailbox):
    with relay(Answering("DATA", "554 no")) as port:
        settings.ISIGURT_MAIL_RELAY = f"smtp://127.0.0.1:{port}"
        mail_heads()
    assert Anchor.objects.get().mailed_at is None


@pytest.mark.parametrize("missing", ["ISIGURT_AUDITOR", "ISIGURT_MAIL_RELAY"])
def test_without_an_auditor_or_a_relay_nothing_is_due(mailbox: Mailbox, settings: Settings, missing: str):
    setattr(settings, missing, "")
    assert mail_heads() == 0
    setattr(settings, missing, {"ISIGURT_AUDITOR": "a@isigurt.al"}.get(missing, "smtp://127.0.0.1:9"))
    assert get("ledger.head").due(timezone.now()).count() == 1


def test_a_change_since_the_last_mail_is_told_in_the_subject(mailbox: Mailbox):
    entries(3)
    mail_heads()
    next_day()
    entries(3)
    tamper(5, act="case.closed")
    mail_heads()
    assert "LEDGER BROKEN at entry 5" in mails(mailbox)[1]["Subject"]


def test_entries_cut_off_since_the_last_mail_are_told_in_the_subject(mailbox: Mailbox):
    entries(3)
    mail_heads()
    next_day()
    with as_an_insider():
        Entry.objects.filter(seq__gt=1).delete()
    mail_heads()
    assert "LEDGER BROKEN" in mails(mailbox)[1]["Subject"]


def test_nobody_else_is_connected_to(mailbox: Mailbox, monkeypatch: pytest.MonkeyPatch):
    reached: list[object] = []
    connect = socket.create_connection
    monkeypatch.setattr(socket, "create_connection", lambda at, *rest: reached.append(at) or connect(at, *rest))
    mail_heads()
    assert [host for host, _ in reached] == ["127.0.0.1"]  # type: ignore[misc,has-type]
