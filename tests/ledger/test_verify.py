import uuid
from typing import Any

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from isigurt.ledger import chain, verify
from isigurt.ledger.actions import hash_of
from isigurt.ledger.heads import Head, sign_head
from isigurt.ledger.models import Entry
from isigurt.ledger.verify import Fault, Finding, verify_chain
from isigurt.vault import keyring
from isigurt.vault.keyfiles import Kind
from tests.ledger.factories import as_an_insider, entries, entry


def tamper(seq: int, **columns: Any) -> None:
    with as_an_insider():
        Entry.objects.filter(seq=seq).update(**columns)


def rewrite_from(seq: int, **columns: Any) -> None:
    """Change one entry and make all hashes behind it anew: what someone with the database can do."""
    with as_an_insider():
        prev = Entry.objects.filter(seq=seq - 1).values_list("hash", flat=True).first() or chain.GENESIS
        for one in Entry.objects.filter(seq__gte=seq).order_by("seq"):
            for name, value in columns.items() if one.seq == seq else ():
                setattr(one, name, value)
            one.prev_hash = prev
            one.hash = prev = hash_of(one)
            one.save()


@pytest.mark.django_db
def test_an_empty_ledger_is_whole():
    verdict = verify_chain()
    assert (verdict.whole, verdict.entries, verdict.seq, verdict.hash) == (True, 0, 0, chain.GENESIS)


@pytest.mark.django_db
def test_an_untouched_ledger_is_whole(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(verify, "PAGE", 4)  # so that nine entries are three pages
    last = entries(9)[-1]
    verdict = verify_chain()
    assert (verdict.whole, verdict.entries, verdict.seq, verdict.hash) == (True, 9, 9, last.hash)


CHANGES = [
    {"actor": "command"},
    {"act": "case.closed"},
    {"subject": "item"},
    {"subject_id": str(uuid.UUID(int=9))},
    {"detail": {"number": 99}},
    {"detail": {}},
    {"at": "2020-01-01T00:00:00Z"},
    {"hash": "f" * 64},
]


@pytest.mark.django_db
@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("seq", [1, 3, 5])
def test_a_changed_entry_is_named(change: dict[str, Any], seq: int):
    entries(5)
    tamper(seq, **change)
    assert verify_chain().findings == (Finding(Fault.CHANGED, seq),)


@pytest.mark.django_db
def test_of_several_broken_entries_the_first_is_named():
    entries(6)
    tamper(5, act="case.closed")
    tamper(3, act="case.closed")
    assert verify_chain().findings == (Finding(Fault.CHANGED, 3),)


@pytest.mark.django_db
def test_an_entry_with_its_hash_made_anew_shows_at_the_next_one():
    entries(4)
    row = Entry.objects.get(seq=2)
    row.act = "case.closed"
    tamper(2, act=row.act, hash=hash_of(row))
    assert verify_chain().findings == (Finding(Fault.UNLINKED, 3),)


@pytest.mark.django_db
@pytest.mark.parametrize("gone", [[1], [2, 3]])
def test_entries_taken_out_of_the_middle_are_named(gone: list[int]):
    entries(5)
    with as_an_insider():
        Entry.objects.filter(seq__in=gone).delete()
    assert verify_chain().findings == (Finding(Fault.MISSING, gone[0]),)


@pytest.mark.django_db
def test_two_entries_that_changed_places_are_named():
    entries(4)
    with as_an_insider():
        for old, new in ((2, 100), (3, 2), (100, 3)):
            Entry.objects.filter(seq=old).update(seq=new)
    assert verify_chain().findings == (Finding(Fault.UNLINKED, 2),)


@pytest.mark.django_db
@pytest.mark.parametrize("garbage", ["detail = '[1.5]'", "detail = '7'", "detail = 'null'"])
def test_an_entry_that_holds_garbage_is_named(garbage: str):
    entries(4)
    with as_an_insider(), connection.cursor() as cursor:
        cursor.execute(f"UPDATE ledger_entry SET {garbage} WHERE seq = 3")  # noqa: S608
    (finding,) = verify_chain().findings
    assert finding.seq == 3


@pytest.mark.django_db
def test_an_entry_that_cannot_be_read_at_all_is_named(store: str):
    if store != "sqlite":
        pytest.skip("only SQLite lets a column hold what is not of its kind")
    entries(4)
    with as_an_insider(), connection.cursor() as cursor:
        cursor.execute("UPDATE ledger_entry SET at = 'yesterday' WHERE seq = 3")
    assert verify_chain().findings == (Finding(Fault.UNREADABLE, 3),)


@pytest.mark.django_db
def test_a_chain_rewritten_whole_holds_together_and_only_a_kept_head_shows_it():
    entries(5)
    kept = sign_head()
    rewrite_from(2, act="case.closed")
    entry()
    assert verify_chain().whole
    assert verify_chain(kept).findings == (Finding(Fault.REWRITTEN, 5),)


@pytest.mark.django_db
def test_entries_cut_off_the_end_show_against_a_kept_head():
    entries(5)
    kept = sign_head()
    with as_an_insider():
        Entry.objects.filter(seq__gt=3).delete()
    assert verify_chain().whole
    assert verify_chain(kept).findings == (Finding(Fault.CUT_OFF, 4),)


@pytest.mark.django_db
def test_entries_cut_off_and_filled_up_again_show_against_a_kept_head():
    entries(5)
    kept = sign_head()
    with as_an_insider():
        Entry.objects.filter(seq__gt=3).delete()
    for _ in range(4):
        entry(act="case.opened")
    assert verify_chain(kept).findings == (Finding(Fault.REWRITTEN, 5),)


@pytest.mark.django_db
def test_a_ledger_that_grew_since_agrees_with_a_kept_head():
    empty = sign_head()
    entries(3)
    kept = sign_head()
    entries(3)
    assert verify_chain(empty).whole
    assert verify_chain(kept).whole


@pytest.mark.django_db
def test_an_emptied_ledger_shows_against_a_kept_head():
    entries(3)
    kept = sign_head()
    with as_an_insider():
        Entry.objects.all().delete()
    assert verify_chain(kept).findings == (Finding(Fault.CUT_OFF, 1),)


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"seq": 2}, {"hash": "f" * 64}, {"public": bytes(32)}, {"signature": bytes(64)}])
def test_a_kept_head_that_was_changed_is_refused(change: dict[str, Any]):
    entries(3)
    kept = sign_head()
    changed = Head(**{**vars(kept), **change})
    assert verify_chain(changed).findings[0].fault is Fault.FALSE_SIGNATURE


@pytest.mark.django_db
def test_a_head_signed_with_a_key_of_another_place_is_told_apart(tmp_path, settings):
    entries(3)
    ours = settings.ISIGURT_PRIVATE_KEYS, settings.ISIGURT_PUBLIC_KEYS
    keyring.create_missing(private=tmp_path / "a", public=tmp_path / "b")
    settings.ISIGURT_PRIVATE_KEYS, settings.ISIGURT_PUBLIC_KEYS = tmp_path / "a", tmp_path / "b"
    strange = sign_head()
    settings.ISIGURT_PRIVATE_KEYS, settings.ISIGURT_PUBLIC_KEYS = ours
    assert verify_chain(strange).findings == (Finding(Fault.STRANGE_KEY, 3),)


@pytest.mark.django_db
def test_a_head_signed_before_the_key_was_changed_is_still_ours(tmp_path, settings):
    settings.ISIGURT_PRIVATE_KEYS, settings.ISIGURT_PUBLIC_KEYS = tmp_path / "a", tmp_path / "b"
    keyring.create_missing(private=tmp_path / "a", public=tmp_path / "b")
    entries(2)
    kept = sign_head()
    keyring.new_key(Kind.LEDGER, private=tmp_path / "a", public=tmp_path / "b")
    assert sign_head().key_id != kept.key_id
    assert verify_chain(kept).whole


@pytest.mark.django_db
def test_what_was_checked_before_need_not_be_read_again():
    third = entries(6)[2]
    assert verify_chain(start=(3, third.hash)).entries == 3
    tamper(2, act="case.closed")
    assert verify_chain(start=(3, third.hash)).whole
    tamper(5, act="case.closed")
    assert verify_chain(start=(3, third.hash)).findings == (Finding(Fault.CHANGED, 5),)


@pytest.mark.django_db
def test_the_place_it_starts_from_must_still_be_the_same():
    third = entries(6)[2]
    rewrite_from(2, act="case.closed")
    assert verify_chain(start=(3, third.hash)).findings[0] == Finding(Fault.REWRITTEN, 3)
    with as_an_insider():
        Entry.objects.filter(seq__gte=3).delete()
    assert verify_chain(start=(3, third.hash)).findings == (Finding(Fault.CUT_OFF, 3),)


class AnyChange(TestCase):
    @settings(max_examples=30, suppress_health_check=list(HealthCheck))
    @given(
        seq=st.integers(1, 8),
        column=st.sampled_from(["actor", "act", "subject", "subject_id", "prev_hash", "hash"]),
        value=st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40),
    )
    def test_any_text_in_any_column_of_any_entry_is_named(self, seq: int, column: str, value: str):
        entries(8)
        tamper(seq, **{column: value})
        (finding,) = verify_chain().findings
        assert finding.seq == seq
