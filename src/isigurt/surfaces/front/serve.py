"""Runs the public front: one process, several threads, no access log."""

import resource

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# A thread waits while a slow phone sends its form; idle threads cost next to nothing.
THREADS = 64
# A browser keeps six lines open for half a minute after it has what it wanted. Beyond this many lines new ones wait, a
# report too, so it is several times what a crowd leaves open (bench/rush.py).
LINES = 8192
_OTHER_FILES = 256


def serve(host: str, port: int, application: str = "isigurt.surfaces.front.wsgi:application") -> None:
    """Serve the public pages, or an application to compare with, until told to end (SIGTERM, SIGINT)."""
    Granian(
        application,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        backpressure=_lines(),
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=5,
        websockets=False,
        log_access=False,
        log_level=LogLevels.error,
    ).serve()


def _lines() -> int:
    """Return how many lines may be open at once: each is a file to the system, which often allows 1024 unless asked."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = LINES + _OTHER_FILES
    if soft != resource.RLIM_INFINITY and soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    return LINES if soft == resource.RLIM_INFINITY else max(1, min(LINES, soft - _OTHER_FILES))
