"""Which store a model lives in, and how each store is opened."""

from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import dj_database_url
from django.apps import apps
from django.db.models import Model

DESK = "default"
DOOR = "door"


class StoreAddressError(ValueError):
    """The address of a store is none; the text says how one looks, and repeats no password."""


class StoreRouter:
    """Sends an app whose configuration says `store = "door"` to the door's store, all others to the desk's."""

    def _store(self, app_label: str) -> str:
        return getattr(apps.get_app_config(app_label), "store", DESK)

    def db_for_read(self, model: type[Model], **_hints: Any) -> str:
        """Return the alias of the model's store."""
        return self._store(model._meta.app_label)

    def db_for_write(self, model: type[Model], **_hints: Any) -> str:
        """Return the alias of the model's store."""
        return self._store(model._meta.app_label)

    def allow_relation(self, first: Model, second: Model, **_hints: Any) -> bool:
        """Allow relations within one store only."""
        return self._store(first._meta.app_label) == self._store(second._meta.app_label)

    def allow_migrate(self, db: str, app_label: str, **_hints: Any) -> bool:
        """Create a table in its own store only."""
        return self._store(app_label) == db


def store_settings(url: str) -> dict[str, Any]:
    """Return Django's settings for the store at `url` (`sqlite:////path` or `postgresql://...`).

    SQLite is opened so that an acknowledged write survives a power cut (WAL, `synchronous=FULL`) and so that
    writers queue instead of failing half-way (IMMEDIATE). Raises StoreAddressError for an address of anything else.
    """
    if urlsplit(url).scheme not in {"sqlite", "postgresql", "postgres"}:
        raise StoreAddressError(
            "ISIGURT_DOOR_URL and ISIGURT_DESK_URL must look like postgresql://user@host/name or "
            "sqlite:////folder/file.sqlite3; leave them out for two files in ISIGURT_VAR."
        )
    settings: dict[str, Any] = dict(dj_database_url.parse(url))
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        settings["OPTIONS"] = {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=20000;",
        }
    else:
        settings["CONN_HEALTH_CHECKS"] = True
    settings["CONN_MAX_AGE"] = None
    return settings


def sqlite_url(path: Path) -> str:
    """Return the URL of an SQLite store at `path`."""
    return f"sqlite:///{path.absolute()}"
