"""`isigurt up --demo` as a newcomer meets it: started, ended, started again, and killed."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.system.demo_run import ROOT, DemoRun
from tests.system.fate import children_of, wait_until

pytestmark = pytest.mark.timeout(300)


def answer(address: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310 - loopback
            return response.status, response.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def family_of(pid: int) -> list[int]:
    return [pid, *(one for child in children_of(pid) for one in family_of(child))]


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def reports(run: DemoRun) -> int:
    with sqlite3.connect(run.var / "desk" / "desk.sqlite3") as store:
        (count,) = store.execute("SELECT count(*) FROM intake_report").fetchone()
    store.close()
    return int(count)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoRun]:
    made = DemoRun(tmp_path_factory.mktemp("start") / "var").start()
    yield made
    made.stop()


def test_the_whole_life_of_a_demo(run: DemoRun) -> None:
    said = run.said()
    for needed in (run.front, run.desk, run.operator, "one user: no isolation", "/codes", "analyst@demo.isigurt.al"):
        assert needed in said
    assert run.account("analyst").password in said
    assert answer(f"{run.front}/sq/")[0] == 200
    status, _ = answer(f"{run.desk.replace('desk.', '')}/sign-in/")
    assert status == 400  # the desk answers to its own name only
    assert answer(f"{run.operator}/codes")[0] == 200
    assert "DEMO" in answer(f"{run.front}/sq/")[1]

    assert reports(run) == 12
    assert run.process is not None
    family = family_of(run.process.pid)
    assert len(family) >= 5
    assert run.stop() == 0
    assert not any(lives(pid) for pid in family)

    last = datetime.fromisoformat(json.loads((run.var / "demo" / "clock-last.json").read_text())["now"])
    accounts = (run.var / "demo" / "accounts.json").read_bytes()
    run.start()
    assert reports(run) == 12
    assert (run.var / "demo" / "accounts.json").read_bytes() == accounts
    began = datetime.fromisoformat(json.loads((run.var / "demo" / "clock.json").read_text())["began"])
    assert 0 < (began - last).total_seconds() <= 2 * 720

    family = family_of(run.process.pid)
    os.kill(run.process.pid, signal.SIGKILL)
    run.process.wait(10)
    assert wait_until(lambda: not any(lives(pid) for pid in family), 15, every=0.1)


def test_what_lies_there_is_for_its_owner_alone(run: DemoRun) -> None:
    for folder in (run.var, run.var / "demo", run.var / "keys", run.var / "desk", run.var / "door"):
        assert folder.stat().st_mode & 0o077 == 0, folder
    for path in (run.var / "demo" / "accounts.json", run.var / "demo" / "server.pem"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_a_demos_folder_is_not_taken_for_the_real_thing(run: DemoRun) -> None:
    real = subprocess.run(
        [sys.executable, "-m", "isigurt", "up"],
        cwd=ROOT,
        env=run.environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert real.returncode == 1
    assert "belongs to a demo" in real.stdout
