"""What a report costs the public door: the whole protocol over HTTP, durable, against one front process.

Prints `name value unit`, the median of five runs. One report is: a new connection, the form fetched, three addresses
and 800 characters sent back, the receipt read and found to be the form's own. Run it with `python -m bench.intake`.
"""

import asyncio
import os
import random
import re
import signal
import socket
import sqlite3
import statistics
import string
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

SENDERS = (1, 8, 64)
RUNS = 5
SECONDS = 3.0
RECEIPT = re.compile(rb'name="receipt" value="([0-9A-Z-]{19})"')
OPENED = re.compile(rb'name="opened" value="([0-9]+)"')

# A worker that never rests: it opens what comes in (the real step), and when nothing is there it still writes.
BUSY_WORKER = """
import django, uuid
django.setup()
from django.db import transaction
from isigurt import clock
from isigurt.intake.door.models import PublishedStatus
from isigurt.steps.registry import get
from isigurt.steps.runner import run_batch
step = get("intake.open")
while True:
    run_batch(step)
    with transaction.atomic(using="door"):
        PublishedStatus.objects.update_or_create(
            locator="0" * 32, defaults={"status": "received", "changed_at": clock.now()})
"""


@dataclass
class Run:
    """What one run of so many senders measured; times in seconds."""

    accepted: int = 0
    errors: int = 0
    refusals: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    send: list[float] = field(default_factory=list)
    form: list[float] = field(default_factory=list)


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def cpu_seconds(process: int) -> float:
    """CPU time of `process` and of all its children so far."""
    ticks = os.sysconf("SC_CLK_TCK")
    total = 0
    for task in Path(f"/proc/{process}/task").iterdir():
        children = (task / "children").read_text().split()
        total += sum(cpu_seconds(int(child)) for child in children)
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return total + (int(fields[11]) + int(fields[12])) / ticks


@contextmanager
def place() -> Iterator[dict[str, str]]:
    """A prepared folder of its own; yields the environment that leads there."""
    with tempfile.TemporaryDirectory(prefix="isigurt-bench-") as folder:
        environment = {**os.environ, "ISIGURT_VAR": folder}
        command = [str(Path(sys.executable).parent / "isigurt"), "prepare"]
        subprocess.run(command, env=environment, check=True, stdout=subprocess.DEVNULL)
        yield environment


@contextmanager
def front(environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """The real front; yields its port and its process."""
    port = free_port()
    command = [str(Path(sys.executable).parent / "isigurt"), "front", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
        try:
            for _ in range(200):
                with socket.socket() as attempt:
                    if attempt.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield port, process.pid
        finally:
            process.send_signal(signal.SIGTERM)


@contextmanager
def busy_worker(environment: dict[str, str]) -> Iterator[None]:
    settings = {"DJANGO_SETTINGS_MODULE": "isigurt.config.settings.worker"}
    with subprocess.Popen([sys.executable, "-c", BUSY_WORKER], env=environment | settings) as process:
        try:
            time.sleep(3)
            if process.poll() is not None:
                raise RuntimeError("the worker did not start")
            yield
        finally:
            process.kill()


async def exchange(
    port: int, pipe: tuple[asyncio.StreamReader, asyncio.StreamWriter], head: str, body: bytes
) -> tuple[int, bytes]:
    reader, writer = pipe
    writer.write(f"{head}\r\nHost: localhost:{port}\r\nAccept-Encoding: identity\r\n".encode())
    writer.write(
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    )
    answer = await reader.readuntil(b"\r\n\r\n")
    status = int(answer[9:12])
    length = re.search(rb"content-length: (\d+)", answer, re.IGNORECASE)
    return status, await reader.readexactly(int(length[1]) if length else 0)


def filled_form(page: bytes, words: str) -> tuple[bytes, bytes]:
    receipt, opened = RECEIPT.search(page), OPENED.search(page)
    assert receipt
    assert opened
    name = "".join(random.choices(string.ascii_lowercase, k=12))
    where = "\n".join(f"https://{name}.example.com/page/{number}?id={name}" for number in range(3))
    fields = {"receipt": receipt[1].decode(), "opened": opened[1].decode(), "harm": "bullying", "where": where}
    return receipt[1], urlencode(fields | {"words": words, "platform": "", "website": ""}).encode()


async def one_report(port: int, run: Run, words: str) -> None:
    pipe = await asyncio.open_connection("127.0.0.1", port)
    try:
        at = time.perf_counter()
        status, page = await exchange(port, pipe, "GET /sq/raporto/ HTTP/1.1", b"")
        run.form.append(time.perf_counter() - at)
        receipt, body = filled_form(page, words)
        at = time.perf_counter()
        status, page = await exchange(port, pipe, "POST /sq/raporto/ HTTP/1.1", body)
        run.send.append(time.perf_counter() - at)
        if status == 200 and receipt in page:
            run.accepted += 1
        else:
            run.refusals += 1
    finally:
        pipe[1].close()


async def sender(port: int, run: Run, until: float) -> None:
    words = ("Më kanë shkruar gjëra të këqija dhe nuk di çfarë të bëj. " * 20)[:800]
    while time.perf_counter() < until:
        try:
            await one_report(port, run, words)
        except (OSError, asyncio.IncompleteReadError, AssertionError):
            run.errors += 1


async def _send(port: int, senders: int, run: Run) -> None:
    started = time.perf_counter()
    await asyncio.gather(*(sender(port, run, started + SECONDS) for _ in range(senders)))
    run.seconds = time.perf_counter() - started


def one_run(port: int, process: int, senders: int) -> Run:
    run = Run()
    before = cpu_seconds(process)
    asyncio.run(_send(port, senders, run))
    run.cpu = cpu_seconds(process) - before
    return run


def percentile(values: list[float], percent: int) -> float:
    return sorted(values)[min(len(values) - 1, len(values) * percent // 100)]


def show(name: str, runs: list[Run]) -> None:
    def median(value: str, unit: str, figures: list[float], digits: int) -> None:
        print(f"{name}_{value} {statistics.median(figures):.{digits}f} {unit}", flush=True)

    median("accepted", "reports/s", [run.accepted / run.seconds for run in runs], 0)
    median("server_cpu", "ms/report", [1000 * run.cpu / max(1, run.accepted) for run in runs], 2)
    median("send_p50", "ms", [1000 * percentile(run.send, 50) for run in runs], 1)
    median("send_p99", "ms", [1000 * percentile(run.send, 99) for run in runs], 1)
    median("form_p99", "ms", [1000 * percentile(run.form, 99) for run in runs], 1)
    print(f"{name}_errors {sum(run.errors for run in runs)} reports")
    print(f"{name}_refusals {sum(run.refusals for run in runs)} reports", flush=True)


def bare_inserts(folder: Path, size: int) -> tuple[float, float]:
    """Insert rows of `size` bytes, each durable, with nothing around; return a second and CPU ms each."""
    with sqlite3.connect(folder / "bare.sqlite3", isolation_level=None) as store:
        store.execute("PRAGMA journal_mode=WAL")
        store.execute("PRAGMA synchronous=FULL")
        store.execute("CREATE TABLE IF NOT EXISTS bare (id BLOB PRIMARY KEY, sealed BLOB)")
        started, cpu, rows = time.perf_counter(), time.process_time(), 0
        while time.perf_counter() - started < 1:
            store.execute("BEGIN IMMEDIATE")
            store.execute("INSERT INTO bare VALUES (?, ?)", (os.urandom(16), os.urandom(size)))
            store.execute("COMMIT")
            rows += 1
        seconds, used = time.perf_counter() - started, time.process_time() - cpu
    store.close()
    return rows / seconds, 1000 * used / rows


def kept(environment: dict[str, str]) -> tuple[int, int]:
    """Return how many envelopes lie in the door, and the bytes of one."""
    with sqlite3.connect(Path(environment["ISIGURT_VAR"]) / "door" / "door.sqlite3") as store:
        return tuple(store.execute("SELECT count(*), coalesce(max(length(sealed)), 0) FROM door_envelope").fetchone())


def main() -> None:
    with place() as environment, front(environment) as (port, process):
        one_run(port, process, 8)  # pages rendered, modules loaded
        before = kept(environment)[0]
        accepted = 0
        for senders in SENDERS:
            runs = [one_run(port, process, senders) for _ in range(RUNS)]
            accepted += sum(run.accepted for run in runs)
            show(f"intake_{senders}", runs)
        rows, size = kept(environment)
        print(f"intake_accepted_and_not_kept {accepted - (rows - before)} reports")
        bare = [bare_inserts(Path(environment["ISIGURT_VAR"]), size) for _ in range(RUNS)]
        print(f"intake_bare_insert {statistics.median(rate for rate, _ in bare):.0f} rows/s")
        print(f"intake_bare_insert_cpu {statistics.median(cpu for _, cpu in bare):.2f} ms/row", flush=True)
        with busy_worker(environment):
            for senders in SENDERS:
                show(f"intake_{senders}_worker_busy", [one_run(port, process, senders) for _ in range(RUNS)])


if __name__ == "__main__":
    main()
