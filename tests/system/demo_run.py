"""The demo as a newcomer starts it, on free ports and in a folder of its own."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from demo.choices import Choices
from demo.internet.authenticator import Account, read_accounts

ROOT = Path(__file__).resolve().parents[2]
LAST_WORDS = "Ctrl-C ends it."


def free_ports(count: int) -> int:
    """Return the first of `count` consecutive free ports, below those that the kernel gives out itself."""
    while True:
        first = random.SystemRandom().randrange(10_000, 32_000)
        try:
            for port in range(first, first + count):
                for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
                    with socket.socket(socket.AF_INET, kind) as probe:
                        probe.bind(("127.0.0.1", port))
        except OSError:
            continue
        return first


class DemoRun:
    """`isigurt up --demo` on `var`, from nothing but the environment."""

    def __init__(self, var: Path, *, speed: float = 720) -> None:
        self.var = var
        first = free_ports(9)
        self.choices = Choices(folder=var / "demo", first_port=first + 2, speed=speed)
        self.front = f"http://localhost:{first}"
        self.desk = f"http://desk.localhost:{first + 1}"
        self.log = var.parent / f"{var.name}.log"
        # None of our own settings: what the tests' process was given must not leak into the demo.
        clean = {name: value for name, value in os.environ.items() if not name.startswith(("ISIGURT_", "DJANGO_"))}
        self.environment = clean | {
            "ISIGURT_VAR": str(var),
            "ISIGURT_FRONT": self.front,
            "ISIGURT_DESK": self.desk,
            "ISIGURT_DEMO_PORT": str(self.choices.first_port),
            "ISIGURT_DEMO_SPEED": str(speed),
        }
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def operator(self) -> str:
        """Where the demo internet's page is."""
        return self.choices.operator_address

    def said(self) -> str:
        """Return what it printed so far."""
        return self.log.read_text("utf-8", "replace") if self.log.exists() else ""

    def start(self, patience: float = 240) -> "DemoRun":
        """Start it and wait until it says that everything answers."""
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "isigurt", "up", "--demo"],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )
        end = time.monotonic() + patience
        while LAST_WORDS not in self.said():
            if self.process.poll() is not None or time.monotonic() > end:
                self.stop()
                raise RuntimeError(f"the demo did not start:\n{self.said()}")
            time.sleep(0.1)
        return self

    def stop(self, number: int = signal.SIGINT) -> int:
        """End it as Ctrl-C does and return its exit code."""
        if self.process is None:
            return 0
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait(30)

    def account(self, role: str) -> Account:
        """Return the demo account of `role`."""
        return next(one for one in read_accounts(self.choices.accounts) if one.role == role)
