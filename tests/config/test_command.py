"""The one command line helps a tired administrator, and each word loads only what it needs."""

import os
import subprocess
import sys

import pytest

from isigurt.config.command import main, parser

WORDS = [
    "up",
    "front",
    "desk",
    "worker",
    "prepare",
    "check",
    "states",
    "keys",
    "safenet",
    "ledger",
    "member",
    "stores",
    "bake",
]


def isigurt(*words: str, var, said: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ISIGURT_")}
    return subprocess.run(
        [sys.executable, "-m", "isigurt", *words],
        input=said,
        capture_output=True,
        env={**environment, "ISIGURT_VAR": str(var)},
        timeout=120,
        check=False,
    )


def test_help_lists_every_word(capsys):
    with pytest.raises(SystemExit):
        main(["--help"])
    said = capsys.readouterr().out
    assert [word for word in WORDS if f"    {word} " in said] == WORDS


@pytest.mark.parametrize("word", WORDS)
def test_every_word_has_help_of_its_own(word, capsys):
    with pytest.raises(SystemExit) as ended:
        main([word, "--help"])
    assert ended.value.code == 0
    assert len(capsys.readouterr().out.splitlines()) > 3


def test_no_word_is_an_error_that_says_what_to_do(capsys):
    with pytest.raises(SystemExit) as ended:
        main([])
    assert ended.value.code == 2
    assert "COMMAND" in capsys.readouterr().err


def test_the_servers_listen_on_this_machine_only_unless_told():
    assert parser().parse_args(["front"]).host == "127.0.0.1"
    assert parser().parse_args(["desk"]).host == "127.0.0.1"


def test_judging_needs_no_place_and_leaves_none_behind(tmp_path):
    done = isigurt("safenet", "judge", var=tmp_path / "var", said=b"https://isigurt.al/\nhttp://127.0.0.1/\n\n")
    assert done.returncode == 0
    assert [line.split(b"\t")[0] for line in done.stdout.splitlines()] == [b"ALLOW", b"DENY_ADDR", b"DENY_SCHEME"]
    assert not (tmp_path / "var").exists()


def test_the_front_loads_no_private_key_and_no_desk_room(tmp_path):
    isigurt("prepare", var=tmp_path)
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
