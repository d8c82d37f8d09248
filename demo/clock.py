"""The demo's fast clock: one for all its processes, it runs only while the demo runs, and never goes back.

`clock.json` says which demo time it was at which reading of the machine's monotonic clock (the same for every
process of a machine until it is started anew); it is written when the demo starts. `clock-last.json` is written
twice a second: the next start goes on from there, so that a night off is no jump of weeks.
"""

import json
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from demo.choices import Choices

ANCHOR = "clock.json"
LAST = "clock-last.json"
# The last note may be this old (seconds) when the demo was killed: the next start skips as much.
OLDEST_NOTE = 2.0


@dataclass(frozen=True)
class FastClock:
    """Tells the demo's time: `began` at `anchor` (seconds of the monotonic clock), running `speed` times faster."""

    began: datetime
    anchor: float
    speed: float

    def __call__(self) -> datetime:
        """Return the demo's time, aware, in UTC."""
        return self.began + timedelta(seconds=(time.monotonic() - self.anchor) * self.speed)


def start(choices: Choices, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> FastClock:
    """Set the clock going where the last run left it, or at the real time the first time; only `up` calls this."""
    last = choices.folder / LAST
    if last.exists():
        noted = datetime.fromisoformat(json.loads(last.read_text())["now"])
        began = noted + timedelta(seconds=OLDEST_NOTE * choices.speed)
    else:
        began = now()
    clock = FastClock(began=began, anchor=time.monotonic(), speed=choices.speed)
    _write(
        choices.folder / ANCHOR,
        {"began": clock.began.isoformat(), "anchor": clock.anchor, "speed": clock.speed},
    )
    _write(last, {"now": clock().isoformat()})
    return clock


def read(choices: Choices) -> FastClock:
    """Return the clock that `start` set going."""
    kept = json.loads((choices.folder / ANCHOR).read_text())
    return FastClock(datetime.fromisoformat(kept["began"]), kept["anchor"], kept["speed"])


def keep_time(choices: Choices) -> None:
    """Note the demo's time for the next start."""
    _write(choices.folder / LAST, {"now": read(choices)().isoformat()})


def _write(path: Path, value: dict[str, object]) -> None:
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_text(json.dumps(value))
    os.replace(fresh, path)  # noqa: PTH105 - one atomic step
