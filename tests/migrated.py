"""A migrated, empty desk store to start from: Wagtail's history takes half a minute to go through, a copy nothing.

The copy is kept in pytest's cache under a digest of every migration of ours and of the list of requirements, so a new
migration is run. Django still looks for what is missing in it, and still puts in place what each room wants there.
"""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from django.db import connections

ROOT = Path(__file__).parents[1]


def digest() -> str:
    """Name every migration of ours and every requirement, Wagtail's among them."""
    found = hashlib.sha256((ROOT / "requirements" / "runtime.txt").read_bytes())
    for file in sorted((ROOT / "src").rglob("migrations/*.py")):
        found.update(file.name.encode() + file.read_bytes())
    return found.hexdigest()[:16]


class MigratedCopy:
    """The copy for the code as it is now, there already or not; with PostgreSQL there is none."""

    def __init__(self, cache: Path | None) -> None:
        self._file = cache / f"migrated-{digest()}.sqlite3" if cache else None
        if connections["default"].vendor != "sqlite":
            self._file = None

    def lay_out(self) -> None:
        """Start from the copy if there is one."""
        if self._file and self._file.exists():
            shutil.copyfile(self._file, connections["default"].settings_dict["TEST"]["NAME"])

    def keep(self) -> None:
        """Keep a copy of the store that was just made."""
        if self._file is None or self._file.exists():
            return
        fresh = self._file.with_suffix(f".{os.getpid()}")
        with closing(sqlite3.connect(connections["default"].settings_dict["NAME"])) as store:
            store.execute("VACUUM INTO ?", [str(fresh)])
        fresh.replace(self._file)
