import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connection

from isigurt.ledger.actions import record
from isigurt.ledger.actor import WORKER, Actor
from isigurt.ledger.models import Entry
from tests.ledger.emptying import triggers_off

ANALYST = Actor.member(uuid.UUID(int=5))
CASE = uuid.UUID(int=1)


def entry(**changes: Any) -> Entry:
    return record(**{"actor": WORKER, "act": "case.viewed", "subject": "case", "subject_id": CASE, **changes})


def entries(count: int) -> list[Entry]:
    return [entry(detail={"number": number}) for number in range(1, count + 1)]


@contextmanager
def as_an_insider() -> Iterator[None]:
    """What someone with the database's password can do: switch the triggers off for a while."""
    with triggers_off(connection):
        yield
