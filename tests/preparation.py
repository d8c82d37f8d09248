"""`isigurt prepare` as an administrator calls it, without waiting each time for Wagtail's history.

The first call goes through every migration and keeps a copy of the desk's store; the next ones find it there, and
prepare does the rest for real: keys, folders, the door's tables, what each room puts in place. On SQLite the copy lies
in pytest's cache, named by every migration and requirement; on PostgreSQL it is a database in the same cluster.
"""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
from psycopg import sql

from tests.migrated import ROOT, digest

KEPT = "prepared_desk"


def prepare(environment: Mapping[str, str]) -> "subprocess.CompletedProcess[str]":
    """Prepare the place that `environment` names; raises if it fails."""
    url = environment.get("ISIGURT_DESK_URL", "")
    store = _Postgresql(url) if url.startswith("postgresql") else _Sqlite(Path(environment["ISIGURT_VAR"]))
    store.lay_out()
    done = subprocess.run(
        [sys.executable, "-m", "isigurt", "prepare"],
        env=dict(environment),
        check=True,
        capture_output=True,
        text=True,
        timeout=240,
    )
    if "ISIGURT_COUNTRY" not in environment:  # another country's pages are not what the next test starts from
        store.keep()
    return done


class _Sqlite:
    def __init__(self, var: Path) -> None:
        self._file = var / "desk" / "desk.sqlite3"
        self._kept = ROOT / ".pytest_cache" / "d" / "isigurt" / f"{KEPT}-{digest()}.sqlite3"

    def lay_out(self) -> None:
        if self._kept.exists() and not self._file.exists():
            self._file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self._kept, self._file)

    def keep(self) -> None:
        if self._kept.exists():
            return
        self._kept.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._kept.with_suffix(f".{os.getpid()}")
        fresh.unlink(missing_ok=True)
        with closing(sqlite3.connect(self._file)) as store:
            store.execute("VACUUM INTO ?", [str(fresh)])
        fresh.replace(self._kept)


class _Postgresql:
    def __init__(self, url: str) -> None:
        self._name = urlsplit(url).path.removeprefix("/")
        self._server = url.removesuffix(self._name) + "postgres"

    def lay_out(self) -> None:
        with psycopg.connect(self._server, autocommit=True) as server:
            if self._is_kept(server) and self._is_empty():
                self._ask(server, "DROP DATABASE {}", self._name)
                self._ask(server, "CREATE DATABASE {} TEMPLATE {}", self._name, KEPT)

    def keep(self) -> None:
        with psycopg.connect(self._server, autocommit=True) as server:
            if not self._is_kept(server):
                try:
                    self._ask(server, "CREATE DATABASE {} TEMPLATE {}", KEPT, self._name)
                except (psycopg.errors.DuplicateDatabase, psycopg.errors.UniqueViolation):
                    return  # another process of this test run was quicker

    def _is_empty(self) -> bool:
        with psycopg.connect(self._server.removesuffix("postgres") + self._name) as store:
            return store.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public'").fetchone() is None

    @staticmethod
    def _is_kept(server: "psycopg.Connection[tuple[object, ...]]") -> bool:
        return server.execute("SELECT 1 FROM pg_database WHERE datname = %s", [KEPT]).fetchone() is not None

    @staticmethod
    def _ask(server: "psycopg.Connection[tuple[object, ...]]", statement: str, *names: str) -> None:
        server.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))
