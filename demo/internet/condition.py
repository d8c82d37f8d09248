"""In what condition each page and name is; kept in a file, so that it outlives the demo's restart."""

import json
import os
import threading
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path


class Condition(StrEnum):
    """What a page answers."""

    UP = "up"
    DOWN = "down"
    ERROR = "error"
    SILENT = "silent"


@dataclass(frozen=True)
class Visit:
    """What a host sees of one visit."""

    at: datetime
    what: str
    answer: str


@dataclass
class Conditions:
    """The conditions of all pages (by address) and the names that are switched off; all else is up."""

    path: Path
    _pages: dict[str, Condition] = field(default_factory=dict)
    _names_off: set[str] = field(default_factory=set)
    visits: deque[Visit] = field(default_factory=lambda: deque(maxlen=40))
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @classmethod
    def load(cls, path: Path) -> "Conditions":
        """Read the conditions kept at `path`; without the file everything is up."""
        kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
        return cls(
            path=path,
            _pages={address: Condition(word) for address, word in kept.get("pages", {}).items()},
            _names_off=set(kept.get("names_off", [])),
        )

    def of(self, address: str) -> Condition:
        """Return the condition of the page at `address`."""
        return self._pages.get(address, Condition.UP)

    def put(self, address: str, condition: Condition) -> None:
        """Bring the page at `address` into `condition`."""
        with self._lock:
            self._pages[address] = condition
            self._keep()

    def is_off(self, name: str) -> bool:
        """Return whether `name` is switched off: both resolvers then say that it does not exist."""
        return name in self._names_off

    def switch(self, name: str, *, off: bool) -> None:
        """Switch `name` off or on."""
        with self._lock:
            (self._names_off.add if off else self._names_off.discard)(name)
            self._keep()

    def seen(self, what: str, answer: str) -> None:
        """Note a visit for the operator's page."""
        self.visits.appendleft(Visit(datetime.now(UTC), what, answer))

    def recent(self) -> Iterable[Visit]:
        """Return the latest visits, newest first."""
        return list(self.visits)

    def _keep(self) -> None:
        fresh = self.path.with_suffix(".new")
        fresh.write_text(json.dumps({"pages": self._pages, "names_off": sorted(self._names_off)}, indent=1), "utf-8")
        os.replace(fresh, self.path)  # noqa: PTH105 - one atomic step
