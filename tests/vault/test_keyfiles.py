import shutil
import stat
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from isigurt.vault import keyfiles
from isigurt.vault.errors import KeyProblem
from isigurt.vault.keyfiles import Kind
from isigurt.vault.keyring import Folders

SHARED_FOLDER = hypothesis_settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


def only(folder: Path, kind: Kind, ending: str = "key") -> Path:
    (file,) = (folder / kind).glob(f"*.{ending}")
    return file


def test_only_their_user_can_read_private_keys(ring: Folders):
    for path in ring.private.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) & 0o077 == 0 or path.name == "README.txt"
    assert stat.S_IMODE(ring.private.stat().st_mode) == 0o700


def test_the_public_door_can_read_public_keys_and_not_change_them(ring: Folders):
    for path in ring.public.rglob("*.pub"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_no_private_key_lies_among_the_public_ones(ring: Folders):
    secrets = [keyfiles.read_private(file).key for file in ring.private.rglob("*.key")]
    public = b"".join(file.read_bytes() for file in ring.public.rglob("*") if file.is_file())
    assert {file.parent.name for file in ring.public.rglob("*.pub")} == {"desk", "recovery", "ledger"}
    for file in ring.private.rglob("*.key"):
        assert file.read_text().splitlines()[-1].removeprefix("key: ").encode() not in public
    assert len(secrets) == len(Kind)


@pytest.mark.parametrize("mode", [0o604, 0o640, 0o620, 0o666])
def test_a_private_key_that_others_can_open_is_refused_with_the_command_that_closes_it(ring: Folders, mode: int):
    file = only(ring.private, Kind.DESK)
    file.chmod(mode)
    with pytest.raises(KeyProblem, match="chmod 600"):
        keyfiles.read_private(file)


def test_a_public_key_that_anyone_could_replace_is_refused(ring: Folders):
    file = only(ring.public, Kind.DESK, "pub")
    file.chmod(0o646)
    with pytest.raises(KeyProblem, match="chmod 644"):
        keyfiles.read_public(file)


@SHARED_FOLDER
@given(kind=st.sampled_from(list(Kind)), data=st.data())
def test_a_key_file_with_any_changed_letter_is_refused(ring: Folders, kind: Kind, data: st.DataObject):
    file = only(ring.private, kind)
    whole = file.read_bytes()
    # The time of day is only shown to people; every other letter matters.
    time_of_day = range(whole.index(b"made: ") + 17, whole.index(b"made: ") + 25)
    at = data.draw(st.integers(0, len(whole) - 2).filter(lambda place: place not in time_of_day))
    letter = data.draw(st.integers(0, 255).filter(lambda value: value != whole[at]))
    try:
        file.write_bytes(whole[:at] + bytes([letter]) + whole[at + 1 :])
        with pytest.raises(KeyProblem, match="damaged"):
            keyfiles.read_private(file)
    finally:
        file.write_bytes(whole)


@pytest.mark.parametrize(
    ("written", "changed"), [("T", "t"), ("Z\n", "z\n"), ("\nmade", "\rmade"), ("\nkey", "\x1ekey")]
)
def test_a_letter_that_would_be_read_the_same_is_a_changed_letter(ring: Folders, written: str, changed: str):
    file = only(ring.private, Kind.DESK)
    head, made, rest = file.read_text("ascii").partition("\nmade: ")
    file.write_bytes((head + (made + rest).replace(written, changed, 1)).encode())
    with pytest.raises(KeyProblem, match="damaged"):
        keyfiles.read_private(file)


@SHARED_FOLDER
@given(content=st.binary(max_size=300))
def test_a_key_file_with_anything_else_in_it_is_refused(ring: Folders, content: bytes):
    file = ring.private / "desk" / "desk-20260101-0123456789.key"
    file.touch(mode=0o600)
    file.write_bytes(content)
    with pytest.raises(KeyProblem, match="backup"):
        keyfiles.read_private(file)


def test_a_key_file_that_was_cut_off_is_refused(ring: Folders):
    file = only(ring.private, Kind.FIELD)
    file.write_bytes(file.read_bytes()[:60])
    with pytest.raises(KeyProblem, match="damaged"):
        keyfiles.read_private(file)


def test_a_renamed_key_file_is_refused(ring: Folders):
    file = only(ring.private, Kind.FIELD)
    renamed = file.rename(file.with_name("field-20200101-0123456789.key"))
    with pytest.raises(KeyProblem, match="renamed"):
        keyfiles.read_private(renamed)


def test_a_public_file_in_the_place_of_a_private_one_is_refused(ring: Folders):
    public = only(ring.public, Kind.DESK, "pub")
    private = only(ring.private, Kind.DESK)
    private.write_bytes(public.read_bytes())
    with pytest.raises(KeyProblem, match="not a key of this program"):
        keyfiles.read_private(private)


def test_a_missing_key_file_says_what_to_do(ring: Folders):
    with pytest.raises(KeyProblem, match="put the file back"):
        keyfiles.read_private(ring.private / "desk" / "desk-20260101-0123456789.key")


def test_a_key_file_is_never_written_over(ring: Folders):
    file = only(ring.private, Kind.DESK)
    key = keyfiles.read_private(file)
    with pytest.raises(FileExistsError):
        keyfiles.write_private(ring.private, Kind.DESK, key.key, key.made)
    assert keyfiles.read_private(file) == key
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_key_survives_being_copied_to_another_place(ring: Folders, tmp_path: Path):
    file = only(ring.private, Kind.RECOVERY)
    copy = shutil.copy2(file, tmp_path / file.name)
    assert keyfiles.read_private(copy).key == keyfiles.read_private(file).key
