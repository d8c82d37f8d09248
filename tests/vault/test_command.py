from pathlib import Path

import pytest

from isigurt.vault import command, keyring
from isigurt.vault.keyfiles import Kind
from isigurt.vault.keyring import Folders
from tests.vault.factories import rotate

Output = pytest.CaptureFixture[str]


def listed(ring: Folders, capsys: Output) -> tuple[int, list[str], str]:
    status = command.list_keys(private=ring.private, public=ring.public)
    shown = capsys.readouterr()
    return status, shown.out.splitlines(), shown.err


def test_the_list_has_one_line_for_each_key_and_says_which_is_active(ring: Folders, capsys: Output):
    old = keyring.private_of(Kind.DESK)[0]
    new = rotate(ring, Kind.DESK)
    status, lines, _ = listed(ring, capsys)
    assert status == 0
    assert lines[0].split("  ")[0] == "KIND"
    assert [line.split()[1] for line in lines if line.startswith("desk ")] == [new.key_id, old.key_id]
    assert "active" in next(line for line in lines if new.key_id in line)
    assert "old, still opens" in next(line for line in lines if old.key_id in line)
    assert str(new.file) in next(line for line in lines if new.key_id in line)
    assert {line.split()[0] for line in lines[1:8]} == {kind.value for kind in Kind}


def test_the_list_shows_no_key(ring: Folders, capsys: Output):
    _, lines, _ = listed(ring, capsys)
    for file in ring.private.rglob("*.key"):
        assert file.read_text().splitlines()[-1].removeprefix("key: ") not in "\n".join(lines)


def test_a_recovery_key_left_on_the_machine_is_pointed_out(ring: Folders, capsys: Output):
    _, lines, _ = listed(ring, capsys)
    assert "STILL HERE" in next(line for line in lines if line.startswith("recovery"))
    assert "Take it away" in lines[-1]


def test_a_recovery_key_that_was_taken_away_is_no_problem(ring: Folders, capsys: Output):
    for file in (ring.private / "recovery").glob("*.key"):
        file.unlink()
    status, lines, _ = listed(ring, capsys)
    assert status == 0
    assert "kept elsewhere" in next(line for line in lines if line.startswith("recovery"))


def test_a_key_that_others_can_read_is_listed_with_what_to_do(ring: Folders, capsys: Output):
    file = keyring.private_of(Kind.FIELD)[0].file
    file.chmod(0o644)
    status, lines, problems = listed(ring, capsys)
    assert status == 1
    assert "OPEN TO OTHERS" in next(line for line in lines if line.startswith("field"))
    assert f"chmod 600 '{file}'" in problems


def test_a_damaged_key_is_listed_with_what_to_do(ring: Folders, capsys: Output):
    keyring.private_of(Kind.INDEX)[0].file.write_text("?")
    status, lines, problems = listed(ring, capsys)
    assert status == 1
    assert "DAMAGED" in next(line for line in lines if line.startswith("index"))
    assert "from your backup" in problems


def test_a_lost_private_key_is_listed_as_missing(ring: Folders, capsys: Output):
    keyring.private_of(Kind.DESK)[0].file.unlink()
    status, lines, problems = listed(ring, capsys)
    assert status == 1
    assert "MISSING" in next(line for line in lines if line.startswith("desk "))
    assert "put it back" in problems


def test_a_place_without_keys_says_how_to_make_them(tmp_path: Path, capsys: Output):
    status, _, problems = listed(Folders(tmp_path / "a", tmp_path / "b"), capsys)
    assert status == 1
    assert "isigurt prepare" in problems


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.INDEX])
def test_a_new_key_becomes_active_and_the_words_say_what_follows(ring: Folders, capsys: Output, kind: Kind):
    before = keyring.private_of(kind)[0]
    assert command.new(kind.value, private=ring.private, public=ring.public) == 0
    active, old = keyring.private_of(kind)
    assert (active.key_id != before.key_id, old) == (True, before)
    shown = capsys.readouterr().out
    assert active.key_id in shown
    assert "backup" in shown


def test_the_index_key_is_not_replaced_and_the_words_say_why(ring: Folders, capsys: Output):
    assert command.new("index", private=ring.private, public=ring.public) == 1
    assert "nothing would be found again" in capsys.readouterr().err
    assert len(keyring.private_of(Kind.INDEX)) == 1


def test_a_kind_that_does_not_exist_gets_the_list_of_kinds(ring: Folders, capsys: Output):
    assert command.new("master", private=ring.private, public=ring.public) == 1
    assert "desk, recovery, field, ledger, desk-secret" in capsys.readouterr().err
