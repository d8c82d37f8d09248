import os
import threading
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nacl.signing
import pytest
from pytest_django import Settings

from isigurt.vault import keyfiles, keyring
from isigurt.vault.errors import KeyProblem
from isigurt.vault.keyfiles import Kind
from isigurt.vault.keyring import Folders
from isigurt.vault.sealing import open_sealed, seal
from tests.vault.factories import complete, rotate


def sealed_now(text: bytes = b"raportim") -> bytes:
    return seal(text, recipients=keyring.public_recipients(), context=b"report")


def opened(sealed: bytes) -> bytes:
    return open_sealed(sealed, keys=keyring.private_keys(), context=b"report")


def test_a_fresh_place_gets_every_kind_of_key(tmp_path: Path):
    made = complete(Folders(tmp_path / "private", tmp_path / "public"))
    assert [key.kind for key in made] == list(Kind)


def test_running_it_again_makes_nothing_new(ring: Folders):
    before = {file: file.read_bytes() for file in ring.private.rglob("*.key")}
    assert complete(ring) == []
    assert {file: file.read_bytes() for file in ring.private.rglob("*.key")} == before


def test_two_that_start_together_make_one_key_of_each_kind(tmp_path: Path):
    folders = Folders(tmp_path / "private", tmp_path / "public")
    threads = [threading.Thread(target=complete, args=(folders,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(list(folders.private.rglob("*.key"))) == len(Kind)
    assert len(list(folders.public.rglob("*.pub"))) == 3


def test_reports_are_sealed_to_the_desk_and_to_recovery(ring: Folders):
    desk, recovery = keyring.public_recipients()
    assert (desk.key_id.split("-")[0], recovery.key_id.split("-")[0]) == ("desk", "recovery")
    assert opened(sealed_now()) == b"raportim"


def test_after_a_rotation_new_reports_use_the_new_key_and_old_ones_still_open(ring: Folders):
    old = sealed_now(b"old")
    new = rotate(ring, Kind.DESK)
    assert keyring.public_recipients()[0].key_id == new.key_id
    assert [opened(old), opened(sealed_now(b"new"))] == [b"old", b"new"]


def test_a_rotation_is_seen_without_a_restart(ring: Folders):
    before = keyring.field_key().key_id
    new = rotate(ring, Kind.FIELD)
    assert keyring.field_key().key_id == new.key_id != before
    assert keyring.field_key(before).key_id == before


def test_a_rotation_is_seen_even_in_the_moment_of_the_one_before(ring: Folders):
    folder = ring.private / Kind.FIELD
    moment = folder.stat().st_mtime_ns
    for _ in range(3):
        new = rotate(ring, Kind.FIELD)
        os.utime(folder, ns=(moment, moment))
        assert keyring.field_key().key_id == new.key_id


def test_a_folder_that_rests_is_read_once(ring: Folders):
    long_ago = time.time_ns() - 10**12
    folder = ring.private / Kind.FIELD
    os.utime(folder, ns=(long_ago, long_ago))
    first = keyring.field_key()
    first.file.write_text("no longer a key, but nobody looks")
    assert keyring.field_key() is first


def test_a_key_made_after_the_clock_went_back_is_still_the_active_one(ring: Folders):
    tomorrow = datetime.now(UTC).replace(microsecond=0) + timedelta(days=400)
    ahead = keyfiles.write_private(ring.private, Kind.FIELD, bytes(32), tomorrow)
    assert keyring.field_key().key_id == ahead.key_id
    assert rotate(ring, Kind.FIELD).key_id == keyring.field_key().key_id


def test_with_the_desk_key_lost_the_recovery_key_put_back_opens_reports(ring: Folders, tmp_path: Path):
    sealed = sealed_now()
    for file in (ring.private / "desk").iterdir():
        file.unlink()
    for file in (ring.public / "desk").iterdir():
        file.unlink()
    complete(ring)
    assert opened(sealed) == b"raportim"


def test_without_the_recovery_key_on_this_machine_everything_works(ring: Folders):
    for file in (ring.private / "recovery").glob("*.key"):
        file.unlink()
    assert complete(ring) == []
    assert opened(sealed_now()) == b"raportim"
    assert all(key.key_id.startswith("desk-") for key in keyring.private_keys())


@pytest.mark.parametrize("kind", [Kind.DESK, Kind.LEDGER])
def test_a_lost_private_key_is_not_hidden_under_a_new_one(ring: Folders, kind: Kind):
    for file in (ring.private / kind).glob("*.key"):
        file.unlink()
    with pytest.raises(KeyProblem, match="Put the private file back"):
        complete(ring)
    assert list((ring.private / kind).glob("*.key")) == []


def test_a_lost_public_half_is_written_again(ring: Folders):
    (file,) = (ring.public / "desk").iterdir()
    whole = file.read_bytes()
    file.unlink()
    assert complete(ring) == []
    assert file.read_bytes() == whole


@pytest.mark.parametrize("kind", [Kind.DESK, Kind.RECOVERY])
def test_a_door_without_a_public_key_seals_nothing_and_says_why(ring: Folders, kind: Kind):
    for file in (ring.public / kind).iterdir():
        file.unlink()
    with pytest.raises(KeyProblem, match=f"no {kind} key in .*{kind}"):
        keyring.public_recipients()


def test_the_door_needs_no_private_folder(ring: Folders, settings: Settings):
    settings.ISIGURT_PRIVATE_KEYS = None
    assert len(keyring.public_recipients()) == 2
    with pytest.raises(KeyProblem, match="public keys only"):
        keyring.private_keys()


def test_without_keys_every_kind_says_what_to_do(settings: Settings, tmp_path: Path):
    settings.ISIGURT_PRIVATE_KEYS = settings.ISIGURT_PUBLIC_KEYS = tmp_path / "nowhere"
    for ask in (keyring.private_keys, keyring.field_key, keyring.ledger_key, keyring.desk_secret):
        with pytest.raises(KeyProblem, match="ISIGURT_PRIVATE_KEYS"):
            ask()
    with pytest.raises(KeyProblem, match="isigurt keys new index"):
        keyring.index_key("locator")


def test_an_old_key_that_is_gone_is_named(ring: Folders):
    with pytest.raises(KeyProblem, match="field-20200101-0123456789 is not in"):
        keyring.field_key("field-20200101-0123456789")


def test_a_damaged_key_stops_the_ring_instead_of_being_passed_over(ring: Folders):
    rotate(ring, Kind.DESK)
    newest = keyring.public_of(Kind.DESK)[0].file
    newest.unlink()
    newest.write_text("isigurt public key 1\n")
    with pytest.raises(KeyProblem, match="damaged"):
        keyring.public_recipients()


def test_each_purpose_has_its_own_index_key(ring: Folders):
    assert keyring.index_key("locator") == keyring.index_key("locator")
    assert keyring.index_key("locator") != keyring.index_key("address")


def test_the_desk_secret_can_be_read_before_there_are_settings(ring: Folders, settings: Settings):
    expected = keyring.desk_secret()
    settings.ISIGURT_PRIVATE_KEYS = None
    assert keyring.desk_secret(ring.private) == expected
    assert len(expected) >= 50


def test_the_ledger_key_signs_as_ed25519(ring: Folders):
    key = keyring.ledger_key()
    signature = key.sign(b"head")
    assert nacl.signing.VerifyKey(key.public).verify(b"head", signature) == b"head"
    assert keyring.public_of(Kind.LEDGER)[0].key == key.public


def test_no_key_shows_in_a_text(ring: Folders):
    for shown in (repr(keyring.field_key()), repr(keyring.ledger_key()), repr(keyring.private_keys())):
        assert "key=b" not in shown
        assert "seed=" not in shown
