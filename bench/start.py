"""How long `isigurt up` takes from a prepared folder to the first page, and what each process weighs.

Prints `name value unit`, the median of five runs. Run it with `python -m bench.start`.
"""

import http.client
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

RUNS = 5
PATIENCE = 60.0
SETTLED = 1.0  # seconds after the first page before the memory is read
ROLES = ("front", "desk", "worker")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def family(pid: int) -> list[int]:
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [one for child in task.read_text().split() for one in family(int(child))]
    return found


def proportional_memory(pids: list[int]) -> float:
    """Return the memory of the processes in MiB, what they share counted once between them (PSS)."""
    total = 0
    for pid in pids:
        found = re.search(r"^Pss:\s+(\d+) kB", Path(f"/proc/{pid}/smaps_rollup").read_text(), re.MULTILINE)
        total += int(found[1]) if found else 0
    return total / 1024


def role_of(pid: int) -> str:
    words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    return next((role for role in ROLES if role in words), "other")


def first_page(address: str, path: str) -> None:
    """Ask for a page until it is there. The name goes into the request only: not every machine knows *.localhost."""
    parts = urlsplit(address)
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        connection = http.client.HTTPConnection("127.0.0.1", parts.port, timeout=10)
        try:
            connection.request("GET", path, headers={"Host": parts.netloc})
            if connection.getresponse().status == 200:
                return
        except (OSError, http.client.HTTPException):
            pass
        finally:
            connection.close()
        time.sleep(0.01)
    raise RuntimeError(f"{address}{path} never came")


def one_run(environment: dict[str, str]) -> dict[str, float]:
    """Start, wait for both doors, weigh, end; return seconds and MiB by name."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "isigurt", "up"]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            first_page(environment["ISIGURT_FRONT"], "/sq/")
            public = time.perf_counter() - began
            first_page(environment["ISIGURT_DESK"], "/sign-in/")
            measured = {"first_public_page": public, "first_desk_page": time.perf_counter() - began}
            time.sleep(SETTLED)
            measured["memory_supervisor"] = proportional_memory([process.pid])
            for child in family(process.pid)[1:]:
                name = f"memory_{role_of(child)}"
                measured[name] = measured.get(name, 0.0) + proportional_memory([child])
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
    return measured


def main() -> None:
    """Print the medians."""
    with tempfile.TemporaryDirectory(prefix="isigurt-bench-") as folder:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("ISIGURT_")} | {
            "ISIGURT_VAR": folder,
            "ISIGURT_FRONT": f"http://localhost:{free_port()}",
            "ISIGURT_DESK": f"http://desk.localhost:{free_port()}",
        }
        subprocess.run(
            [sys.executable, "-m", "isigurt", "prepare"], env=environment, check=True, stdout=subprocess.DEVNULL
        )
        runs = [one_run(environment) for _ in range(RUNS)]
    for name in runs[0]:
        unit = "MiB" if name.startswith("memory") else "s"
        print(f"start_{name} {statistics.median(run[name] for run in runs):.2f} {unit}", flush=True)


if __name__ == "__main__":
    main()
