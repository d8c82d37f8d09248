"""Each app's tables live in one store, and a store is opened so that what was said to be written is written."""

import pytest
from django.db import connections

from isigurt.config.stores import StoreRouter, sqlite_url, store_settings
from isigurt.intake.door.models import Envelope
from isigurt.intake.models import Report

router = StoreRouter()


def test_the_door_s_tables_are_in_the_door_s_store_and_nowhere_else():
    assert router.db_for_write(Envelope) == "door"
    assert router.allow_migrate("door", "door")
    assert not router.allow_migrate("default", "door")


def test_the_desk_s_tables_never_reach_the_door():
    assert router.db_for_read(Report) == "default"
    assert not router.allow_migrate("door", "intake")
    assert not router.allow_migrate("door", "auth")


def test_no_relation_crosses_from_one_store_to_the_other():
    assert not router.allow_relation(Envelope(), Report())
    assert router.allow_relation(Report(), Report())


@pytest.mark.django_db(databases=["default", "door"])
@pytest.mark.parametrize("alias", ["default", "door"])
def test_an_acknowledged_write_is_on_the_disk(alias, store):
    if store == "postgresql":
        # The tests' own server forgoes fsync for speed; what matters here is that we never turn it off ourselves.
        assert "synchronous_commit" not in str(connections[alias].settings_dict)
        return
    with connections[alias].cursor() as cursor:
        assert cursor.execute("PRAGMA synchronous").fetchone() == (2,)
        assert cursor.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert cursor.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert connections[alias].settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_a_sqlite_store_is_where_its_url_says(tmp_path):
    assert store_settings(sqlite_url(tmp_path / "door.sqlite3"))["NAME"] == str(tmp_path / "door.sqlite3")


def test_a_postgresql_store_is_what_its_url_says():
    settings = store_settings("postgresql://anna:secret@localhost:5433/desk")
    assert (settings["ENGINE"], settings["NAME"], settings["USER"], settings["PORT"]) == (
        "django.db.backends.postgresql",
        "desk",
        "anna",
        5433,
    )
