import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client

from tests.preparation import prepare


@pytest.fixture
def client() -> Client:
    """A browser that asks for English: without one the desk speaks Albanian."""
    return Client(headers={"accept-language": "en"})


@pytest.fixture(autouse=True)
def _limits_forgotten() -> Iterator[None]:
    cache.clear()
    yield
    cache.clear()


@dataclass(frozen=True)
class RealDesk:
    """A desk as it runs in production: a process of its own, on a folder of its own."""

    address: str
    environment: dict[str, str]
    process: "subprocess.Popen[bytes]"

    def python(self, code: str) -> str:
        """Run `code` beside the desk, in the desk's settings; return what it prints."""
        set_up = "import django; django.setup()\n"
        return subprocess.run(
            [sys.executable, "-c", set_up + code], env=self.environment, check=True, capture_output=True, text=True
        ).stdout.strip()

    def member(self, email: str, *, role: str = "analyst", factor: bool = False, language: str = "en") -> str:
        """Make a member; return the one-time password, or with `factor` a password and an app are set up."""
        return self.python(
            "from isigurt.ledger.actor import COMMAND\n"
            "from isigurt.staff.actions import create_member, enrol_totp\n"
            "from tests.staff.factories import PASSWORD, SECRET\n"
            f"made = create_member(actor=COMMAND, email={email!r}, name='Era Shehu', role={role!r},"
            f" language={language!r}, password=PASSWORD if {factor} else None)\n"
            f"if {factor}: enrol_totp(actor=COMMAND, member=made.member, secret=SECRET)\n"
            "print(made.setup_password)"
        )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def status(port: int, path: str, *, host: str = "desk.localhost") -> int:
    """Return the status of a page. The name goes into the header: not every resolver knows names under localhost."""
    connection = HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request("GET", path, headers={"Host": f"{host}:{port}"})
        return connection.getresponse().status
    finally:
        connection.close()


def wait_for(port: int, *, seconds: float = 60) -> None:
    """Wait until the desk on `port` answers."""
    end = time.monotonic() + seconds
    while True:
        try:
            status(port, "/sign-in/")
        except OSError:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


@pytest.fixture(scope="session")
def real_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealDesk]:
    root = Path(__file__).resolve().parents[3]
    port = free_port()
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ISIGURT_")}
    environment |= {
        "ISIGURT_VAR": str(tmp_path_factory.mktemp("desk")),
        "ISIGURT_DESK": f"http://desk.localhost:{port}",
        "DJANGO_SETTINGS_MODULE": "isigurt.config.settings.desk",
        "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}",
    }
    isigurt = [sys.executable, "-c", "import sys; from isigurt.config.command import main; sys.exit(main())"]
    prepare(environment)
    process = subprocess.Popen([*isigurt, "desk", "--port", str(port)], env=environment)
    try:
        wait_for(port)
        yield RealDesk(environment["ISIGURT_DESK"], environment, process)
    finally:
        process.terminate()
        process.wait(20)
