"""Processes that are started, killed at random moments, and started again."""

import http.client
import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path


class Mortal:
    """A process of ours that fate may kill, by its number, and that is then started again at once."""

    def __init__(self, name: str, command: Sequence[str], environment: Mapping[str, str], folder: Path) -> None:
        self.name = name
        self.kills = 0
        self._command, self._environment, self._folder = command, environment, folder
        self._process: subprocess.Popen[bytes] | None = None
        self._log = (folder / f"{name}.log").open("ab")

    def start(self) -> None:
        self._process = subprocess.Popen(
            self._command,
            env=dict(self._environment),
            cwd=Path(__file__).resolve().parents[2],
            stdin=subprocess.DEVNULL,
            stdout=self._log,
            stderr=subprocess.STDOUT,
        )

    def victim(self) -> int:
        """Return the number of the process to kill: this one, or at random one that it started itself."""
        assert self._process is not None
        return random.choice([self._process.pid, *children_of(self._process.pid)])

    def kill_and_start(self) -> None:
        """Kill -9, wait for the end, start again."""
        assert self._process is not None
        while True:
            try:
                os.kill(self.victim(), signal.SIGKILL)
            except ProcessLookupError:
                continue  # a child that ended by itself in this very moment: another one is chosen
            break
        self.kills += 1
        try:
            # A server whose worker was killed starts another, or ends itself: both are right.
            self._process.wait(0.3)
        except subprocess.TimeoutExpired:
            return
        self.start()

    def works(self) -> bool:
        """Tell whether it is past its start, as far as that can be seen from outside."""
        return True

    def see_to_it(self) -> None:
        """Start it again if it has ended by itself."""
        if self._process is not None and self._process.poll() is not None:
            self.start()

    def end(self) -> None:
        """End it for good."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait(15)
        self._log.close()


class Server(Mortal):
    """A web server of ours on `port`."""

    def __init__(
        self, name: str, command: Sequence[str], environment: Mapping[str, str], folder: Path, *, port: int
    ) -> None:
        super().__init__(name, [*command, "--port", str(port)], environment, folder)
        self._port = port

    def works(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=2)
        try:
            connection.request("GET", "/", headers={"Host": "localhost"})
            connection.getresponse().read()
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()
        return True


class Hands(Mortal):
    """The analyst's hands: what is killed is the child at work, not the process that starts it."""

    def victim(self) -> int:
        assert self._process is not None
        children = children_of(self._process.pid)
        return children[0] if children else self._process.pid


class Fate(threading.Thread):
    """Kills one mortal so many times, at random moments: of each two, about one hits it when it has come to work."""

    def __init__(self, mortal: Mortal, *, times: int, most: float) -> None:
        super().__init__(name=f"fate of {mortal.name}", daemon=True)
        self._mortal, self._times, self._most = mortal, times, most
        self._told_to_stop = threading.Event()

    def run(self) -> None:
        while self._mortal.kills < self._times and not self._told_to_stop.is_set():
            self._mortal.see_to_it()
            if random.random() < 0.5:
                wait_until(self._at_work_or_told_to_stop, 30, every=0.1)
            self._told_to_stop.wait(random.uniform(0.02, self._most))
            self._mortal.see_to_it()
            if not self._told_to_stop.is_set():
                self._mortal.kill_and_start()

    def _at_work_or_told_to_stop(self) -> bool:
        self._mortal.see_to_it()
        return self._told_to_stop.is_set() or self._mortal.works()

    def stop(self) -> None:
        self._told_to_stop.set()
        if self.is_alive():
            self.join(40)


def children_of(pid: int) -> list[int]:
    """Return the numbers of the processes that `pid` has started and that still are."""
    found: list[int] = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [int(number) for number in task.read_text().split()]
        except OSError:
            continue
    return found


def wait_until(true: Callable[[], bool], seconds: float, *, every: float = 0.5) -> bool:
    """Wait until `true()` holds, for at most so many seconds; return whether it does."""
    end = time.monotonic() + seconds
    while not true():
        if time.monotonic() > end:
            return False
        time.sleep(every)
    return True
