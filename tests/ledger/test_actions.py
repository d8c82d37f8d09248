import threading
import uuid
from contextlib import suppress
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, connection, connections, transaction

from isigurt import clock
from isigurt.ledger import chain
from isigurt.ledger.actions import hash_of, record
from isigurt.ledger.actor import WORKER
from isigurt.ledger.models import Entry
from isigurt.ledger.verify import verify_chain
from isigurt.ledger.wording import NotForTheLedger
from tests.ledger.factories import ANALYST, CASE, entries, entry


@pytest.mark.django_db
def test_an_entry_says_who_did_what_to_which_thing_and_when():
    clock.install(lambda: datetime(2026, 11, 24, 4, 30, tzinfo=UTC))
    made = record(actor=ANALYST, act="case.viewed", subject="case", subject_id=CASE, detail={"items": 3})
    stored = Entry.objects.get(seq=made.seq)
    assert (stored.actor, stored.act) == (str(ANALYST), "case.viewed")
    assert (stored.subject, stored.subject_id, stored.detail) == ("case", str(CASE), {"items": 3})
    assert stored.at == datetime(2026, 11, 24, 4, 30, tzinfo=UTC)


@pytest.mark.django_db
def test_each_entry_follows_on_the_one_before():
    first, second, third = entries(3)
    assert (first.seq, first.prev_hash) == (1, chain.GENESIS)
    assert (second.seq, second.prev_hash) == (2, first.hash)
    assert (third.seq, third.prev_hash) == (3, second.hash)


@pytest.mark.django_db
def test_an_entry_read_back_has_the_hash_it_was_written_with():
    made = entry(detail={"z": 1, "a": None, "yes": True, "state": "in_work", "large": 2**53 - 1})
    assert hash_of(Entry.objects.get(seq=made.seq)) == made.hash


@pytest.mark.django_db
@pytest.mark.parametrize(
    "wrong",
    [
        {"act": "looked"},
        {"subject": "A Case"},
        {"subject_id": "https://example.com"},
        {"detail": {"address": "https://example.com/a"}},
        {"detail": {"reporter": "ana@example.com"}},
        {"detail": {"note": "Ana told me what happened"}},
    ],
)
def test_what_does_not_belong_in_the_ledger_leaves_no_entry(wrong: dict[str, object]):
    with pytest.raises(NotForTheLedger):
        entry(**wrong)
    assert not Entry.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_goes_with_the_act_it_records():
    with suppress(RuntimeError), transaction.atomic():
        entry()
        raise RuntimeError("the act failed")
    assert not Entry.objects.exists()
    assert entry().seq == 1


ATTACKS = {
    "update": "UPDATE ledger_entry SET act = 'case.closed'",
    "update of one": "UPDATE ledger_entry SET hash = prev_hash WHERE seq = 2",
    "delete": "DELETE FROM ledger_entry",
    "delete of the last": "DELETE FROM ledger_entry WHERE seq = 3",
}
COLUMNS = "(seq, at, actor, act, subject, subject_id, detail, prev_hash, hash)"
VALUES = "VALUES (2, '2026-01-01 00:00:00+00', 'worker', 'a.b', 'c', 'd', '{}', 'x', 'y')"
ATTACKS_BY_STORE = {
    "sqlite": {
        **ATTACKS,
        "replace": f"INSERT OR REPLACE INTO ledger_entry {COLUMNS} {VALUES}",
        "upsert": f"INSERT INTO ledger_entry {COLUMNS} {VALUES} ON CONFLICT (seq) DO UPDATE SET hash = 'y'",
    },
    "postgresql": {
        **ATTACKS,
        "truncate": "TRUNCATE ledger_entry",
        "truncate with others": "TRUNCATE ledger_entry, ledger_anchor CASCADE",
        "upsert": f"INSERT INTO ledger_entry {COLUMNS} {VALUES} ON CONFLICT (seq) DO UPDATE SET hash = 'y'",
        "replica": "SET LOCAL session_replication_role = replica; DELETE FROM ledger_entry",
    },
}


@pytest.mark.django_db
@pytest.mark.parametrize("attack", sorted({name for attacks in ATTACKS_BY_STORE.values() for name in attacks}))
def test_the_database_itself_refuses_to_change_or_remove_an_entry(store: str, attack: str):
    if attack not in ATTACKS_BY_STORE[store]:
        pytest.skip(f"{store} has no such statement")
    before = [(made.seq, made.hash) for made in entries(3)]
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(ATTACKS_BY_STORE[store][attack])
    assert list(Entry.objects.order_by("seq").values_list("seq", "hash")) == before


@pytest.mark.django_db
def test_the_models_own_ways_are_refused_too():
    made = entry()
    made.act = "case.closed"
    for attack in (made.save, made.delete, Entry.objects.all().delete):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            attack()


@pytest.mark.django_db(transaction=True)
def test_many_who_record_at_once_make_one_chain():
    faults: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for _ in range(10):
                with transaction.atomic():
                    entry(subject_id=uuid.UUID(int=number))
        except BaseException as fault:  # noqa: BLE001 - shown below
            faults.append(fault)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    verdict = verify_chain()
    assert (verdict.whole, verdict.entries) == (True, 80)


@pytest.mark.django_db
def test_an_entry_is_one_look_and_one_insert(django_assert_max_num_queries):
    entry()
    with django_assert_max_num_queries(3):
        record(actor=WORKER, act="case.viewed", subject="case", subject_id=CASE)
