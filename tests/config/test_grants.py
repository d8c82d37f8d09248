"""On PostgreSQL the desk's role can add to the ledger and read it, and nothing more, even with its triggers gone."""

import os
import subprocess
import sys
from collections.abc import Iterator

import psycopg
import pytest

from isigurt.config.command import main
from tests.postgresql import cluster, create_database
from tests.preparation import prepare


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """Both stores on a PostgreSQL of their own, prepared, with the printed SQL run as an administrator would."""
    with cluster() as template:
        desk, door = create_database(template, "isigurt_desk"), create_database(template, "isigurt_door")
        clean = {name: value for name, value in os.environ.items() if not name.startswith("ISIGURT_")}
        place = {
            **clean,
            "ISIGURT_VAR": str(tmp_path_factory.mktemp("var")),
            "ISIGURT_DESK_URL": desk,
            "ISIGURT_DOOR_URL": door,
        }
        prepare(place)
        words = [sys.executable, "-m", "isigurt", "stores", "grants", "--front", "front", "--desk", "desk"]
        printed = subprocess.run(words, env=place, check=True, capture_output=True, text=True, timeout=60).stdout
        for_door, for_desk = printed.split("-- In the desk's database:")
        with psycopg.connect(door, autocommit=True) as connection:
            connection.execute("CREATE ROLE front LOGIN")
            connection.execute("CREATE ROLE desk LOGIN")
            connection.execute(for_door)
        with psycopg.connect(desk, autocommit=True) as connection:
            connection.execute(for_desk)
            connection.execute("ALTER TABLE ledger_entry DISABLE TRIGGER ALL")
        yield desk.replace("//isigurt@", "//desk@"), door.replace("//isigurt@", "//desk@")


@pytest.mark.parametrize(
    "statement", ["UPDATE ledger_entry SET act = 'x'", "DELETE FROM ledger_entry", "TRUNCATE ledger_entry"]
)
def test_the_ledger_cannot_be_changed_by_the_desk_s_role(stores, statement):
    with psycopg.connect(stores[0]) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement)


def test_the_ledger_can_be_read_and_the_cases_worked_on_by_the_desk_s_role(stores):
    with psycopg.connect(stores[0]) as connection:
        assert connection.execute("SELECT count(*) FROM ledger_entry").fetchone() is not None
        connection.execute("UPDATE casework_case SET version = version")
    with psycopg.connect(stores[1]) as connection:
        connection.execute("DELETE FROM door_envelope")


def test_the_desk_s_role_makes_no_tables(stores):
    with psycopg.connect(stores[0]) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute("DROP TABLE ledger_entry")


def test_a_role_name_that_would_need_quoting_is_refused(capsys):
    assert main(["stores", "grants", "--front", "x; DROP TABLE y"]) == 2
    assert "no plain role name" in capsys.readouterr().out
