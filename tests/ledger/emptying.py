"""Lets Django empty the ledger's table after a transactional test; outside of that its triggers stay as they are."""

from typing import Any

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


def _flush_with_ledger(self: BaseDatabaseOperations, sql_list: list[str]) -> Any:
    """Empty all tables, the ledger's among them, as only a test may."""
    vendor = self.connection.vendor
    if not any("ledger_entry" in sql for sql in sql_list):
        return _flush(self, sql_list)
    _run(self, _OFF[vendor])
    try:
        return _flush(self, sql_list)
    finally:
        _run(self, _ON[vendor])


def _run(operations: BaseDatabaseOperations, statements: list[str]) -> None:
    with operations.connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def allow() -> None:
    """Install it; the tests' configuration calls this once a process."""
    BaseDatabaseOperations.execute_sql_flush = _flush_with_ledger  # type: ignore[method-assign]
