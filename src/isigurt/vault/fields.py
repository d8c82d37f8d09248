"""Encrypted columns: AES-256-GCM under the row's data key, bound to the table, the column and the row.

Version 1: `01`, the data key's UUID (16), nonce (12), AES-256-GCM of the UTF-8 text. Associated data:
`isigurt field 1`, then table, column and the row's UUID in text, each ended by a zero byte, then everything before
the nonce. A value moved to another row, column or table does not open; there is no fallback to the stored bytes.
"""

import os
import uuid

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from isigurt.vault.errors import CannotOpen, Erased
from isigurt.vault.models import DataKey
from isigurt.vault.wrapping import unwrap

VERSION = 1
_NONCE = 12
_HEADER = 1 + 16
_TAG = 16


def encrypt_text(text: str, *, data_key: DataKey, table: str, column: str, row: uuid.UUID) -> bytes:
    """Encrypt `text` for one cell; raises `Erased` when the data key was destroyed."""
    header = bytes((VERSION,)) + data_key.id.bytes
    nonce = os.urandom(_NONCE)
    # "surrogatepass": a lone surrogate that slipped through a form is kept, never a reason to lose a report.
    plaintext = text.encode("utf-8", "surrogatepass")
    place = _place(table, column, row) + header
    return header + nonce + AESGCM(_key_of(data_key)).encrypt(nonce, plaintext, place)


def decrypt_text(blob: bytes | memoryview, *, data_key: DataKey, table: str, column: str, row: uuid.UUID) -> str:
    """Return the text of one cell; raises `Erased` when its key was destroyed, `CannotOpen` when it was changed."""
    blob = bytes(blob)
    if len(blob) < _HEADER + _NONCE + _TAG or blob[0] != VERSION:
        raise CannotOpen("an encrypted value in the store is damaged or of an unknown version")
    header = blob[:_HEADER]
    if header[1:] != data_key.id.bytes:
        msg = f"this value was encrypted under the data key {uuid.UUID(bytes=header[1:])}, not {data_key.id}"
        raise CannotOpen(msg)
    key = AESGCM(_key_of(data_key))
    try:
        plaintext = key.decrypt(
            blob[_HEADER : _HEADER + _NONCE], blob[_HEADER + _NONCE :], _place(table, column, row) + header
        )
    except InvalidTag as error:
        msg = f"a value of {table}.{column} in row {row} was changed or moved there from elsewhere"
        raise CannotOpen(msg) from error
    return plaintext.decode("utf-8", "surrogatepass")


def _place(table: str, column: str, row: uuid.UUID) -> bytes:
    return f"isigurt field 1\0{table}\0{column}\0{row}\0".encode()


def _key_of(data_key: DataKey) -> bytes:
    if data_key.wrapped is None:
        msg = f"the data key {data_key.id} was destroyed; what it locked cannot be read again"
        raise Erased(msg)
    return unwrap(data_key.wrapped, row=data_key.id)
