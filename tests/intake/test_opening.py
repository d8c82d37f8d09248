"""Opening: once, whatever happens meanwhile; nothing forged, nothing that blocks another."""

import threading
from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, connections

from isigurt import clock
from isigurt.facts.actions import unit_digest
from isigurt.facts.models import ReportFact
from isigurt.intake import queries
from isigurt.intake.actions import mark_placed, open_envelope, opening, send_message, set_public_status
from isigurt.intake.actions.conversation import NoReceipt
from isigurt.intake.actions.erasing import ERASED_AFTER
from isigurt.intake.actions.opening import NotThisReporter
from isigurt.intake.content import ReplyContent, WithdrawalContent
from isigurt.intake.door.models import Envelope, Lane, PublishedMessage, PublishedStatus
from isigurt.intake.models import Message, OpenedEnvelope, Report, ReportState
from isigurt.intake.receipt import Receipt
from isigurt.intake.submission import read_conversation, sealed_envelope, submit_reply, submit_withdrawal
from isigurt.ledger.actor import WORKER
from isigurt.ledger.models import Entry
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due
from isigurt.vault.errors import CannotOpen
from tests.intake.factories import content, envelope_of, open_all, opened, sent

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def test_a_report_arrives_as_it_was_typed():
    _, report = opened(
        where="shiko: hxxps://keq[.]al/1\nwww.b.al/x",
        platform="instagram",
        account="@dikush",
        words="Ç’është kjo? 😢",
        reporter_kind="child",
        age_band="13_14",
        contact="069 000 0000",
    )
    assert [(place.kind, place.platform, place.raw) for place in queries.places_of(report)] == [
        ("address", "", "hxxps://keq[.]al/1"),
        ("address", "", "www.b.al/x"),
        ("account", "instagram", "@dikush"),
    ]
    assert queries.where_of(report) == "shiko: hxxps://keq[.]al/1\nwww.b.al/x"
    assert queries.body_of(report) == "Ç’është kjo? 😢"
    assert queries.contact_of(report) == "069 000 0000"
    assert (report.state, report.channel, report.language, report.harm_said) == ("new", "web", "sq", "bullying")
    assert (report.reporter_kind, report.age_band, report.lane) == ("child", "13_14", Lane.PEOPLE)


def test_what_no_address_can_be_made_of_stays_as_it_was_typed():
    _, report = opened(where="te grupi i klasës\n\nnë telefonin e Anës")
    assert [place.raw for place in queries.places_of(report)] == ["te grupi i klasës", "në telefonin e Anës"]


@pytest.mark.parametrize("flood", ["a\n" * 5000, "".join(f"{n:x}\n" for n in range(2000))])
def test_a_flood_of_lines_makes_no_flood_of_places_and_stays_whole_as_text(flood):
    _, report = opened(where=flood)
    assert len(queries.places_of(report)) <= 100
    assert queries.where_of(report) == flood


def test_the_exact_moment_is_the_one_inside_the_seal():
    at = datetime(2026, 3, 2, 15, 7, 31, tzinfo=UTC)
    clock.install(lambda: at)
    receipt = sent()
    clock.install(lambda: at + timedelta(days=1))
    open_all()
    assert Report.objects.get(locator=receipt.locator).received_at == at


def test_a_door_whose_clock_runs_ahead_dates_no_report_into_the_future():
    now = clock.now()
    clock.install(lambda: now + timedelta(days=365))
    receipt = sent()
    clock.install(lambda: now)
    open_all()
    assert Report.objects.get(locator=receipt.locator).received_at == now


def test_the_envelope_is_gone_and_the_code_still_works():
    receipt, _ = opened()
    assert not Envelope.objects.exists()
    assert read_conversation(receipt).status == "received"


def test_an_envelope_that_comes_again_after_it_was_opened_counts_once():
    receipt, report = opened()
    sent(receipt)
    open_all()
    assert Report.objects.get() == report
    assert not Envelope.objects.exists()
    assert len(queries.places_of(report)) == 1


def test_opening_twice_changes_nothing():
    receipt = sent()
    envelope = envelope_of(receipt)
    open_envelope(envelope)
    open_envelope(envelope)
    assert Report.objects.count() == OpenedEnvelope.objects.count() == 1


def test_a_worker_killed_between_the_two_stores_loses_nothing_and_doubles_nothing(monkeypatch):
    receipt = sent()
    monkeypatch.setattr(opening, "put_status", lambda *_: 1 / 0)
    run_due(get("intake.open"), at_most=1)
    assert Envelope.objects.count() == 1
    assert read_conversation(receipt) is not None
    monkeypatch.undo()
    Envelope.objects.update(not_before=None, leased_until=None)
    open_all()
    assert Report.objects.count() == 1
    assert not Envelope.objects.exists()


@pytest.mark.parametrize("damage", [b"", b"iSGT", b"\x00" * 2000, "flip"])
def test_an_envelope_that_cannot_be_opened_blocks_no_other_and_ends_among_the_dead_letters(damage):
    bad, good = sent(), sent()
    envelope = envelope_of(bad)
    sealed = bytearray(envelope.sealed)
    sealed[-1] ^= 1
    Envelope.objects.filter(pk=envelope.pk).update(sealed=bytes(sealed) if damage == "flip" else damage)
    for _ in range(get("intake.open").max_attempts):
        run_due(get("intake.open"))
        Envelope.objects.update(not_before=None)
    assert Report.objects.filter(locator=good.locator).exists()
    left = Envelope.objects.get()
    assert left.pk == envelope.pk
    assert left.dead_at is not None
    assert left.last_error in {"CannotOpen", "NoKeyForIt"}
    assert read_conversation(bad) is not None


def test_an_envelope_does_not_open_in_the_place_of_another():
    one, other = sent(), sent(words="tjetër")
    Envelope.objects.filter(locator=one.locator).update(sealed=bytes(envelope_of(other).sealed))
    with pytest.raises(CannotOpen):
        open_envelope(envelope_of(one))


def test_additions_join_the_report_and_casework_looks_again():
    receipt, report = opened()
    mark_placed(report=report, actor=WORKER)
    assert not queries.reports_to_place().exists()
    sent(receipt, where="https://faqe-e-keqe.al/foto/1\nhttps://tjeter.al/2", words="Dhe kjo.", harm="hate")
    open_all()
    report.refresh_from_db()
    assert [place.raw for place in queries.places_of(report)] == [
        "https://faqe-e-keqe.al/foto/1",
        "https://tjeter.al/2",
    ]
    assert [message.text for message in queries.conversation_of(report)] == ["Dhe kjo."]
    assert queries.body_of(report) == "Më ngacmojnë çdo ditë."
    assert report.harm_said == "hate"
    assert list(queries.reports_to_place()) == [report]
    assert Report.objects.count() == 1


def test_both_parts_of_a_report_arrive_in_whatever_order_they_are_opened():
    receipt = sent(lane=Lane.AUTOMATED_LOOKING)
    sent(receipt, words="Më pas.")
    open_all()
    report = Report.objects.get()
    assert {queries.body_of(report), *(m.text for m in queries.conversation_of(report))} == {
        "Më pas.",
        "Më ngacmojnë çdo ditë.",
    }


def test_the_hotline_and_the_reporter_talk_and_the_door_sees_only_sealed_messages():
    receipt, report = opened()
    send_message(report=report, actor=WORKER, text="Faleminderit që na shkrove.")
    open_all()
    submit_reply(receipt=receipt, content=ReplyContent(words="A jam në rrezik?", nonce="1"))
    open_all()
    talk = read_conversation(receipt).messages
    assert [(message.from_reporter, message.text) for message in talk] == [
        (False, "Faleminderit që na shkrove."),
        (True, "A jam në rrezik?"),
    ]
    for row in PublishedMessage.objects.all():
        assert b"Faleminderit" not in bytes(row.sealed)
        assert b"rrezik" not in bytes(row.sealed)
    assert read_conversation(receipt).reply_waits is False


def test_a_message_cannot_be_read_with_another_receipt_or_in_another_place():
    _receipt, report = opened()
    other, _ = opened()
    send_message(report=report, actor=WORKER, text="Vetëm për ty.")
    open_all()
    PublishedMessage.objects.update(locator=other.locator)
    assert read_conversation(other).messages == ()


def test_a_status_word_reaches_the_reporter():
    receipt, report = opened()
    assert set_public_status(report=report, status="in_work", actor=WORKER)
    assert not set_public_status(report=report, status="in_work", actor=WORKER)
    open_all()
    assert read_conversation(receipt).status == "in_work"


def test_an_intruder_at_the_door_cannot_reply_withdraw_or_add_to_a_report_that_was_there():
    receipt, report = opened()
    for forged in (ReplyContent(words="Mos më besoni."), WithdrawalContent(), content(words="Gabim.")):
        stranger = Receipt.fresh()
        # All that the door knows of a report is its locator.
        object.__setattr__(stranger, "locator", receipt.locator)
        with pytest.raises(NotThisReporter):
            open_envelope(sealed_envelope(receipt=stranger, content=forged, lane=Lane.PEOPLE))
    report.refresh_from_db()
    assert report.state == ReportState.NEW
    assert not report.messages.exists()


def test_a_reply_waits_until_its_report_is_opened():
    receipt = sent(lane=Lane.AUTOMATED_LOOKING)
    submit_reply(receipt=receipt, content=ReplyContent(words="Më dëgjon?"))
    Envelope.objects.filter(kind="report").update(dead_at=clock.now())
    assert run_due(get("intake.open")) == 0
    Envelope.objects.update(dead_at=None)
    open_all()
    assert Message.objects.count() == 1


def test_who_withdraws_is_seen_at_once_and_their_words_are_erased_after_a_week():
    receipt, report = opened(contact="ana@example.al")
    send_message(report=report, actor=WORKER, text="Po e shohim.")
    open_all()
    submit_withdrawal(receipt=receipt, content=WithdrawalContent())
    open_all()
    report.refresh_from_db()
    assert report.state == ReportState.WITHDRAWN
    assert read_conversation(receipt).status == "withdrawn"
    assert not PublishedMessage.objects.exists()
    assert queries.body_of(report) == "Më ngacmojnë çdo ditë."
    later = clock.now() + ERASED_AFTER + timedelta(seconds=1)
    clock.install(lambda: later)
    open_all()
    report = Report.objects.get()
    assert (queries.body_of(report), queries.contact_of(report)) == (None, None)
    assert queries.conversation_of(report) == []
    assert [place.raw for place in queries.places_of(report)] == ["https://faqe-e-keqe.al/foto/1"]
    assert Entry.objects.filter(act="key.destroyed", subject_id=str(report.id)).count() == 1


def test_nobody_writes_to_someone_who_withdrew():
    receipt, report = opened()
    submit_withdrawal(receipt=receipt, content=WithdrawalContent())
    open_all()
    report.refresh_from_db()
    with pytest.raises(NoReceipt):
        send_message(report=report, actor=WORKER, text="Hej?")


@pytest.mark.parametrize("days", [1, 30])
@pytest.mark.parametrize("words", ["Më ngacmojnë çdo ditë.", "U mendova."])
def test_a_report_sent_again_after_it_was_withdrawn_counts_again(days, words):
    receipt, _ = opened()
    start = clock.now()
    clock.install(lambda: start + timedelta(minutes=1))
    submit_withdrawal(receipt=receipt, content=WithdrawalContent())
    open_all()
    clock.install(lambda: start + timedelta(days=days))
    open_all()
    sent(receipt, words=words)
    open_all()
    report = Report.objects.get()
    assert report.state == ReportState.NEW
    assert read_conversation(receipt).status == "received"
    assert words in {queries.body_of(report), *(message.text for message in queries.conversation_of(report))}
    clock.install(lambda: start + timedelta(days=60))
    open_all()
    assert queries.body_of(Report.objects.get()) is not None


def test_a_report_withdrawn_before_anyone_looked_still_brings_its_addresses_to_casework():
    receipt = sent(lane=Lane.AUTOMATED_LOOKING)
    submit_withdrawal(receipt=receipt, content=WithdrawalContent())
    assert read_conversation(receipt).status == "withdrawn"
    open_all()
    assert Report.objects.get().state == ReportState.WITHDRAWN
    assert queries.reports_to_place().exists()


def test_the_fact_of_a_report_is_written_with_it():
    _, report = opened(lane=Lane.AUTOMATED_LOOKING, platform="tiktok", reporter_kind="parent")
    fact = ReportFact.objects.get(unit=unit_digest(ReportFact, report.id))
    assert (fact.harm_said, fact.platform, fact.reporter_kind, fact.channel) == ("bullying", "tiktok", "parent", "web")
    assert fact.looks_automated
    assert fact.received_at == report.received_at
    mark_placed(report=report, actor=WORKER)
    fact.refresh_from_db()
    assert fact.placed_at == report.placed_at


def test_every_step_of_a_report_is_on_the_record():
    receipt, report = opened()
    mark_placed(report=report, actor=WORKER)
    send_message(report=report, actor=WORKER, text="Faleminderit.")
    submit_reply(receipt=receipt, content=ReplyContent(words="Po."))
    open_all()
    acts = Entry.objects.filter(subject_id=str(report.id)).order_by("seq").values_list("act", flat=True)
    assert list(acts) == ["report.received", "state.report", "message.written", "message.received"]


@pytest.mark.django_db(databases=["default", "door"], transaction=True)
def test_two_workers_that_open_the_same_envelope_make_one_report():
    envelope = envelope_of(sent())
    gate = threading.Barrier(2)

    def work():
        try:
            gate.wait()
            open_envelope(envelope)
        except DatabaseError:
            pass  # the runner would put it off and find it done the next time
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Report.objects.count() == OpenedEnvelope.objects.count() == 1
    assert not Envelope.objects.exists()


def test_people_are_opened_before_what_looks_automated_and_the_oldest_first():
    receipts = [sent(lane=lane) for lane in (Lane.AUTOMATED_LOOKING, Lane.PEOPLE)]
    due = get("intake.open").due(clock.now())
    assert [envelope.locator for envelope in due] == [receipts[1].locator, receipts[0].locator]


def test_an_unknown_harm_of_an_older_pack_loses_no_report():
    _, report = opened(harm="no_longer_listed")
    assert report.harm_said == "unknown"


def test_the_locator_is_known_at_every_moment_of_opening(monkeypatch):
    receipt = sent()
    seen = []
    original = opening.put_status

    def watched(*arguments):
        original(*arguments)
        seen.append((PublishedStatus.objects.exists(), Envelope.objects.exists()))

    monkeypatch.setattr(opening, "put_status", watched)
    open_all()
    assert seen == [(True, True)]
    assert read_conversation(receipt) is not None
