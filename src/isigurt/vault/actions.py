"""What changes data keys."""

import os
import uuid
from functools import partial

from django.db import connections, router, transaction
from django.utils import timezone

from isigurt.vault import keyring, wrapping
from isigurt.vault.models import DataKey


def new_data_key() -> DataKey:
    """Make a data key and store it, wrapped under the active field key."""
    row = uuid.uuid4()
    return DataKey.objects.create(id=row, wrapped=wrapping.wrap(os.urandom(32), row=row), created_at=timezone.now())


def destroy_data_key(*, data_key: DataKey) -> bool:
    """Destroy a data key for good and tell whether it was still there; the caller records the act.

    Everything encrypted under it raises `Erased` from now on. On SQLite the bytes are also wiped from the files once
    no reader is using them; PostgreSQL does that when it vacuums. Backups keep it until they are deleted.
    """
    store = router.db_for_write(DataKey)
    now = timezone.now()
    with transaction.atomic(using=store, savepoint=False):
        _let_sqlite_forget(store)
        living = DataKey.objects.using(store).filter(pk=data_key.pk, destroyed_at=None)
        found = living.update(wrapped=None, destroyed_at=now)
    data_key.refresh_from_db(using=store)
    return bool(found)


def rewrap_data_keys(*, at_most: int = 1000) -> int:
    """Wrap living data keys anew under the active field key, `at_most` at a time; return how many were.

    When it returns 0, an older field key opens nothing any more and its file may be destroyed.
    """
    prefix = wrapping.header_of(keyring.field_key().key_id)
    living = DataKey.objects.filter(destroyed_at=None).order_by("created_at")
    done = 0
    for data_key in living.iterator(chunk_size=500):
        if done == at_most:
            break
        wrapped = bytes(data_key.wrapped or b"")
        if wrapped.startswith(prefix):
            continue
        again = wrapping.wrap(wrapping.unwrap(wrapped, row=data_key.id), row=data_key.id)
        done += DataKey.objects.filter(pk=data_key.pk, destroyed_at=None).update(wrapped=again)
    return done


def _let_sqlite_forget(store: str) -> None:
    """Have SQLite overwrite what it removes, in the file and, after this transaction, in its write-ahead log."""
    connection = connections[store]
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete = ON")
    transaction.on_commit(partial(_empty_the_log, store), using=store)


def _empty_the_log(store: str) -> None:
    """Move SQLite's log into its file and cut it to nothing, unless a reader is busy: then the next one will."""
    with connections[store].cursor() as cursor:
        (patience,) = cursor.execute("PRAGMA busy_timeout").fetchone()
        cursor.execute("PRAGMA busy_timeout = 200")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout = {int(patience)}")
