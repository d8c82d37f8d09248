"""Keys from keys: one secret, many purposes, none of which tells anything about another."""

import hashlib

_PERSON = b"isigurt derive 1"
_LONGEST = 64


def derive(secret: bytes, purpose: str, size: int = 32) -> bytes:
    """Derive `size` bytes (1 to 64) from `secret` (1 to 64 bytes) for `purpose` alone.

    Keyed BLAKE2b (RFC 7693) with its own personalisation. There is no stretching: `secret` must be random
    enough that nobody can try all of them (a receipt has 75 bits, a key file 256).
    """
    if not 1 <= len(secret) <= _LONGEST:
        msg = f"a secret to derive from has 1 to {_LONGEST} bytes, this one {len(secret)}"
        raise ValueError(msg)
    if not purpose:
        raise ValueError("derive for a named purpose")
    return hashlib.blake2b(purpose.encode(), key=secret, person=_PERSON, digest_size=size).digest()
