"""The real front: its own process, its own folder with no more in it than a front has, real HTTP."""

import base64
import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import psycopg

from isigurt.baked import Baking
from isigurt.baked.taking_part import ADDRESS, KIND, Offer, OpenCampaign, offers_text
from isigurt.intake.door.grants import front_grants
from tests.postgresql import create_database
from tests.preparation import prepare

ISIGURT = str(Path(sys.executable).parent / "isigurt")
WORK = """
import django; django.setup()
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due
for name in ("intake.open", "outreach.open_sign_ups", "intake.publish_status", "intake.publish_messages"):
    run_due(get(name))
"""


@dataclass
class Place:
    """A prepared installation: `whole` is everyone's, `front` is the front's own folder."""

    whole: Path
    front: Path
    stores: dict[str, str] = field(default_factory=dict)

    @property
    def everyone(self) -> dict[str, str]:
        """The environment of the worker and of the administrator."""
        return _clean() | {"ISIGURT_VAR": str(self.whole)} | self.stores

    @property
    def of_front(self) -> dict[str, str]:
        """The environment of the front alone: no private key, no desk's store."""
        door = self.stores.get("ISIGURT_DOOR_URL")
        door = as_role(door, "front_only") if door else f"sqlite:///{self.whole}/door/door.sqlite3"
        return _clean() | {
            "ISIGURT_VAR": str(self.front),
            "ISIGURT_DOOR_URL": door,
            "ISIGURT_PUBLIC_KEYS": str(self.whole / "public-keys"),
        }

    def files_of_front(self) -> list[Path]:
        """Every file that the front's user could read."""
        folders = [self.front, self.whole / "public-keys", *([] if self.stores else [self.whole / "door"])]
        return [path for folder in folders for path in folder.rglob("*") if path.is_file()]

    def work(self) -> None:
        """Let a worker do everything that is due."""
        self.ask_the_desk(WORK)

    def ask_the_desk(self, script: str, *told: str) -> str:
        """Run a script with all that the desk's side has, and return what it prints."""
        settings = {"DJANGO_SETTINGS_MODULE": "isigurt.config.settings.worker"}
        ran = subprocess.run(
            [sys.executable, "-c", script, *told],
            env=self.everyone | settings | {"PYTHONIOENCODING": "utf-8"},
            check=True,
            stdout=subprocess.PIPE,
        )
        return ran.stdout.decode()


def _clean() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("ISIGURT_", "DJANGO_"))}


def as_role(url: str, role: str) -> str:
    """Return the same database for another role."""
    parts = urlsplit(url)
    return url.replace(f"//{parts.username}@", f"//{role}@", 1)


def prepared(folder: Path, store: str, **country: str) -> Place:
    """Prepare an installation as an administrator does, with the grants if it is on PostgreSQL."""
    place = Place(folder / "whole", folder / "front")
    place.front.mkdir(parents=True)
    if store == "postgresql":
        template = os.environ["ISIGURT_TEST_POSTGRESQL"]
        mark = uuid.uuid4().hex[:8]
        place.stores = {
            f"ISIGURT_{name.upper()}_URL": create_database(template, f"{name}_{mark}") for name in ("door", "desk")
        }
    prepare(place.everyone | country)
    if store == "postgresql":
        with psycopg.connect(place.stores["ISIGURT_DOOR_URL"], autocommit=True) as door:
            if not door.execute("SELECT 1 FROM pg_roles WHERE rolname = 'front_only'").fetchone():
                door.execute("CREATE ROLE front_only LOGIN")
            for statement in front_grants("front_only"):
                door.execute(statement)
    return place


def open_for_all(place: Place) -> None:
    """Bake a campaign in which one can take part in every way."""
    key, material = (f"00000000-0000-0000-0000-00000000000{digit}" for digit in (7, 9))
    ways = ("activity", "pledge", "order")
    offer = Offer(
        campaigns=(OpenCampaign(key=key, title="Dita", address="/sq/fushata/dita/", ways=ways),),
        audiences=(("parents", "Prindër"),),
        kinds=(("company", "Kompani"),),
        materials=((material, "Plakati"),),
    )
    baking = Baking(place.front / "baked" / "site")
    baking.put(ADDRESS, offers_text({"sq": offer, "en": offer}), KIND)
    baking.finish()


@dataclass
class Front:
    """A running front; `log` is all that it printed."""

    process: "subprocess.Popen[bytes]"
    port: int
    log: Path

    def ask(self, method: str, address: str, body: bytes = b"", *, source: str = "", **headers: str) -> tuple[int, str]:
        """Ask once and return the status and the page; `source` is the address to ask from."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=30, source_address=(source, 0) if source else None
        )
        with closing(connection):
            fixed = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
            connection.request(method, address, body or None, fixed | headers)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()

    def send(self, *, source: str = "", **answers: str) -> str:
        """Send a report and return its code."""
        headers = {"X-Forwarded-For": "198.51.100.77"}
        _, page = self.ask("GET", "/sq/raporto/", source=source, **headers)
        hidden = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
        body = urlencode({**hidden, "harm": "bullying", "website": "", **answers}).encode()
        status, page = self.ask("POST", "/sq/raporto/", body, source=source, **headers)
        assert status == 200, page
        found = re.search(r'data-receipt="([0-9A-Z-]{19})"', page)
        assert found
        assert found[1] == hidden["receipt"]
        return found[1]

    def open(self, code: str, **fields: str) -> tuple[int, str]:
        """Open the page behind a code."""
        return self.ask("POST", "/sq/kodi/", urlencode({"code": code, **fields}).encode())


@contextmanager
def running(place: Place, **environment: str) -> Iterator[Front]:
    """Run the front while the block runs."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
    log = place.whole.parent / "front.log"
    with log.open("ab") as output:
        process = subprocess.Popen(
            [ISIGURT, "front", "--port", str(port)], env=place.of_front | environment, stdout=output, stderr=output
        )
    try:
        _wait(process, port, log)
        yield Front(process, port, log)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise


def _wait(process: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    for _ in range(300):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    raise RuntimeError(f"the front did not start: {log.read_text()}")


def disguises(word: str) -> dict[str, bytes]:
    """Return every way in which `word` could lie in a file without being encrypted."""
    raw = word.encode()
    middle = {f"base64+{shift}": base64.b64encode(b"x" * shift + raw)[4:-4] for shift in range(3)}
    return middle | {
        "utf-8": raw,
        "utf-16-le": word.encode("utf-16-le"),
        "utf-16-be": word.encode("utf-16-be"),
        "utf-32-le": word.encode("utf-32-le"),
        "latin-1": word.encode("latin-1", "replace"),
        "hex": raw.hex().encode(),
        "HEX": raw.hex().upper().encode(),
        "percent": quote(word).encode(),
        "json": word.encode("unicode_escape"),
        "reversed": raw[::-1],
    }
