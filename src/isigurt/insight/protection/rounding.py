"""Keyed random rounding to base five, after the cell key method of the Australian Bureau of Statistics.

A count is rounded up or down by chance, up with the probability that leaves it right on average. The chance is not
drawn: it is an HMAC of the records counted. So the same set of records gives the same answer wherever and whenever it
is counted, and asking again teaches nothing.
"""

import hmac

from isigurt.insight.register.counting import Count

BASE = 5
REACH = BASE - 1  # how far a published count may be from the true one
NOISE = 2 * REACH  # two published counts can lie so far apart though nothing changed
SHARE_FROM = 20  # the smallest rounded whole of which a share is told
MEDIAN_FROM = 15  # the smallest rounded count of which a median is told


def rounded(count: Count, secret: bytes) -> int:
    """Return the count as it may be published: a multiple of five, less than five away."""
    rest = count.n % BASE
    message = count.keys.to_bytes(16) + count.n.to_bytes(8)
    chance = int.from_bytes(hmac.digest(secret, message, "sha256")[:8])
    # In whole numbers: chance / 2**64 < rest / 5.
    return count.n - rest + (BASE if chance * BASE < rest << 64 else 0)


def share(part: int, whole: int) -> int | None:
    """Return the whole percent that a rounded part is of a rounded whole; None of a small whole.

    Each is rounded on its own, so that a part may be larger than its whole; it is never told as more than all.
    """
    if whole < SHARE_FROM:
        return None
    return min(100, (200 * part + whole) // (2 * whole))
