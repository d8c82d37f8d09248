"""`isigurt check` says what is wrong with a place, in words, and fails only for what must be mended."""

import os
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("place") / "var"
    assert run("prepare", var=folder).returncode == 0
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


def test_preparing_again_changes_no_key(prepared):
    before = {file: file.read_bytes() for file in (prepared / "keys").rglob("*.key")}
    assert run("prepare", var=prepared).returncode == 0
    assert {file: file.read_bytes() for file in (prepared / "keys").rglob("*.key")} == before
    assert before


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


def test_keys_that_others_may_read_are_bad(prepared):
    (prepared / "keys").chmod(0o755)
    try:
        done = run("check", var=prepared)
        assert done.returncode == 1
        assert "chmod 700" in done.stdout
    finally:
        (prepared / "keys").chmod(0o700)
