"""Runs steps: once over for a test or a command, for ever in the worker."""

import logging
import threading
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from django.db import close_old_connections, connections

from isigurt.steps.leases import give_back, put_off, take
from isigurt.steps.registry import Step, all_steps
from isigurt.steps.rows import StepRow

logger = logging.getLogger(__name__)


def _work(step: Step, row: StepRow) -> bool:
    try:
        step.act(row)
    except Exception as error:  # noqa: BLE001 - whatever an act raises, the row is put off and shown, never lost
        logger.warning("step %s put off a row: %s", step.name, type(error).__name__)
        put_off(step, row, error)
        return False
    give_back(step, row)
    return True


def _work_in_thread(step: Step, row: StepRow) -> bool:
    try:
        return _work(step, row)
    finally:
        connections.close_all()


def run_batch(step: Step) -> int:
    """Take one batch of due rows, act on each, and return how many were taken."""
    rows = take(step)
    if step.parallel > 1 and len(rows) > 1:
        with ThreadPoolExecutor(max_workers=min(step.parallel, len(rows))) as pool:
            list(pool.map(lambda row: _work_in_thread(step, row), rows))
    else:
        for row in rows:
            _work(step, row)
    return len(rows)


def run_due(step: Step, *, at_most: int = 100) -> int:
    """Run `step` until nothing is due (or `at_most` batches have run); return how many rows were taken."""
    total = 0
    for _ in range(at_most):
        taken = run_batch(step)
        if not taken:
            break
        total += taken
    return total


def run_until_idle(steps: Iterable[Step] | None = None, *, rounds: int = 50) -> int:
    """Run all steps, round after round, until a whole round finds nothing due; return the rows taken in all."""
    chosen = list(all_steps()) if steps is None else list(steps)
    total = 0
    for _ in range(rounds):
        taken = sum(run_due(step) for step in chosen)
        total += taken
        if not taken:
            return total
    raise RuntimeError("the steps never came to rest: an act leaves its row due")


def run_for_ever(stop: threading.Event, *, idle_seconds: float = 0.5) -> None:
    """Run every step in a thread of its own until `stop` is set, so that a slow relay never holds up a report."""
    threads = [
        threading.Thread(target=_loop, args=(step, stop, idle_seconds), name=step.name, daemon=True)
        for step in all_steps()
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _loop(step: Step, stop: threading.Event, idle_seconds: float) -> None:
    try:
        while not stop.is_set():
            if not _look(step, stop):
                stop.wait(idle_seconds)
    finally:
        connections.close_all()


def _look(step: Step, stop: threading.Event) -> int:
    try:
        close_old_connections()
        return run_batch(step)
    except Exception as error:  # noqa: BLE001 - a store that is away for a while must not end the thread
        # No traceback: its lines could quote a report.
        logger.error("step %s could not look for work: %s", step.name, type(error).__name__)  # noqa: TRY400
        connections.close_all()
        stop.wait(2)
        return 0
