"""`isigurt check` says what is wrong with a place, in words, and fails only for what must be mended."""

import os
import shutil
import stat
import subprocess
import sys

import pytest

from isigurt.country import PACKS
from tests.postgresql import create_database
from tests.preparation import prepare


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("place") / "var"
    prepare({"PATH": os.environ["PATH"], "ISIGURT_VAR": str(folder)})
    return folder


def run(*words: str, var, **environment: str) -> "subprocess.CompletedProcess[str]":
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ISIGURT_")}
    return subprocess.run(
        [sys.executable, "-m", "isigurt", *words],
        capture_output=True,
        text=True,
        env={**clean, "ISIGURT_VAR": str(var), **environment},
        timeout=120,
        check=False,
    )


def test_a_fresh_place_works_and_is_told_what_a_person_should_decide(prepared):
    done = run("check", var=prepared)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "one user, so none" in done.stdout
    assert "No mail relay is named" in done.stdout
    assert "The recovery key is still on this machine" in done.stdout
    assert "isigurt member new --role admin" in done.stdout
    assert "look  No public page is baked" in done.stdout


def test_preparing_again_changes_no_key(prepared):
    before = {file: file.read_bytes() for file in (prepared / "keys").rglob("*.key")}
    assert run("prepare", var=prepared).returncode == 0
    assert {file: file.read_bytes() for file in (prepared / "keys").rglob("*.key")} == before
    assert before


def test_the_pages_of_a_demo_are_left_to_it(tmp_path):
    (tmp_path / "demo").mkdir()
    done = run("bake", "--check", var=tmp_path)
    assert (done.returncode, "belongs to a demo" in done.stdout) == (1, True)
    assert not (tmp_path / "baked").exists()


def test_the_baked_pages_may_lie_in_a_folder_of_their_own(prepared, tmp_path):
    assert run("bake", "--all", var=prepared, ISIGURT_BAKED=str(tmp_path / "pages")).returncode == 0
    assert (tmp_path / "pages" / "site" / "site.json").exists()
    done = run("check", var=prepared, ISIGURT_BAKED=str(tmp_path / "pages"))
    assert f"ok    The public pages are baked in {tmp_path / 'pages'}." in done.stdout


def test_a_public_site_without_https_is_bad(prepared):
    done = run("check", var=prepared, ISIGURT_FRONT="http://isigurt.al")
    assert done.returncode == 1
    assert "bad   The public site is at http://isigurt.al: without https" in done.stdout


def test_a_relay_without_a_sender_is_bad(prepared):
    done = run("check", var=prepared, ISIGURT_MAIL_RELAY="smtp://127.0.0.1:25")
    assert "bad   Notices need a sender" in done.stdout


def test_a_store_that_does_not_answer_is_named(prepared):
    done = run("check", var=prepared, ISIGURT_DOOR_URL="postgresql://nobody@127.0.0.1:9/door?connect_timeout=2")
    assert done.returncode == 1
    assert "bad   The door's store does not answer (OperationalError)" in done.stdout


def test_every_mistake_of_a_country_pack_is_named(prepared, tmp_path):
    folder = tmp_path / "gr"
    shutil.copytree(PACKS / "al", folder)
    lines = folder / "helplines.toml"
    lines.write_text(lines.read_text("utf-8").replace("hint =", "hnit ="), "utf-8")
    done = run("check", var=prepared, ISIGURT_COUNTRY=str(folder))
    assert done.returncode == 1
    assert 'helplines.toml, helpline 1 "alo_116111": unknown key "hnit", did you mean "hint"?' in done.stdout
    assert "Traceback" not in done.stderr


def test_a_postgresql_that_forgets_at_a_power_cut_is_bad(prepared, store):
    if store != "postgresql":
        pytest.skip("SQLite is told by us to wait for the disk")
    # The tests' own server is one: its folder is thrown away.
    server = os.environ["ISIGURT_TEST_POSTGRESQL"]
    urls = {f"ISIGURT_{name.upper()}_URL": create_database(server, f"forgetful_{name}") for name in ("door", "desk")}
    prepare({"PATH": os.environ["PATH"], "ISIGURT_VAR": str(prepared), **urls})
    done = run("check", var=prepared, **urls)
    assert "bad   The door's PostgreSQL has fsync = off" in done.stdout


@pytest.mark.parametrize(("folder_mode", "shared"), [(0o2770, True), (0o700, False)])
def test_the_door_is_shared_with_another_user_where_its_folder_is(tmp_path, folder_mode, shared):
    door = tmp_path / "door"
    door.mkdir()
    door.chmod(folder_mode)
    file = door / "door.sqlite3"
    prepare({"PATH": os.environ["PATH"], "ISIGURT_VAR": str(tmp_path / "var"), "ISIGURT_DOOR_URL": f"sqlite:///{file}"})
    assert (stat.S_IMODE(file.stat().st_mode) == 0o660) is shared


def test_keys_that_others_may_read_are_bad(prepared):
    (prepared / "keys").chmod(0o755)
    try:
        done = run("check", var=prepared)
        assert done.returncode == 1
        assert "chmod 700" in done.stdout
    finally:
        (prepared / "keys").chmod(0o700)
