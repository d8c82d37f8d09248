"""The one clock of a case's life: what is received, due, seen and removed is dated by it.

Leases, sessions and one-time codes use real time instead (`django.utils.timezone.now`). There is no setting for
another clock; a composition outside the package (the demo, a test) installs one.
"""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def system_clock() -> datetime:
    """Return the machine's time, aware, in UTC."""
    return datetime.now(UTC)


_installed: Clock = system_clock


def now() -> datetime:
    """Return the time by the installed clock, aware, in UTC."""
    return _installed()


def install(clock: Clock) -> None:
    """Let `clock` tell the time from now on; only a composition or a test calls this."""
    global _installed  # noqa: PLW0603 - one clock a process is the point
    _installed = clock
