"""The night the form is on television: 10,000 readers in ten minutes while reports come in. No report waits a second.

Each reader comes for the first time, at a moment of their own: the first page with all that it loads (over six
connections, as browsers do), then three more pages with what they need besides, with pauses to read. Meanwhile four
people send whole reports, one after the other with a second between (`bench.intake`): a new connection, the form, the
answers, the receipt. The worker is at work too. One front process, on loopback.

Prints `name value unit`; ends with 1 when a report waited longer, or anything failed. Run it with
`python -m bench.rush`, or for fewer seconds with the same crowding: `python -m bench.rush 60`.
"""

import asyncio
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench._demo_site import bake_demo
from bench.intake import Run, cpu_seconds, front, one_report, percentile, place

SECONDS, READERS = 600.0, 10_000
WAITING, REPORTERS, BETWEEN = 1.0, 4, 1.0
PAUSE = (3.0, 12.0)
FIRST = "/sq/"
NEXT = ("/sq/ndihme/", "/sq/ndihme/1/", "/sq/ndihme/10/", "/sq/fushata/", "/sq/fushata/dita-2027/", "/sq/materiale/",
        "/sq/media/hapet-fushata-2023/", "/sq/rreth-nesh/", "/sq/raporto/")  # fmt: skip
# What no page names but every browser fetches: what the sheets draw with, and what the worker keeps.
BESIDES = ("/worker.js", "/sq/pa-lidhje/", "/en/offline/")
NAMED = re.compile(r'(?:href|src)="(/static/[^"#]+|/[a-z]{2}/app\.webmanifest)')
CONNECTIONS = 6


@dataclass
class Crowd:
    """What the readers met: seconds to a whole first page and to each further one, requests, failures."""

    first: list[float] = field(default_factory=list)
    further: list[float] = field(default_factory=list)
    requests: int = 0
    errors: int = 0
    # How late a timer of this client was at worst: what the machine itself was doing to everybody on it.
    late: float = 0.0


class Line:
    """A connection as a browser holds it: opened when it is needed, and again when the server has closed it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def fetch(self, path: str) -> None:
        """Ask for one thing; once more if the line was an old one and turned out to be closed."""
        used = self._pipe is not None
        try:
            await self._ask(path)
        except (ConnectionError, asyncio.IncompleteReadError):
            if not used:
                raise
            self.close()
            await self._ask(path)

    async def _ask(self, path: str) -> None:
        if self._pipe is None:
            self._pipe = await asyncio.open_connection("127.0.0.1", self._port)
        reader, writer = self._pipe
        writer.write(f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, br\r\n\r\n".encode())
        head = await reader.readuntil(b"\r\n\r\n")
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{path}: {head[:20]!r}")
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        await reader.readexactly(int(length[1]) if length else 0)

    def close(self) -> None:
        if self._pipe is not None:
            self._pipe[1].close()
            self._pipe = None


async def needs(port: int, page: str) -> set[str]:
    """Return what a page loads."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(f"GET {page} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
    html = (await reader.read()).decode()
    writer.close()
    return set(NAMED.findall(html))


async def load(lines: list[Line], paths: list[str], crowd: Crowd) -> None:
    """Fetch everything, as many at once as there are lines."""

    async def some(line: Line) -> None:
        while paths:
            await line.fetch(paths.pop())
            crowd.requests += 1

    await asyncio.gather(*map(some, lines))


async def reader(port: int, crowd: Crowd, wanted: dict[str, set[str]], comes: float) -> None:
    await asyncio.sleep(comes)
    lines = [Line(port) for _ in range(CONNECTIONS)]
    has = set(BESIDES)
    try:
        for page, times in [(FIRST, crowd.first), *((page, crowd.further) for page in random.sample(NEXT, 3))]:
            started = time.perf_counter()
            await load(lines[:1], [page], crowd)
            await load(lines, sorted(wanted[page] - has) + (list(BESIDES) if page == FIRST else []), crowd)
            times.append(time.perf_counter() - started)
            has |= wanted[page]
            await asyncio.sleep(random.uniform(*PAUSE))
    except (OSError, asyncio.IncompleteReadError):
        crowd.errors += 1
    finally:
        for line in lines:
            line.close()


async def reporter(port: int, run: Run, until: float) -> None:
    words = ("Më kanë shkruar gjëra të këqija dhe nuk di çfarë të bëj. " * 20)[:800]
    await asyncio.sleep(random.uniform(0, BETWEEN))
    while time.perf_counter() < until:
        try:
            await one_report(port, run, words)
        except (OSError, asyncio.IncompleteReadError, AssertionError):
            run.errors += 1
        await asyncio.sleep(BETWEEN)


async def watch_the_weather(crowd: Crowd, until: float) -> None:
    while (started := time.perf_counter()) < until:
        await asyncio.sleep(0.05)
        crowd.late = max(crowd.late, time.perf_counter() - started - 0.05)


@contextmanager
def worker(environment: dict[str, str]) -> Iterator[None]:
    """The real worker, which opens what comes in."""
    command = [str(Path(sys.executable).parent / "isigurt"), "worker"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            time.sleep(3)
            if process.poll() is not None:
                raise RuntimeError("the worker did not start")
            yield
        finally:
            process.send_signal(signal.SIGTERM)


async def rush(port: int, seconds: float, readers: int) -> tuple[Crowd, Run]:
    crowd, run = Crowd(), Run()
    wanted = {page: await needs(port, page) for page in (FIRST, *NEXT)}
    until = time.perf_counter() + seconds
    await asyncio.gather(
        *(reader(port, crowd, wanted, random.uniform(0, seconds)) for _ in range(readers)),
        *(reporter(port, run, until) for _ in range(REPORTERS)),
        watch_the_weather(crowd, until),
    )
    return crowd, run


def main(seconds: float) -> int:
    with place() as environment:
        bake_demo(environment)
        with front(environment) as (port, process), worker(environment):
            before, started = cpu_seconds(process), time.perf_counter()
            crowd, run = asyncio.run(rush(port, seconds, round(READERS * seconds / SECONDS)))
            took, cpu = time.perf_counter() - started, cpu_seconds(process) - before
    slowest = max(run.send + run.form)
    print(f"rush_readers {len(crowd.first)} readers")
    print(f"rush_time {took:.0f} s")
    print(f"rush_requests {crowd.requests / took:.0f} requests/s")
    print(f"rush_front_cpu {100 * cpu / took:.0f} %")
    print(f"rush_first_page_p50 {1000 * percentile(crowd.first, 50):.0f} ms")
    print(f"rush_first_page_p99 {1000 * percentile(crowd.first, 99):.0f} ms")
    print(f"rush_further_page_p99 {1000 * percentile(crowd.further, 99):.0f} ms")
    print(f"rush_readers_with_errors {crowd.errors} readers")
    print(f"rush_reports {run.accepted} reports")
    print(f"rush_reports_refused_or_broken {run.refusals + run.errors} reports")
    print(f"rush_report_p99 {1000 * percentile(run.send, 99):.0f} ms")
    print(f"rush_timer_late_at_worst {1000 * crowd.late:.0f} ms")
    print(f"rush_slowest_report {1000 * slowest:.0f} ms", flush=True)
    return int(slowest > WAITING or bool(crowd.errors + run.errors + run.refusals))


if __name__ == "__main__":
    sys.exit(main(float(sys.argv[1]) if len(sys.argv) > 1 else SECONDS))
