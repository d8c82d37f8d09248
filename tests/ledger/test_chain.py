import hashlib
from datetime import UTC, datetime, timedelta, timezone

from isigurt.ledger import chain

ENTRY = {
    "seq": 1,
    "at": datetime(2026, 11, 24, 4, 30, tzinfo=UTC),
    "actor": "worker",
    "act": "case.viewed",
    "subject": "case",
    "subject_id": "00000000-0000-0000-0000-000000000001",
    "detail": {"b": True, "a": None, "state": "in_work", "n": 3},
    "prev_hash": chain.GENESIS,
}
LINE = (
    '{"act":"case.viewed","actor":"worker","at":"2026-11-24T04:30:00.000000Z",'
    '"detail":{"a":null,"b":true,"n":3,"state":"in_work"},'
    '"prev_hash":"0000000000000000000000000000000000000000000000000000000000000000",'
    '"seq":1,"subject":"case","subject_id":"00000000-0000-0000-0000-000000000001"}'
)


def test_an_entry_is_written_as_documented():
    assert chain.canonical(**ENTRY) == LINE.encode()
    assert chain.digest(LINE.encode()) == hashlib.sha256(LINE.encode()).hexdigest()


def test_the_same_moment_in_another_time_zone_is_the_same_entry():
    tirana = {**ENTRY, "at": ENTRY["at"].astimezone(timezone(timedelta(hours=1)))}
    assert chain.canonical(**tirana) == LINE.encode()


def test_every_part_of_an_entry_changes_its_hash():
    other = {
        "seq": 2,
        "at": datetime(2026, 11, 24, 4, 30, 0, 1, tzinfo=UTC),
        "actor": "command",
        "act": "case.opened",
        "subject": "item",
        "subject_id": "2",
        "detail": {"b": True, "a": None, "state": "in_work", "n": 4},
        "prev_hash": "1" * 64,
    }
    hashes = {chain.digest(chain.canonical(**{**ENTRY, part: value})) for part, value in other.items()}
    assert len(hashes | {chain.digest(LINE.encode())}) == len(ENTRY) + 1
