"""Reports by telephone, mail or in person."""

from datetime import UTC, datetime

import pytest

from isigurt.intake import queries
from isigurt.intake.actions import enter_report, send_message
from isigurt.intake.actions.conversation import NoReceipt
from isigurt.intake.receipt import Receipt
from isigurt.intake.submission import read_conversation
from isigurt.ledger.actor import COMMAND
from isigurt.ledger.models import Entry
from tests.intake.factories import content, open_all

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def test_a_call_becomes_a_report_with_its_channel_and_hour():
    at = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    entered = enter_report(actor=COMMAND, channel="telephone", content=content(), received_at=at)
    report = entered.report
    assert (report.channel, report.received_at, report.locator) == ("telephone", at, None)
    assert entered.receipt is None
    assert list(queries.reports_to_place()) == [report]
    assert Entry.objects.filter(act="report.received", subject_id=str(report.id), actor="command").exists()


def test_two_calls_without_a_receipt_stand_side_by_side():
    for _ in range(2):
        enter_report(actor=COMMAND, channel="mail", content=content())
    assert queries.reports_to_place().count() == 2


def test_without_a_receipt_nobody_can_be_written_to():
    report = enter_report(actor=COMMAND, channel="in_person", content=content()).report
    with pytest.raises(NoReceipt):
        send_message(report=report, actor=COMMAND, text="?")
    open_all()


def test_a_caller_can_be_given_a_receipt_that_works_on_the_site():
    entered = enter_report(actor=COMMAND, channel="telephone", content=content(), give_receipt=True)
    send_message(report=entered.report, actor=COMMAND, text="Po punojmë.")
    open_all()
    conversation = read_conversation(entered.receipt)
    assert conversation.status == "received"
    assert [message.text for message in conversation.messages] == ["Po punojmë."]


def test_the_same_form_sent_twice_enters_one_report():
    receipt = Receipt.fresh()
    entered = [
        enter_report(actor=COMMAND, channel="telephone", content=content(), give_receipt=True, receipt=receipt)
        for _ in range(2)
    ]
    assert entered[0].report == entered[1].report
    assert [one.before for one in entered] == [False, True]
    assert [one.receipt for one in entered] == [receipt, receipt]
    assert len(list(queries.reports_to_place())) == 1
