"""Serves the desk: one process, a few threads, no access log."""

from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

# A hotline's staff is a handful of people; each thread keeps its own connection to the store.
THREADS = 4
# Seconds that a request in flight has to finish when the desk is told to end.
TIME_TO_FINISH = 5


def serve(host: str, port: int) -> None:
    """Serve the desk on `host`:`port` until SIGTERM or SIGINT."""
    Granian(
        "isigurt.surfaces.desk.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        http=HTTPModes.http1,
        websockets=False,
        log_access=False,
        log_level=LogLevels.warning,
        respawn_failed_workers=True,
        workers_kill_timeout=TIME_TO_FINISH,
    ).serve()
