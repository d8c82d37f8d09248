from pathlib import Path

import pytest
from django.db import connection

from isigurt.ledger import command
from isigurt.ledger.heads import sign_head
from isigurt.ledger.models import Entry
from tests.ledger.factories import as_an_insider, entries
from tests.ledger.test_verify import rewrite_from, tamper

Output = pytest.CaptureFixture[str]
pytestmark = pytest.mark.django_db


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The file that the auditor saved, signed behind the fifth entry."""
    entries(5)
    file = tmp_path / "ledger-head.txt"
    file.write_text(sign_head().text())
    return file


def test_a_whole_ledger_is_said_to_be_whole(capsys: Output):
    entries(3)
    assert command.verify() == command.WHOLE
    words = capsys.readouterr().out
    assert "3 entries read" in words
    assert "The ledger is whole" in words
    assert "--anchor" in words


def test_a_ledger_that_agrees_with_a_kept_head_says_when_it_was_signed(kept: Path, capsys: Output):
    entries(2)
    assert command.verify(anchor=kept) == command.WHOLE
    assert "the one whose head, entry 5, was signed at" in capsys.readouterr().out


def test_the_first_broken_entry_is_named_with_what_it_says_now(capsys: Output):
    entries(5)
    tamper(4, act="case.closed")
    assert command.verify() == command.BROKEN
    words = capsys.readouterr().out
    assert "Entry 4 no longer says what was recorded" in words
    assert "4 case.closed case:" in words
    assert "tell the auditor" in words


def test_a_missing_entry_is_named(capsys: Output):
    entries(5)
    with as_an_insider():
        Entry.objects.filter(seq=2).delete()
    assert command.verify() == command.BROKEN
    assert "Entry 2 is missing" in capsys.readouterr().out


def test_a_chain_rewritten_whole_is_broken_against_a_kept_head(kept: Path, capsys: Output):
    rewrite_from(1, act="case.closed")
    assert command.verify() == command.WHOLE
    assert command.verify(anchor=kept) == command.BROKEN
    assert "rewritten" in capsys.readouterr().out


def test_a_cut_off_chain_is_broken_against_a_kept_head(kept: Path, capsys: Output):
    with as_an_insider():
        Entry.objects.filter(seq__gt=2).delete()
    assert command.verify(anchor=kept) == command.BROKEN
    assert "ends before entry 3" in capsys.readouterr().out


def test_a_changed_kept_head_is_not_believed(kept: Path, capsys: Output):
    kept.write_text(kept.read_text().replace("seq: 5", "seq: 4"))
    assert command.verify(anchor=kept) == command.BROKEN
    assert "not signed" in capsys.readouterr().out


def test_a_file_that_holds_no_head_or_is_not_there_ends_with_another_status(tmp_path: Path, capsys: Output):
    (tmp_path / "letter.txt").write_bytes(b"\xff\xfe hello")
    assert command.verify(anchor=tmp_path / "letter.txt") == command.COULD_NOT_LOOK
    assert command.verify(anchor=tmp_path / "nothing.txt") == command.COULD_NOT_LOOK
    words = capsys.readouterr().err
    assert "no signed head" in words
    assert "cannot be read" in words


@pytest.mark.django_db(transaction=True)
def test_without_tables_it_says_so_instead_of_breaking(capsys: Output):
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE ledger_entry RENAME TO ledger_entry_away")
    try:
        assert command.verify() == command.COULD_NOT_LOOK
        assert "ledger_entry" in capsys.readouterr().err
    finally:
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE ledger_entry_away RENAME TO ledger_entry")
