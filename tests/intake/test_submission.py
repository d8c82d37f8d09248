"""Taking in: sealed before it touches the disk, once however often it is sent, never confirmed when it is not kept."""

import threading
from datetime import UTC, datetime

import pytest
from django.db import connections

from isigurt import clock
from isigurt.intake.content import ReplyContent, WithdrawalContent
from isigurt.intake.door import keeping, room
from isigurt.intake.door.models import Envelope, Lane, PublishedStatus
from isigurt.intake.receipt import Receipt
from isigurt.intake.submission import (
    Outcome,
    StoreAway,
    read_conversation,
    submit_reply,
    submit_report,
    submit_withdrawal,
)
from tests.intake.factories import content, sent

GIB = 1024**3

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture(autouse=True)
def _measure_anew():
    room.gauge.forget()
    yield
    room.gauge.forget()


def test_the_same_content_sent_twice_is_there_once():
    receipt = sent()
    sent(receipt)
    assert Envelope.objects.count() == 1


def test_changed_content_with_the_same_receipt_is_an_addition():
    receipt = sent()
    sent(receipt, words="Dhe dje përsëri.")
    assert Envelope.objects.filter(locator=receipt.locator, kind="report").count() == 2


def test_two_people_who_write_the_same_have_two_reports():
    sent()
    sent()
    assert Envelope.objects.count() == 2


def test_a_code_works_from_the_first_second():
    conversation = read_conversation(sent())
    assert conversation is not None
    assert conversation.status == "received"
    assert not conversation.reply_waits


def test_a_code_that_was_never_sent_shows_nothing():
    sent()
    assert read_conversation(Receipt.fresh()) is None


def test_the_door_is_told_the_hour_only():
    clock.install(lambda: datetime(2026, 3, 2, 15, 7, 31, 5, tzinfo=UTC))
    receipt = sent()
    assert Envelope.objects.get(locator=receipt.locator).received_at == datetime(2026, 3, 2, 15, tzinfo=UTC)


def test_the_sealed_text_is_nowhere_in_the_row():
    receipt = sent(words="fjala-e-fshehtë", contact="ana@example.al")
    row = Envelope.objects.values().get()
    stored = b"|".join(
        bytes(value) if isinstance(value, bytes | memoryview) else repr(value).encode() for value in row.values()
    )
    for word in ("fjala", "ana@", "faqe-e-keqe", "bullying", receipt.code, receipt.text):
        assert word.encode() not in stored


@pytest.mark.parametrize(
    ("free", "short", "long"),
    [
        (2 * GIB, Outcome.RECEIVED, Outcome.RECEIVED),
        (2 * GIB - 1, Outcome.RECEIVED, Outcome.SHORTER_PLEASE),
        (GIB // 2, Outcome.RECEIVED, Outcome.SHORTER_PLEASE),
        (GIB // 2 - 1, Outcome.NOT_RECEIVED, Outcome.NOT_RECEIVED),
        (0, Outcome.NOT_RECEIVED, Outcome.NOT_RECEIVED),
    ],
)
def test_a_disk_that_is_ending_takes_less_and_then_nothing(monkeypatch, free, short, long):
    monkeypatch.setattr(room, "_measure", lambda: free)
    assert submit_report(receipt=Receipt.fresh(), content=content()) is short
    assert submit_report(receipt=Receipt.fresh(), content=content(words="a" * 5000)) is long
    assert Envelope.objects.count() == (short, long).count(Outcome.RECEIVED)


def test_the_operator_says_where_a_disk_begins_to_end(monkeypatch, settings):
    monkeypatch.setattr(room, "_measure", lambda: 2 * GIB)
    settings.ISIGURT_SHORT_ONLY_BELOW = 4 * GIB
    assert submit_report(receipt=Receipt.fresh(), content=content(words="a" * 5000)) is Outcome.SHORTER_PLEASE
    settings.ISIGURT_NOTHING_BELOW = 3 * GIB
    assert submit_report(receipt=Receipt.fresh(), content=content()) is Outcome.NOT_RECEIVED


def test_one_can_still_withdraw_when_the_disk_is_full(monkeypatch):
    receipt = sent()
    monkeypatch.setattr(room, "_measure", lambda: 0)
    assert submit_withdrawal(receipt=receipt, content=WithdrawalContent()) is Outcome.RECEIVED
    assert read_conversation(receipt).status == "withdrawn"


def test_the_disk_of_another_server_is_not_ours_to_measure(store):
    assert (room._measure() is None) == (store == "postgresql")


def test_the_disk_is_measured_at_most_once_a_second(monkeypatch):
    asked = []
    monkeypatch.setattr(room, "_measure", lambda: asked.append(1) or 2**40)
    for _ in range(100):
        room.gauge.room()
    assert len(asked) == 1


def test_what_was_acknowledged_survives_a_power_cut(store):
    with connections["door"].cursor() as cursor:
        if store == "sqlite":
            cursor.execute("PRAGMA synchronous")
            assert cursor.fetchone() == (2,)  # FULL: every commit is on the disk before it returns
            cursor.execute("PRAGMA journal_mode")
            assert cursor.fetchone() == ("wal",)
        else:
            # The tests' own server is switched to not waiting for the disk; a real one must never be told to.
            assert "synchronous_commit" not in str(connections["door"].settings_dict)


@pytest.mark.django_db(databases=["default", "door"], transaction=True)
def test_a_full_store_gives_no_receipt_and_takes_in_again_once_there_is_room(store):
    if store != "sqlite":
        pytest.skip("the page limit is SQLite's")
    kept_before = sent()
    with connections["door"].cursor() as cursor:
        cursor.execute("VACUUM")  # pages that other tests left free would still take it
        cursor.execute("PRAGMA page_count")
        pages = cursor.fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
    refused = Receipt.fresh()
    outcomes = {submit_report(receipt=refused, content=content(words="x" * 9000)) for _ in range(3)}
    assert outcomes == {Outcome.NOT_RECEIVED}
    assert read_conversation(refused) is None
    assert read_conversation(kept_before) is not None
    with connections["door"].cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1073741823")
    assert submit_report(receipt=refused, content=content(words="x" * 9000)) is Outcome.RECEIVED


@pytest.mark.django_db(databases=["default", "door"], transaction=True)
def test_a_store_that_is_gone_gives_no_receipt():
    with connections["door"].cursor() as cursor:
        cursor.execute("ALTER TABLE door_envelope RENAME TO door_gone")
    try:
        assert submit_report(receipt=Receipt.fresh(), content=content()) is Outcome.NOT_RECEIVED
        with pytest.raises(StoreAway):
            read_conversation(Receipt.fresh())
    finally:
        with connections["door"].cursor() as cursor:
            cursor.execute("ALTER TABLE door_gone RENAME TO door_envelope")


def test_missing_public_keys_give_no_receipt(settings, tmp_path):
    settings.ISIGURT_PUBLIC_KEYS = tmp_path
    assert submit_report(receipt=Receipt.fresh(), content=content()) is Outcome.NOT_RECEIVED
    assert not Envelope.objects.exists()


def _at_once(acts):
    """Run every act in a thread of its own, all let go at the same moment."""
    gate = threading.Barrier(len(acts))
    results = []

    def run(act):
        try:
            gate.wait()
            results.append(act())
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.django_db(databases=["default", "door"], transaction=True)
def test_a_form_raced_by_many_threads_is_there_once():
    receipt = Receipt.fresh()
    outcomes = _at_once([lambda: submit_report(receipt=receipt, content=content())] * 8)
    assert outcomes == [Outcome.RECEIVED] * 8
    assert Envelope.objects.count() == 1


@pytest.mark.django_db(databases=["default", "door"], transaction=True)
def test_many_senders_at_once_all_find_their_report_kept():
    receipts = [Receipt.fresh() for _ in range(24)]
    outcomes = _at_once([lambda each=each: submit_report(receipt=each, content=content()) for each in receipts])
    assert outcomes == [Outcome.RECEIVED] * 24
    assert set(Envelope.objects.values_list("locator", flat=True)) == {each.locator for each in receipts}


def test_those_who_wait_together_learn_together_that_the_write_failed():
    written = []
    slow = threading.Event()

    def write(envelopes):
        slow.wait(5)
        written.append(len(envelopes))
        raise OSError("no room")

    shared = keeping.SharedWrite(write)

    def add():
        try:
            shared.add(Envelope())
        except OSError as error:
            return str(error)
        return "kept"

    threads_done = []
    threads = [threading.Thread(target=lambda: threads_done.append(add())) for _ in range(6)]
    for thread in threads:
        thread.start()
    slow.set()
    for thread in threads:
        thread.join(10)
    assert threads_done == ["no room"] * 6
    assert sum(written) == 6


def test_a_reply_that_nobody_has_opened_yet_is_known_to_be_there():
    receipt = sent()
    submit_reply(receipt=receipt, content=ReplyContent(words="Po.", nonce="a"))
    conversation = read_conversation(receipt)
    assert conversation.reply_waits
    assert conversation.messages == ()


def test_a_reply_waits_sealed_and_the_same_words_from_another_form_count_anew():
    receipt = sent()
    for nonce in ("a", "a", "b"):
        assert submit_reply(receipt=receipt, content=ReplyContent(words="Po.", nonce=nonce)) is Outcome.RECEIVED
    assert Envelope.objects.filter(kind="reply").count() == 2


def test_the_lane_is_kept_beside_the_envelope():
    sent(lane=Lane.AUTOMATED_LOOKING)
    assert Envelope.objects.get().lane == 1
    assert not PublishedStatus.objects.exists()
