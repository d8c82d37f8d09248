import sqlite3
import subprocess
import time
from pathlib import Path

import pytest
from django.db import IntegrityError, connection, transaction

from isigurt.config.settings import desk, worker
from isigurt.vault import keyring
from isigurt.vault.actions import destroy_data_key, new_data_key, rewrap_data_keys
from isigurt.vault.errors import Erased, NoKeyForIt
from isigurt.vault.fields import decrypt_text, encrypt_text
from isigurt.vault.keyfiles import Kind
from isigurt.vault.keyring import Folders
from isigurt.vault.models import DataKey
from isigurt.vault.wrapping import unwrap, wrapped_under
from tests.vault.factories import rotate
from tests.vault.test_fields import CELL


@pytest.mark.django_db
def test_a_new_data_key_is_stored_wrapped_and_opens():
    data_key = new_data_key()
    stored = DataKey.objects.get(pk=data_key.pk)
    assert stored.wrapped is not None
    key = unwrap(stored.wrapped, row=stored.pk)
    assert len(key) == 32
    assert key not in bytes(stored.wrapped)


@pytest.mark.django_db
def test_two_data_keys_are_two_keys():
    one, other = new_data_key(), new_data_key()
    assert unwrap(one.wrapped or b"", row=one.pk) != unwrap(other.wrapped or b"", row=other.pk)


@pytest.mark.django_db
def test_what_a_destroyed_key_locked_can_never_be_read_again():
    data_key = new_data_key()
    blob = encrypt_text("çfarë ndodhi", data_key=data_key, **CELL)
    assert destroy_data_key(data_key=data_key)
    for key in (data_key, DataKey.objects.get(pk=data_key.pk)):
        assert key.destroyed_at is not None
        with pytest.raises(Erased):
            decrypt_text(blob, data_key=key, **CELL)
        with pytest.raises(Erased):
            encrypt_text("more", data_key=key, **CELL)


@pytest.mark.django_db
def test_destroying_a_key_again_changes_nothing():
    data_key = new_data_key()
    destroy_data_key(data_key=data_key)
    when = data_key.destroyed_at
    assert not destroy_data_key(data_key=data_key)
    assert data_key.destroyed_at == when


@pytest.mark.django_db
def test_destroying_one_key_leaves_the_others():
    kept, destroyed = new_data_key(), new_data_key()
    blob = encrypt_text("raportim", data_key=kept, **CELL)
    destroy_data_key(data_key=destroyed)
    assert decrypt_text(blob, data_key=DataKey.objects.get(pk=kept.pk), **CELL) == "raportim"


@pytest.mark.django_db
@pytest.mark.parametrize("change", [{"wrapped": None}, {"destroyed_at": "2026-01-01T00:00:00Z"}])
def test_the_database_refuses_a_key_half_destroyed(change: dict[str, str | None]):
    data_key = new_data_key()
    with pytest.raises(IntegrityError), transaction.atomic():
        DataKey.objects.filter(pk=data_key.pk).update(**change)


@pytest.mark.django_db(transaction=True)
def test_a_destroyed_key_is_not_left_in_the_files_of_the_store(store: str):
    if store != "sqlite":
        pytest.skip("PostgreSQL clears its files when it vacuums; docs/keys.md says so")
    _, data_key, _ = (new_data_key() for _ in range(3))
    wrapped = bytes(data_key.wrapped or b"")
    assert wrapped[-16:] in _files_of_the_store()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = OFF")  # some builds of SQLite have it on
    destroy_data_key(data_key=data_key)
    left = _files_of_the_store()
    assert [at for at in range(len(wrapped) - 60, len(wrapped) - 15) if wrapped[at : at + 16] in left] == []


@pytest.mark.django_db(transaction=True)
def test_a_reader_at_work_does_not_keep_a_key_from_being_destroyed(store: str):
    if store != "sqlite":
        pytest.skip("a matter of SQLite's log")
    data_key = new_data_key()
    begun = time.monotonic()
    reader = sqlite3.connect(str(connection.settings_dict["NAME"]))
    try:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM vault_datakey").fetchall()
        assert destroy_data_key(data_key=data_key)
    finally:
        reader.close()
    assert DataKey.objects.get(pk=data_key.pk).wrapped is None
    assert time.monotonic() - begun < 5


def _files_of_the_store() -> bytes:
    database = Path(str(connection.settings_dict["NAME"]))
    files = [str(file) for file in (database, Path(f"{database}-wal")) if file.exists()]
    # By another process: closing a file lets go of every lock that this one holds on it, SQLite's too. The next process
    # to leave the store would take its log away from under the tests that follow (sqlite.org/howtocorrupt.html, 2.2).
    return subprocess.run(["cat", *files], capture_output=True, check=True).stdout


@pytest.mark.django_db
def test_after_a_rotation_old_data_keys_open_and_new_ones_use_the_new_key(ring: Folders):
    old = new_data_key()
    blob = encrypt_text("raportim", data_key=old, **CELL)
    active = rotate(ring, Kind.FIELD)
    assert wrapped_under(new_data_key().wrapped or b"") == active.key_id
    assert decrypt_text(blob, data_key=DataKey.objects.get(pk=old.pk), **CELL) == "raportim"


@pytest.mark.django_db
def test_rewrapping_moves_every_living_key_to_the_active_one(ring: Folders):
    data_keys = [new_data_key() for _ in range(5)]
    blob = encrypt_text("raportim", data_key=data_keys[0], **CELL)
    destroy_data_key(data_key=data_keys[4])
    active = rotate(ring, Kind.FIELD)
    assert [rewrap_data_keys(at_most=3), rewrap_data_keys(at_most=3), rewrap_data_keys(at_most=3)] == [3, 1, 0]
    for old in keyring.private_of(Kind.FIELD):
        if old.key_id != active.key_id:
            old.file.unlink()
    assert decrypt_text(blob, data_key=DataKey.objects.get(pk=data_keys[0].pk), **CELL) == "raportim"
    assert DataKey.objects.get(pk=data_keys[4].pk).wrapped is None


@pytest.mark.django_db
def test_without_its_field_key_a_data_key_says_which_one_is_missing(ring: Folders):
    data_key = new_data_key()
    blob = encrypt_text("raportim", data_key=data_key, **CELL)
    old = keyring.field_key()
    rotate(ring, Kind.FIELD)
    old.file.unlink()
    with pytest.raises(NoKeyForIt, match=old.key_id):
        decrypt_text(blob, data_key=data_key, **CELL)


def test_the_desks_secret_is_one_of_the_keys():
    assert keyring.desk_secret() == desk.SECRET_KEY == worker.SECRET_KEY
