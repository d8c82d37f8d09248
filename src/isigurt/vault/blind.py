"""Blind indexes: find a row by a value without storing the value."""

import hashlib
import hmac

from isigurt.vault import keyring


def blind_index(purpose: str, value: str) -> str:
    """Return 32 hex characters of HMAC-SHA256 of `value` under the index key of `purpose`.

    The same value gives the same index, and nothing else can be learned from it without the index key. Give each
    column its own purpose, so that indexes of different columns cannot be compared; normalise `value` first.
    """
    digest = hmac.new(keyring.index_key(purpose), value.encode("utf-8", "surrogatepass"), hashlib.sha256)
    return digest.hexdigest()[:32]
