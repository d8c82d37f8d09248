"""The demo accounts' one-time codes (RFC 6238), as an authenticator app on a phone would show them."""

import base64
import hashlib
import hmac
import json
import struct
import time
from dataclasses import dataclass
from pathlib import Path

STEP = 30
DIGITS = 6


@dataclass(frozen=True)
class Account:
    """A demo account with all that is needed to sign in."""

    role: str
    name: str
    email: str
    password: str
    secret: str

    def code(self, at: float) -> str:
        """Return the code at `at` (seconds since 1970)."""
        return one_time_code(self.secret, at)


def one_time_code(secret: str, at: float) -> str:
    """Return the code of the base32 `secret` at `at` (seconds since 1970)."""
    counter = struct.pack(">Q", int(at) // STEP)
    padded = secret + "=" * (-len(secret) % 8)
    digest = hmac.new(base64.b32decode(padded), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def seconds_left(at: float) -> int:
    """Return how long the codes of `at` still hold."""
    return STEP - int(at) % STEP


def read_accounts(path: Path) -> list[Account]:
    """Return the demo's accounts, or none before the demo was prepared."""
    if not path.exists():
        return []
    return [Account(**entry) for entry in json.loads(path.read_text("utf-8"))]


def shown(path: Path) -> dict[str, object]:
    """Return what the authenticator's page shows now."""
    now = time.time()
    accounts = [(account, account.code(now)) for account in read_accounts(path)]
    return {"accounts": accounts, "seconds_left": seconds_left(now)}
