"""The chain: how an entry is written down, and its hash.

The hash of an entry is SHA-256, in hex, of one line of JSON in UTF-8 with the keys `act`, `actor`, `at`, `detail`,
`prev_hash`, `seq`, `subject`, `subject_id`, sorted, without spaces: RFC 8785 for the values allowed here (text,
whole numbers up to 2^53, true, false, null). `at` is UTC with microseconds, `2026-11-24T04:30:00.000000Z`.
`prev_hash` of the first entry is 64 zeros. An auditor can compute it with any tool.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

Scalar = str | int | bool | None
GENESIS = "0" * 64


def instant(at: datetime) -> str:
    """Return an aware time as the chain writes it."""
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def canonical(
    *,
    seq: int,
    at: datetime,
    actor: str,
    act: str,
    subject: str,
    subject_id: str,
    detail: Mapping[str, Scalar],
    prev_hash: str,
) -> bytes:
    """Return the one line that stands for an entry."""
    line = {
        "seq": seq,
        "at": instant(at),
        "actor": actor,
        "act": act,
        "subject": subject,
        "subject_id": subject_id,
        "detail": detail,
        "prev_hash": prev_hash,
    }
    return json.dumps(line, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8", "surrogatepass")


def digest(line: bytes) -> str:
    """Return the hash of an entry's canonical line."""
    return hashlib.sha256(line).hexdigest()
