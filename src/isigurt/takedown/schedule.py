"""When a watched address is looked at again (DESIGN 6)."""

import random
from datetime import datetime, timedelta
from itertools import pairwise

# (until this long after the watch began, look this often); the last one holds for ever.
RHYTHM = (
    (timedelta(hours=24), timedelta(minutes=15)),
    (timedelta(days=3), timedelta(hours=1)),
    (timedelta(days=14), timedelta(hours=6)),
    (timedelta.max, timedelta(days=1)),
)
AFTER_REMOVAL = (timedelta(days=7), timedelta(days=30), timedelta(days=90))
JITTER = 0.1  # each wait is this share longer or shorter, so that neither hosts nor we see all looks at once

assert all(earlier[0] < later[0] for earlier, later in pairwise(RHYTHM))  # noqa: S101

_chance = random.SystemRandom()


def _jittered(wait: timedelta, chance: random.Random) -> timedelta:
    return wait * chance.uniform(1 - JITTER, 1 + JITTER)


def next_look(*, began_at: datetime, now: datetime, chance: random.Random = _chance) -> datetime:
    """Return when to look again at content that is not yet removed.

    A `now` before `began_at` (the clock was put back) counts as the beginning.
    """
    age = max(now - began_at, timedelta(0))
    interval = next(every for until, every in RHYTHM if age < until)
    return now + _jittered(interval, chance)


def next_look_after_removal(*, removed_at: datetime, now: datetime, chance: random.Random = _chance) -> datetime | None:
    """Return when to look again at removed content, or None once the last of the late looks has been made.

    A look up to a tenth early (jitter) still counts as the late look it was meant to be.
    """
    age = max(now - removed_at, timedelta(0))
    for wait in AFTER_REMOVAL:
        if age < wait * (1 - JITTER):
            return max(removed_at + _jittered(wait, chance), now)
    return None
