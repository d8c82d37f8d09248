"""Which lane a report waits in. What looks automated waits behind the others; nothing is ever refused for it.

Signs: the trap field is filled in; the form came back faster than anyone types; many came from the same network
within the hour. For the last one a keyed hash of the network's prefix is counted in memory, under a key that is thrown
away every hour. It is never stored or logged, and the sealed report does not say which sign it was.
"""

import hashlib
import ipaddress
import secrets
import threading
import time
from collections.abc import Mapping
from typing import Any

from django.conf import settings

from isigurt.intake.door.models import Lane

FASTEST_SECONDS = 3
MOST_FROM_ONE_NETWORK = 30
_KEY_SECONDS = 3600
_MOST_NETWORKS = 50_000
_PREFIX = {4: 24, 6: 48}


class Networks:
    """Counts reports by network prefix for an hour, then forgets everything."""

    def __init__(self, *, key_seconds: float = _KEY_SECONDS) -> None:
        self._key_seconds = key_seconds
        self._lock = threading.Lock()
        self._renew(time.monotonic())

    def _renew(self, at: float) -> None:
        self._key = secrets.token_bytes(16)
        self._counts: dict[bytes, int] = {}
        self._until = at + self._key_seconds

    def many_from(self, address: str) -> bool:
        """Count one report from `address` and say whether its network sent many this hour."""
        try:
            host = ipaddress.ip_address(address)
        except ValueError:
            return False
        if isinstance(host, ipaddress.IPv6Address) and host.ipv4_mapped:
            host = host.ipv4_mapped
        prefix = host.packed[: _PREFIX[host.version] // 8]
        with self._lock:
            at = time.monotonic()
            if at >= self._until:
                self._renew(at)
            name = hashlib.blake2b(prefix, key=self._key, digest_size=8).digest()
            if name not in self._counts and len(self._counts) >= _MOST_NETWORKS:
                return False
            self._counts[name] = self._counts.get(name, 0) + 1
            return self._counts[name] > MOST_FROM_ONE_NETWORK


networks = Networks()


def client_address(meta: Mapping[str, Any]) -> str:
    """Return who is at the other end: the socket's peer, or whom a trusted proxy names as its own peer.

    Only the last entry of `X-Forwarded-For` counts, the one that the operator's own proxy wrote.
    """
    peer = str(meta.get("REMOTE_ADDR", ""))
    if peer in settings.ISIGURT_TRUSTED_PROXY:
        return str(meta.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip() or peer
    return peer


def opened_stamp() -> str:
    """Return the moment at which a form is served, for the form itself."""
    return str(int(time.time()))


def _too_fast(stamp: str) -> bool:
    if not stamp:
        return True  # people send back the form as it was served
    if not stamp.isascii() or not stamp.isdigit() or len(stamp) > 12:
        return True
    return 0 <= time.time() - int(stamp) < FASTEST_SECONDS


def lane_of(*, trap: str, stamp: str, address: str) -> Lane:
    """Return the lane for a report that was just sent."""
    many = networks.many_from(address)
    return Lane.AUTOMATED_LOOKING if trap or many or _too_fast(stamp) else Lane.PEOPLE
