"""Writing to the ledger."""

import uuid
from collections.abc import Mapping

from django.db import connections, router, transaction

from isigurt import clock
from isigurt.ledger import chain
from isigurt.ledger.actor import Actor
from isigurt.ledger.models import Entry
from isigurt.ledger.wording import check_act, check_detail, check_subject

# Any number will do, as long as nothing else in the store takes it: "iSGT" in ASCII.
APPEND_LOCK = 0x69534754

Detail = Mapping[str, chain.Scalar]

KEY_DESTROYED = "key.destroyed"
"""The act to record when a data key was destroyed, with the case or report it belonged to as the subject."""


def record(
    *,
    actor: Actor,
    act: str,
    subject: str,
    subject_id: uuid.UUID | str,
    detail: Detail | None = None,
) -> Entry:
    """Append one entry, in the transaction of the act it records (its own if there is none).

    Appends are serialised, and on PostgreSQL the turn is kept until the transaction ends: record last, after the
    rows are changed, so that others wait briefly and never crosswise. Raises `NotForTheLedger` for anything that
    could tell about a person.
    """
    check_act(act)
    subject, subject_text = check_subject(subject, subject_id)
    details = check_detail(detail)
    store = router.db_for_write(Entry)
    with transaction.atomic(using=store, savepoint=False):
        _take_turn(store)
        last = Entry.objects.using(store).order_by("-seq").values_list("seq", "hash").first()
        seq, prev_hash = (last[0] + 1, last[1]) if last else (1, chain.GENESIS)
        entry = Entry(
            seq=seq,
            at=clock.now(),
            actor=str(actor),
            act=act,
            subject=subject,
            subject_id=subject_text,
            detail=details,
            prev_hash=prev_hash,
        )
        entry.hash = hash_of(entry)
        entry.save(using=store, force_insert=True)
    return entry


def hash_of(entry: Entry) -> str:
    """Return the hash that `entry` must have by what it says."""
    return chain.digest(
        chain.canonical(
            seq=entry.seq,
            at=entry.at,
            actor=entry.actor,
            act=entry.act,
            subject=entry.subject,
            subject_id=entry.subject_id,
            detail=entry.detail,
            prev_hash=entry.prev_hash,
        )
    )


def _take_turn(store: str) -> None:
    """Wait until no other transaction is appending. On SQLite an IMMEDIATE transaction already is the only writer."""
    connection = connections[store]
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [APPEND_LOCK])
