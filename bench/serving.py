"""What serving a baked page costs: the real front against a bare WSGI application under the same server.

Both run in one process with the front's own settings of the server, one after the other, five times in turn, so that
both see the same weather. The client asks over a few connections, many requests at once on each, and only counts
bytes, so that it is the server that is measured; where there are two processors, each has one to itself.
Prints `name value unit`, medians of five. Run it with `python -m bench.serving`.
"""

import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from bench._demo_site import bake_demo
from bench.intake import cpu_seconds, free_port, place

RUNS, SECONDS, CONNECTIONS, AT_ONCE = 5, 4.0, 8, 16
PAGES = ("/sq/", "/sq/ndihme/1/", "/sq/fushata/", "/en/help/", "/sq/materiale/", "/en/campaigns/day-2027/",
         "/sq/media/hapet-fushata-2023/", "/en/about/privacy/")  # fmt: skip
APPLICATIONS = {"hello": "bench._hello:application", "baked": "isigurt.surfaces.front.wsgi:application"}
SERVE = "import sys; from isigurt.surfaces.front.serve import serve; serve('127.0.0.1', int(sys.argv[1]), sys.argv[2])"


def keep_to(processor: int, process: int = 0) -> None:
    """Let a process run on one processor only, if there is more than one."""
    there = sorted(os.sched_getaffinity(process))
    if len(there) > 1:
        os.sched_setaffinity(process, {there[processor]})


@contextmanager
def served(application: str, environment: dict[str, str]) -> Iterator[tuple[int, int]]:
    """Serve an application as the front is served; yields its port and its process."""
    port = free_port()
    settings = {"DJANGO_SETTINGS_MODULE": "isigurt.config.settings.front"}
    command = [sys.executable, "-c", SERVE, str(port), application]
    with subprocess.Popen(command, env=environment | settings) as process:
        keep_to(0, process.pid)  # at once: what it starts later stays there too
        try:
            for _ in range(400):
                with socket.socket() as attempt:
                    if attempt.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.05)
            yield port, process.pid
        finally:
            process.send_signal(signal.SIGTERM)


def request(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip, deflate, br\r\n\r\n".encode()


def size_of(port: int, path: str) -> int:
    """Ask once and return the bytes of the whole answer, which are the same each time."""
    with socket.create_connection(("127.0.0.1", port)) as pipe:
        pipe.sendall(request(path))
        answer = b""
        while b"\r\n\r\n" not in answer:
            answer += pipe.recv(65536)
        head = answer.partition(b"\r\n\r\n")[0]
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(f"{path}: {head[:40]!r}")
        length = re.search(rb"content-length: (\d+)", head, re.IGNORECASE)
        return len(head) + 4 + int(length[1] if length else 0)


def ask(port: int, paths: tuple[str, ...], size: int, until: float, counts: list[int]) -> None:
    """Ask for all of `paths` at once, again and again, on one connection."""
    asked, room, count = b"".join(map(request, paths)), memoryview(bytearray(1 << 20)), 0
    with socket.create_connection(("127.0.0.1", port)) as pipe:
        while time.perf_counter() < until:
            pipe.sendall(asked)
            left = size
            while left > 0:
                left -= pipe.recv_into(room, min(left, len(room)))
            count += len(paths)
    counts.append(count)


def one_run(port: int, process: int) -> tuple[float, float]:
    """Return requests a second, and CPU microseconds of the server for one."""
    paths = tuple(PAGES[number % len(PAGES)] for number in range(AT_ONCE))
    sizes = {path: size_of(port, path) for path in PAGES}
    size = sum(sizes[path] for path in paths)
    counts: list[int] = []
    before, started = cpu_seconds(process), time.perf_counter()
    askers = [
        threading.Thread(target=ask, args=(port, paths, size, started + SECONDS, counts)) for _ in range(CONNECTIONS)
    ]
    for each in askers:
        each.start()
    for each in askers:
        each.join()
    seconds, cpu = time.perf_counter() - started, cpu_seconds(process) - before
    return sum(counts) / seconds, 1e6 * cpu / sum(counts)


def main() -> None:
    with place() as environment:
        bake_demo(environment)
        with served(APPLICATIONS["hello"], environment) as hello, served(APPLICATIONS["baked"], environment) as baked:
            keep_to(1)
            servers = {"hello": hello, "baked": baked}
            for server in servers.values():
                one_run(*server)  # modules loaded, files in memory
            runs = [{name: one_run(*server) for name, server in servers.items()} for _ in range(RUNS)]
    for name in servers:
        print(f"serving_{name} {statistics.median(run[name][0] for run in runs):.0f} requests/s")
        print(f"serving_{name}_cpu {statistics.median(run[name][1] for run in runs):.0f} us/request")
    share = statistics.median(run["baked"][0] / run["hello"][0] for run in runs)
    print(f"serving_baked_share_of_hello {100 * share:.0f} %", flush=True)


if __name__ == "__main__":
    main()
