"""The worker: runs the steps until it is told to stop."""

import signal
import threading

from isigurt.steps.runner import run_for_ever


def work() -> None:
    """Run every step until SIGTERM or SIGINT; the acts under way are finished first."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    run_for_ever(stop)
