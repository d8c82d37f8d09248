"""The supervisor, driven as an operator would: real processes, real signals, real ports."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# A plan whose children note their number in a file and serve or sleep; `stubborn` ignores SIGTERM.
PLAN = """
import sys, os
from pathlib import Path
from isigurt.config import supervisor
from isigurt.config.supervisor import Child, Plan, Port, python, run
supervisor.TIME_TO_END = 1.0
var = Path(sys.argv[1])
port = int(sys.argv[2])
stubborn = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN);" if "stubborn" in sys.argv else ""
if "slow" in sys.argv:
    supervisor.TIME_TO_ANSWER = 0.3
    stubborn = "import time; time.sleep(2);"
note = "import os, time, subprocess, pathlib; p = pathlib.Path({0!r});"
server = note.format(str(var / "server")) + stubborn + (
    "import socket, sys; s = socket.create_server(('127.0.0.1', %d));"
    "g = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)']);"
    "p.open('a').write(f'{os.getpid()} {g.pid}\\\\n'); time.sleep(600)" % port)
plain = note.format(str(var / "plain")) + "p.open('a').write(f'{os.getpid()}\\\\n'); time.sleep(600)"
preparation = f"import pathlib; pathlib.Path({str(var / 'prepared')!r}).open('a').write('x')"
plan = Plan(
    preparations=(python("-c", preparation),),
    children=(Child("server", python("-c", server)), Child("plain", python("-c", plain))),
    ports=(Port(port, "the test's server", "TEST_PORT=1"),),
    words=lambda: ["all answer"],
)
sys.exit(run(plan, var=var))
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def until(true: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.02)


class Up:
    """A supervisor at work on `var`."""

    def __init__(self, var: Path, port: int, *words: str) -> None:
        self.var = var
        self.process = subprocess.Popen(
            [sys.executable, "-c", textwrap.dedent(PLAN), str(var), str(port), *words],
            env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def pids(self, name: str) -> list[list[int]]:
        path = self.var / name
        if not path.exists():
            return []
        return [[int(word) for word in line.split()] for line in path.read_text().splitlines()]

    def started(self) -> "Up":
        until(lambda: bool(self.pids("server") and self.pids("plain")))
        return self

    def end(self, number: int = signal.SIGTERM) -> str:
        self.process.send_signal(number)
        return self.process.communicate(timeout=60)[0]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Up]]:
    ups: list[Up] = []

    def make(*words: str, port: int | None = None) -> Up:
        ups.append(Up(tmp_path / "var", port or free_port(), *words))
        return ups[-1]

    yield make
    for one in ups:
        if one.process.poll() is None:
            one.process.kill()
            one.process.wait(60)
        for pid in filter(alive, all_pids(one)):
            os.kill(pid, signal.SIGKILL)
        assert one.process.stdout is not None
        one.process.stdout.close()


def all_pids(one: Up) -> list[int]:
    return [pid for name in ("server", "plain") for line in one.pids(name) for pid in line]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_every_child_and_grandchild(start: Callable[..., Up], number: int) -> None:
    one = start().started()
    pids = all_pids(one)
    assert len(pids) == 3
    assert all(alive(pid) for pid in pids)
    one.end(number)
    assert one.process.returncode == 0
    assert not any(alive(pid) for pid in pids)


def test_a_child_that_ignores_the_signal_is_killed(start: Callable[..., Up]) -> None:
    one = start("stubborn").started()
    pids = all_pids(one)
    assert "did not end in 1 s; killing it" in one.end()
    assert not any(alive(pid) for pid in pids)


def test_what_died_is_started_again_with_what_it_had_started_gone(start: Callable[..., Up]) -> None:
    one = start().started()
    ((server, grandchild),) = one.pids("server")
    os.kill(server, signal.SIGKILL)
    until(lambda: len(one.pids("server")) == 2)
    assert not alive(grandchild)
    assert "server was killed by SIGKILL; starting it again in 0.2 s" in one.end()


def test_no_child_outlives_a_supervisor_that_was_killed(start: Callable[..., Up]) -> None:
    one = start().started()
    children = [line[0] for name in ("server", "plain") for line in one.pids(name)]
    one.process.kill()
    until(lambda: not any(alive(pid) for pid in children))


def test_a_taken_port_is_named_with_what_to_do(start: Callable[..., Up]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        one = start(port=port)
        said = one.process.communicate(timeout=60)[0]
    assert one.process.returncode == 1
    assert f"Port {port}, for the test's server, cannot be used: Address already in use" in said
    assert "TEST_PORT=1" in said
    assert not (one.var / "prepared").exists()


def test_a_second_supervisor_on_the_same_folder_is_refused(start: Callable[..., Up]) -> None:
    first = start().started()
    second = start()
    said = second.process.communicate(timeout=60)[0]
    assert second.process.returncode == 1
    assert f"already runs on {first.var} (process {first.process.pid})" in said
    assert first.process.poll() is None


def test_a_second_run_prepares_again_and_keeps_what_is_there(start: Callable[..., Up]) -> None:
    start().started().end()
    again = start()
    until(lambda: len(again.pids("plain")) == 2)
    again.end()
    assert (again.var / "prepared").read_text() == "xx"


def test_the_words_come_once_every_port_answers(start: Callable[..., Up]) -> None:
    one = start().started()
    assert one.process.stdout is not None
    assert one.process.stdout.readline() == "all answer\n"


def test_a_slow_start_is_named_and_the_words_still_come(start: Callable[..., Up]) -> None:
    one = start("slow").started()
    assert one.process.stdout is not None
    assert "Nothing answers yet" in one.process.stdout.readline()
    assert one.process.stdout.readline() == "all answer\n"
