"""Lets Django empty the ledger's table after a transactional test; outside of that its triggers stay as they are."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.operations import BaseDatabaseOperations

from isigurt.ledger import triggers

_OFF = {
    "sqlite": triggers.DROP["sqlite"],
    "postgresql": ["ALTER TABLE ledger_entry DISABLE TRIGGER ledger_entry_append_only"],
}
_ON = {
    "sqlite": triggers.CREATE["sqlite"],
    "postgresql": ["ALTER TABLE ledger_entry ENABLE ALWAYS TRIGGER ledger_entry_append_only"],
}
_flush = BaseDatabaseOperations.execute_sql_flush


@contextmanager
def triggers_off(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Switch the ledger's triggers off while the block runs."""
    with connection.cursor() as cursor:
        for statement in _OFF[connection.vendor]:
            cursor.execute(statement)
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            for statement in _ON[connection.vendor]:
                cursor.execute(statement)


def _flush_with_ledger(self: BaseDatabaseOperations, sql_list: list[str]) -> Any:
    """Empty all tables, the ledger's among them, as only a test may."""
    if not any("ledger_entry" in sql for sql in sql_list):
        return _flush(self, sql_list)
    with triggers_off(self.connection):
        return _flush(self, sql_list)


def allow() -> None:
    """Install it; the tests' configuration calls this once a process."""
    BaseDatabaseOperations.execute_sql_flush = _flush_with_ledger  # type: ignore[method-assign]
