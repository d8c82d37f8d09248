"""How much room the door's disk has left, so that no receipt is given for what might not be kept."""

import os
import time
from enum import Enum
from pathlib import Path

from django.conf import settings
from django.db import connections

_MEASURED_FOR = 1.0


class Room(Enum):
    """What the door may still take in."""

    PLENTY = "plenty"
    SHORT_ONLY = "short only"
    NONE = "none"


class Gauge:
    """Measures the disk at most once a second."""

    def __init__(self) -> None:
        self._until = 0.0
        self._free: int | None = None

    def free_bytes(self) -> int | None:
        """Return the free bytes where the door's store lies, or None when its server has a disk of its own."""
        at = time.monotonic()
        if at >= self._until:
            self._free = _measure()
            self._until = at + _MEASURED_FOR
        return self._free

    def forget(self) -> None:
        """Measure anew at the next question."""
        self._until = 0.0

    def room(self) -> Room:
        """Return what may still be taken in: what is left at the end belongs to what is there already."""
        free = self.free_bytes()
        if free is None or free >= settings.ISIGURT_SHORT_ONLY_BELOW:
            return Room.PLENTY
        return Room.SHORT_ONLY if free >= settings.ISIGURT_NOTHING_BELOW else Room.NONE


def _measure() -> int | None:
    connection = connections["door"]
    if connection.vendor != "sqlite":
        return None
    disk = os.statvfs(Path(str(connection.settings_dict["NAME"])).parent)
    return disk.f_bavail * disk.f_frsize


gauge = Gauge()
