"""How often each material was downloaded: counted in memory, written out every few seconds and at the end.

A number for a day and a file is all there is; who asked is not looked at. A download never waits for the count, and
a count that cannot be written waits for the next time.
"""

import atexit
import logging
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from multiprocessing import util

from django.db import connections
from django.utils import timezone

from isigurt.intake.door.counting import add_downloads

logger = logging.getLogger(__name__)
MATERIALS = "/media/documents/"
EVERY_SECONDS = 5.0
Counts = Mapping[tuple[date, str], int]


class Downloads:
    """The counts that are not written out yet."""

    def __init__(self, add: Callable[[Counts], None] = add_downloads, *, every: float = EVERY_SECONDS) -> None:
        self._add = add
        self._every = every
        self._mutex = threading.Lock()
        self._counts: Counter[tuple[date, str]] = Counter()
        self._writer: threading.Thread | None = None

    def count(self, address: str) -> None:
        """Count one download, if there is a material at this address."""
        if not address.startswith(MATERIALS):
            return
        with self._mutex:
            self._counts[timezone.localdate(), address] += 1
            if self._writer is None:
                self._writer = threading.Thread(target=self._write_on, name="downloads", daemon=True)
                self._writer.start()
                # The server's worker is a process that leaves by multiprocessing's way out, which knows no `atexit`.
                util.Finalize(None, self.write_out, exitpriority=10)
                atexit.register(self.write_out)

    def write_out(self) -> None:
        """Write what was counted meanwhile; keep it when that fails."""
        with self._mutex:
            counts, self._counts = self._counts, Counter()
        if not counts:
            return
        try:
            self._add(counts)
        except Exception as error:  # noqa: BLE001 - whatever goes wrong, nobody's download may suffer
            with self._mutex:
                self._counts.update(counts)
            logger.error("downloads could not be counted: %s", type(error).__name__)  # noqa: TRY400
            connections["door"].close_if_unusable_or_obsolete()

    def _write_on(self) -> None:
        rest = threading.Event()
        while not rest.wait(self._every):
            self.write_out()
