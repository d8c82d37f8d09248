"""Data keys under field keys: what `DataKey.wrapped` holds.

Version 1: `01`, length of the field key's id (1), the id (ASCII), nonce (12), AES-256-GCM of the data key (32 + 16).
Associated data: `isigurt data key 1`, the data key's UUID (16), and everything before the nonce.
"""

import os
import uuid

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from isigurt.vault import keyring
from isigurt.vault.errors import CannotOpen, KeyProblem, NoKeyForIt

VERSION = 1
_NONCE = 12
_SIZE = 32 + 16
_PURPOSE = b"isigurt data key 1"


def header_of(key_id: str) -> bytes:
    """Return what every data key wrapped under the field key `key_id` begins with."""
    name = key_id.encode("ascii")
    return bytes((VERSION, len(name))) + name


def wrap(data_key: bytes, *, row: uuid.UUID) -> bytes:
    """Lock `data_key` (32 bytes) for the `DataKey` row `row` under the active field key."""
    field_key = keyring.field_key()
    header = header_of(field_key.key_id)
    nonce = os.urandom(_NONCE)
    return header + nonce + AESGCM(field_key.key).encrypt(nonce, data_key, _PURPOSE + row.bytes + header)


def wrapped_under(wrapped: bytes | memoryview) -> str:
    """Return the id of the field key that `wrapped` is locked with; raises `CannotOpen`."""
    wrapped = bytes(wrapped)
    if len(wrapped) < 2 or wrapped[0] != VERSION or len(wrapped) != 2 + wrapped[1] + _NONCE + _SIZE:
        raise CannotOpen("a data key in the store is damaged or of an unknown version")
    return wrapped[2 : 2 + wrapped[1]].decode("ascii", "replace")


def unwrap(wrapped: bytes | memoryview, *, row: uuid.UUID) -> bytes:
    """Return the data key (32 bytes); raises `NoKeyForIt` without its field key, `CannotOpen` when it was changed."""
    wrapped = bytes(wrapped)
    key_id = wrapped_under(wrapped)
    at = 2 + wrapped[1]
    try:
        field_key = keyring.field_key(key_id)
    except KeyProblem as error:
        raise NoKeyForIt(str(error)) from error
    try:
        return AESGCM(field_key.key).decrypt(
            wrapped[at : at + _NONCE], wrapped[at + _NONCE :], _PURPOSE + row.bytes + wrapped[:at]
        )
    except InvalidTag as error:
        msg = f"the data key {row} in the store was changed or belongs to another row"
        raise CannotOpen(msg) from error
