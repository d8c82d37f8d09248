"""Each process is killed a hundred times at random moments while five hundred reports run through (promise 9).

What was acknowledged is there once; no notice goes out twice by itself; a notice is *unsure* at most as often as the
worker was killed; nothing stays stuck after its lease. The desk is killed under an analyst who writes notes: each that
it said was written is there once, with its entry in the ledger.
"""

import email
import http.client
import json
import re
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from demo import clock
from demo.__main__ import demo_environment
from demo.internet.running import internet_beside
from isigurt.config.environment import Environment
from tests.system.colleague import Colleague
from tests.system.demo_run import ROOT, DemoRun
from tests.system.fate import Fate, Hands, Mortal, Server, wait_until

REPORTS = 500
KILLS = 100
SENDERS = 4
# Seconds between two kills of the same process, at most; for the two servers about half are counted from when they
# answer, so that on a slow machine too some kills hit them while they start and some while they work.
PAUSE = {"front": 3.0, "desk": 2.0, "worker": 5.0, "hands": 2.0}
RECEIPT = re.compile(r'name="receipt" value="([0-9A-Z-]{19})"')
OPENED = re.compile(r'name="opened" value="([0-9]+)"')


@dataclass(frozen=True)
class Place:
    """A prepared folder with its ports and its environment."""

    run: DemoRun
    environment: dict[str, str]

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", *words]

    def port(self, address: str) -> int:
        return urlsplit(address).port or 0

    def ask(self, what: str, given: object = None) -> object:
        said = subprocess.run(
            self.command("tests.system.hands", what),
            input=json.dumps(given),
            env=self.environment,
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(said.stdout.splitlines()[-1])


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Place]:
    # The clock runs at its true speed: what is measured in leases is real time.
    run = DemoRun(tmp_path / "var", speed=1)
    with monkeypatch.context() as patched:
        for name, value in run.environment.items():
            if name.startswith("ISIGURT_"):
                patched.setenv(name, value)
        patched.delenv("ISIGURT_DESK_URL", raising=False)
        patched.delenv("ISIGURT_DOOR_URL", raising=False)
        environment = run.environment | demo_environment(Environment.read(), run.choices)
    made = Place(run, environment)
    subprocess.run(made.command("isigurt", "prepare"), env=environment, cwd=ROOT, check=True, capture_output=True)
    clock.start(run.choices)
    with internet_beside(run.choices):
        made.ask("prepare")
        yield made


class Senders:
    """People who report, and try again with the same form until they hold a receipt."""

    def __init__(self, port: int, reports: int, seconds: float) -> None:
        self.receipts: dict[str, str] = {}
        self.tries = 0
        self._port, self._seconds = port, seconds
        self._waiting = list(range(reports))
        self._lock = threading.Lock()
        self._threads = [threading.Thread(target=self._send_all, args=(reports,), daemon=True) for _ in range(SENDERS)]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def join(self, seconds: float) -> None:
        end = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, end - time.monotonic()))

    def _send_all(self, reports: int) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    return
                number = self._waiting.pop()
            began = time.monotonic()
            self._send_one(number)
            time.sleep(max(0.0, self._seconds * SENDERS / reports - (time.monotonic() - began)))

    def _send_one(self, number: int) -> None:
        form = None
        while form is None:
            text = self._exchange("GET", None)
            if text and (receipt := RECEIPT.search(text)) and (opened := OPENED.search(text)):
                form = {"receipt": receipt[1], "opened": opened[1], "harm": "csam", "words": f"raporti {number} ë"}
                form["where"] = f"https://foto.demo.isigurt.al/album/4711?n={number}"
        while form["receipt"] not in (self._exchange("POST", urlencode(form)) or ""):
            self.tries += 1
        with self._lock:
            self.receipts[form["receipt"]] = form["where"]

    def _exchange(self, method: str, body: str | None) -> str | None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=5)
        try:
            headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
            connection.request(method, "/sq/raporto/", body, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        except (OSError, http.client.HTTPException):
            time.sleep(0.1)
            return None
        else:
            return text if answer.status == 200 else None
        finally:
            connection.close()


def message_ids(folder: Path) -> Counter[str]:
    """Count the notices that the mail server took, by Message-ID; the auditor's mails are not notices."""
    found: Counter[str] = Counter()
    for path in folder.glob("*.eml"):
        message = email.message_from_bytes(path.read_bytes())
        if "auditor" not in str(message["To"]):
            found[str(message["Message-ID"])] += 1
    return found


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_no_kill_loses_doubles_or_sticks_anything(place: Place, tmp_path: Path) -> None:
    front, desk = place.port(place.run.front), place.port(place.run.desk)
    process = place.command("demo.process")
    mortals = [
        Server("front", [*process, "front"], place.environment, tmp_path, port=front),
        Server("desk", [*process, "desk"], place.environment, tmp_path, port=desk),
        Mortal("worker", [*process, "worker"], place.environment, tmp_path),
        Hands("hands", place.command("tests.system.hands", "work"), place.environment, tmp_path),
    ]
    fates = [Fate(mortal, times=KILLS, most=PAUSE[mortal.name]) for mortal in mortals]
    senders = Senders(front, REPORTS, KILLS * 2.2)
    colleague = Colleague("desk.localhost", desk, str(place.ask("colleague")))
    try:
        for mortal in mortals:
            mortal.start()
        senders.start()
        colleague.start()
        for fate in fates:
            fate.start()
        for fate in fates:
            fate.join(900)
        for fate in fates:
            fate.stop()
        colleague.stop()
        senders.join(300)
        judged = come_to_rest(place, mortals)
    finally:
        for fate in fates:
            fate.stop()
        colleague.stop()
        for mortal in mortals:
            mortal.end()
    assert [mortal.kills for mortal in mortals] == [KILLS] * 4
    check(place, senders, judged, worker_kills=KILLS)
    check_notes(colleague, judged)


def come_to_rest(place: Place, mortals: list[Mortal]) -> dict:
    """Let everything run undisturbed until nothing is due: at most the longest lease and its work."""
    judged: dict = {}

    def at_rest() -> bool:
        for mortal in mortals:
            mortal.see_to_it()
        judged.update(place.ask("judge"))
        moving = {state for state in judged["notices"].values() if state not in {"sent", "unsure"}}
        due = sum(step["due"] for name, step in judged["steps"].items() if name != "takedown.look")
        return not (due or moving or judged["envelopes"] or judged["unplaced"])

    wait_until(at_rest, 600, every=5)
    return judged


def check(place: Place, senders: Senders, judged: dict, *, worker_kills: int) -> None:
    assert len(senders.receipts) == REPORTS
    acknowledged = place.ask("locators", list(senders.receipts))
    kept = Counter(judged["reports"])
    assert [locator for locator in acknowledged if kept[locator] != 1] == []
    assert set(kept) == set(acknowledged)

    stuck = {name: step for name, step in judged["steps"].items() if step["dead"] or step["due"]}
    stuck.pop("takedown.look", None)  # looks are always due again
    assert stuck == {}
    assert judged["envelopes"] == judged["unplaced"] == 0

    sent = message_ids(place.run.choices.folder / "mail")
    states = judged["notices"]
    assert len(states) == REPORTS
    assert [message for message, times in sent.items() if times > 1] == []
    assert set(sent) <= set(states)
    assert set(states.values()) <= {"sent", "unsure"}
    assert [message for message, state in states.items() if state == "sent" and message not in sent] == []
    assert sum(state == "unsure" for state in states.values()) <= worker_kills
    assert judged["chain"]


def check_notes(colleague: Colleague, judged: dict) -> None:
    kept = Counter(judged["notes"])
    assert len(colleague.acknowledged) >= KILLS / 10  # so that the desk was at work when it was killed
    assert [text for text in colleague.acknowledged if kept[text] != 1] == []
    assert [text for text, times in kept.items() if times > 1] == []
    assert judged["noted"] == len(judged["notes"])
