"""From single looks to seen down, removed, returned (DESIGN 6). Pure: no network, no store."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from isigurt.takedown.verdicts import Verdict

NEGATIVES_NEEDED = 3
OVER_AT_LEAST = timedelta(hours=24)


class Standing(StrEnum):
    """Where the content stands, as far as the looks tell."""

    WATCHING = "watching"  # up, or nothing certain yet
    SEEN_DOWN = "seen_down"
    REMOVED = "removed"
    RETURNED = "returned"


@dataclass(frozen=True)
class Memory:
    """What is remembered of all looks so far.

    The removal lies between `last_up_at` (None: it was never seen up) and `first_down_at`. `negatives` counts the
    negative answers since then.
    """

    standing: Standing = Standing.WATCHING
    last_up_at: datetime | None = None
    first_down_at: datetime | None = None
    negatives: int = 0
    removed_at: datetime | None = None


def after_look(memory: Memory, *, verdict: Verdict, at: datetime) -> Memory:
    """Return what is known after one more look.

    Only UP and DOWN say anything; a timeout, a refusal or an unconfirmed soft 404 neither counts nor resets.
    """
    if verdict is Verdict.UP:
        return _seen_up(memory, at)
    if verdict is Verdict.DOWN:
        return _seen_down(memory, at)
    return memory


def _seen_up(memory: Memory, at: datetime) -> Memory:
    back = memory.standing is Standing.REMOVED
    if back or memory.standing is Standing.RETURNED:
        return Memory(standing=Standing.RETURNED, last_up_at=at)
    return Memory(standing=Standing.WATCHING, last_up_at=at)


def _seen_down(memory: Memory, at: datetime) -> Memory:
    if memory.standing is Standing.REMOVED:
        return replace(memory, negatives=memory.negatives + 1)
    first = memory.first_down_at
    if first is None or at < first:
        # A first negative, or a look up, in the future means that the clock was put back: the 24 hours start anew.
        last_up = min(memory.last_up_at, at) if memory.last_up_at else None
        return replace(memory, standing=Standing.SEEN_DOWN, last_up_at=last_up, first_down_at=at, negatives=1)
    negatives = memory.negatives + 1
    if negatives >= NEGATIVES_NEEDED and at - first >= OVER_AT_LEAST:
        return replace(memory, standing=Standing.REMOVED, negatives=negatives, removed_at=at)
    return replace(memory, standing=Standing.SEEN_DOWN, negatives=negatives)
