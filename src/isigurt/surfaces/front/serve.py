"""Runs the public front: one process, several threads, no access log."""

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

# A thread waits while a slow phone sends its form; idle threads cost next to nothing.
THREADS = 64


def serve(host: str, port: int) -> None:
    """Serve the public pages on `host`:`port` until told to end (SIGTERM, SIGINT)."""
    Granian(
        "isigurt.surfaces.front.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=5,
        websockets=False,
        log_access=False,
        log_level=LogLevels.error,
    ).serve()
