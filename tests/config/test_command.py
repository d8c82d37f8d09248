"""The one command line helps a tired administrator, and each word loads only what it needs."""

import argparse
import os
import socket
import subprocess
import sys
from collections.abc import Iterator

import pytest

from isigurt.config.command import main, parser
from tests.preparation import prepare

WORDS = [
    "up",
    "bake",
    "front",
    "desk",
    "worker",
    "prepare",
    "check",
    "states",
    "edition",
    "keys",
    "safenet",
    "ledger",
    "member",
    "stores",
]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    folder = tmp_path_factory.mktemp("place") / "var"
    prepare({"PATH": os.environ["PATH"], "ISIGURT_VAR": str(folder)})
    return folder


def isigurt(*words: str, var, said: bytes = b"", **more: str) -> "subprocess.CompletedProcess[bytes]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ISIGURT_")}
    return subprocess.run(
        [sys.executable, "-m", "isigurt", *words],
        input=said,
        capture_output=True,
        env={**environment, "ISIGURT_VAR": str(var), **more},
        timeout=120,
        check=False,
    )


def every_command(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    yield parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for one in action.choices.values():
                yield from every_command(one)


def last_line(done: "subprocess.CompletedProcess[bytes]") -> str:
    """What was said in the end, after making sure that it was said in words."""
    said = done.stderr.decode()
    assert "Traceback" not in said
    return said.splitlines()[-1]


def test_help_lists_every_word(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert [word for word in WORDS if f"    {word} " in said] == WORDS


@pytest.mark.parametrize("one", list(every_command(parser())), ids=lambda one: one.prog)
def test_every_command_explains_itself_within_the_width_of_a_terminal(one, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    lines = one.format_help().splitlines()
    assert max(map(len, lines)) <= 80
    assert one.description
    assert len(one.description) > 60
    for action in one._actions:
        assert action.help or isinstance(action, argparse._SubParsersAction), action.dest


def test_the_kinds_and_roles_that_the_help_explains_are_those_there_are():
    from isigurt.staff.models import Role  # noqa: PLC0415 - the command line itself loads no room
    from isigurt.vault.keyfiles import Kind  # noqa: PLC0415

    helped = {one.prog: one for one in every_command(parser())}
    for kind in set(Kind) - {Kind.INDEX}:
        assert f"\n  {kind} " in str(helped["isigurt keys new"].description)
    for role in Role:
        assert f"\n  {role} " in str(helped["isigurt member new"].description)
    (chosen,) = [action for action in helped["isigurt member new"]._actions if action.dest == "role"]
    assert chosen.choices == list(Role)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ([], "    front "),
        (["keys"], "make a new key"),
        (["ledger", "very"], "check the ledger"),
        (["member", "new"], "isigurt member new --role admin"),
    ],
)
def test_a_mistyped_command_shows_the_whole_help_and_says_what_was_wrong(typed, shown, capsys):
    with pytest.raises(SystemExit) as ended:
        main(typed)
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert shown in said
    assert said.splitlines()[-1].startswith("isigurt")


@pytest.mark.parametrize("words", [["front"], ["desk"], ["worker"]])
def test_a_place_that_was_never_prepared_is_said_to_be_so_and_nothing_starts(words, tmp_path):
    done = isigurt(*words, var=tmp_path / "var")
    assert done.returncode == 2
    assert last_line(done).startswith(f"isigurt: The door's store is not at {tmp_path}/var/door/door.sqlite3.")
    assert "run `isigurt prepare`" in last_line(done)


def test_a_front_without_public_keys_does_not_start_because_it_could_take_in_nothing(prepared):
    folder = prepared / "public-keys" / "recovery"
    folder.rename(prepared / "away")
    try:
        done = isigurt("front", var=prepared)
        assert done.returncode == 2
        assert f"There is no recovery key in {folder}" in last_line(done)
    finally:
        (prepared / "away").rename(folder)


def test_a_desk_without_its_private_keys_says_which_is_missing(prepared):
    folder = prepared / "keys" / "index"
    folder.rename(prepared / "away")
    try:
        for word in ("desk", "worker"):
            assert f"There is no index key in {folder}" in last_line(isigurt(word, var=prepared))
    finally:
        (prepared / "away").rename(folder)


@pytest.mark.parametrize("word", ["front", "desk"])
def test_a_taken_port_is_named_with_what_to_do(word, prepared):
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        done = isigurt(word, "--port", str(port), var=prepared)
    assert done.returncode == 2
    assert f"Port {port}, for the" in last_line(done)
    assert f"--port {port + 10}" in last_line(done)


def test_a_member_cannot_be_made_where_nothing_was_prepared(tmp_path):
    done = isigurt("member", "new", "--role=admin", "--email=ana@hotline.example", "--name=Ana", var=tmp_path)
    assert done.returncode == 2
    assert "run `isigurt prepare`" in last_line(done)


def test_a_ledger_that_is_not_there_could_not_be_looked_at(tmp_path):
    done = isigurt("ledger", "verify", var=tmp_path)
    assert done.returncode == 2
    assert "The ledger cannot be read" in last_line(done)


@pytest.mark.parametrize("address", ["mysql://root:secret@db/x", "bogus", "postgresqll://u:secret@h/d"])
def test_an_address_that_no_store_has_is_explained_without_repeating_its_password(address, tmp_path):
    done = isigurt("check", var=tmp_path, ISIGURT_DESK_URL=address)
    assert done.returncode == 2
    assert "ISIGURT_DESK_URL must look like" in last_line(done)
    assert b"secret" not in done.stdout + done.stderr


def test_judging_into_a_pipe_that_closed_ends_without_complaint(tmp_path):
    addresses = tmp_path / "addresses.txt"
    addresses.write_bytes(b"https://faqja.al/\n" * 50_000)
    command = [sys.executable, "-m", "isigurt", "safenet", "judge"]
    with (
        addresses.open("rb") as source,
        subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as judging,
    ):
        assert judging.stdout
        assert judging.stderr
        judging.stdout.close()
        assert judging.stderr.read() == b""
        assert judging.wait(60) == 1


def test_flags_come_as_a_third_column_when_asked_for(tmp_path):
    done = isigurt("safenet", "judge", "--flags", var=tmp_path, said=b"https://emri@faqja.al/\n")
    assert done.stdout == b"ALLOW\thttps://faqja.al/\tuser_name_dropped\n"


def test_the_servers_listen_on_this_machine_only_unless_told():
    assert parser().parse_args(["front"]).host == "127.0.0.1"
    assert parser().parse_args(["desk"]).host == "127.0.0.1"


def test_judging_needs_no_place_and_leaves_none_behind(tmp_path):
    done = isigurt("safenet", "judge", var=tmp_path / "var", said=b"https://isigurt.al/\nhttp://127.0.0.1/\n\n")
    assert done.returncode == 0
    assert [line.split(b"\t")[0] for line in done.stdout.splitlines()] == [b"ALLOW", b"DENY_ADDR", b"DENY_SCHEME"]
    assert not (tmp_path / "var").exists()


def test_the_front_loads_no_private_key_and_no_desk_room(tmp_path):
    prepare({"PATH": os.environ["PATH"], "ISIGURT_VAR": str(tmp_path)})
    (tmp_path / "keys").rename(tmp_path / "away")
    code = (
        "import os, sys; os.environ['DJANGO_SETTINGS_MODULE'] = 'isigurt.config.settings.front'\n"
        "from isigurt.surfaces.front.wsgi import application\n"
        "rooms = ('staff', 'casework', 'takedown', 'insight', 'ledger', 'facts', 'surfaces.desk', 'vault.models')\n"
        "print([name for name in sys.modules if name.startswith(tuple('isigurt.' + room for room in rooms))])\n"
        "from django.conf import settings; print(settings.ISIGURT_PRIVATE_KEYS)"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ISIGURT_")}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**environment, "ISIGURT_VAR": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == ["[]", "None"], done.stderr
