"""Sealing: whoever has the public keys locks, only the holder of a private key opens.

A sealed message, version 1 (all lengths in bytes; tests/vault/sealing_vectors.json has test vectors):

| bytes | what |
|---|---|
| 4 | `iSGT` |
| 1 | version, `01` |
| 1 | number of recipients, 1 to 8 |
| 32 | commitment: second half of the expanded data key |
| 24 | nonce |
| 1 + n + 80, for each recipient | length of the key id, the key id (ASCII), the data key in a libsodium sealed box |
| rest | XChaCha20-Poly1305 (IETF) of the padded plaintext |

A sealed box is X25519 with XSalsa20-Poly1305. A fresh random data key (32) is made for each message and
expanded with keyed BLAKE2b to 64 bytes: the first half encrypts, the second half stands in the header, so
that two recipients can never be shown two different plaintexts. Associated data is the whole header followed
by the caller's context: a message sealed as a report cannot be passed off as a reply. The plaintext is
prefixed with its length (4, big-endian) and filled with zeros up to 1 KiB, then to the next power of two,
above 64 KiB to the next multiple of 64 KiB: the length tells almost nothing.

Nothing here needs Django, so that the public door can seal with nothing else loaded.
"""

import hmac
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import nacl.bindings as sodium
from nacl.exceptions import CryptoError
from nacl.utils import random as random_bytes

from isigurt.vault.derive import derive
from isigurt.vault.errors import CannotOpen, NoKeyForIt

MAGIC = b"iSGT"
VERSION = 1
MOST_RECIPIENTS = 8
LARGEST_PLAINTEXT = 16 * 1024 * 1024
KEY_SIZE = 32

_COMMITMENT_AT = 6
_NONCE_AT = _COMMITMENT_AT + 32
_RECIPIENTS_AT = _NONCE_AT + 24
_SEALED_KEY = KEY_SIZE + sodium.crypto_box_SEALBYTES
_TAG = sodium.crypto_aead_xchacha20poly1305_ietf_ABYTES
_LENGTH = 4
_SMALLEST_FILL = 1024
_LARGEST_STEP = 64 * 1024
_KEY_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}\Z")


def _check(key_id: str, key: bytes) -> None:
    if not _KEY_ID.match(key_id):
        msg = f"{key_id!r} is no key id: 1 to 40 small letters, digits and hyphens"
        raise ValueError(msg)
    if len(key) != KEY_SIZE:
        msg = f"an X25519 key has {KEY_SIZE} bytes, this one {len(key)}"
        raise ValueError(msg)


@dataclass(frozen=True)
class PublicKey:
    """An X25519 public key (32 bytes) and the name it goes by in headers."""

    key_id: str
    key: bytes

    def __post_init__(self) -> None:
        _check(self.key_id, self.key)


@dataclass(frozen=True)
class PrivateKey:
    """An X25519 private key (any 32 secret bytes). Its bytes never show in a traceback or a log."""

    key_id: str
    key: bytes = field(repr=False)

    def __post_init__(self) -> None:
        _check(self.key_id, self.key)

    @cached_property
    def public(self) -> PublicKey:
        """The public half, under the same key id."""
        return PublicKey(self.key_id, sodium.crypto_scalarmult_base(self.key))


def generate_keypair(name: str) -> PrivateKey:
    """Make a fresh key pair with the key id `name`; `.public` is the half to give away."""
    return PrivateKey(name, random_bytes(KEY_SIZE))


def padded_size(size: int) -> int:
    """Return the bytes that a plaintext of `size` bytes is filled up to before it is encrypted."""
    needed = size + _LENGTH
    if needed <= _SMALLEST_FILL:
        return _SMALLEST_FILL
    if needed <= _LARGEST_STEP:
        return int(1 << (needed - 1).bit_length())
    return -(-needed // _LARGEST_STEP) * _LARGEST_STEP


def seal(plaintext: bytes, *, recipients: Sequence[PublicKey], context: bytes) -> bytes:
    """Seal `plaintext` (at most 16 MiB) so that each of `recipients` (1 to 8), and no one else, can open it.

    `context` says what the message is and must be given again to open it. Raises `ValueError` for a plaintext too
    long or a number of recipients out of range.
    """
    if not 1 <= len(recipients) <= MOST_RECIPIENTS:
        msg = f"seal to 1 to {MOST_RECIPIENTS} recipients, not {len(recipients)}"
        raise ValueError(msg)
    if len(plaintext) > LARGEST_PLAINTEXT:
        msg = f"{len(plaintext)} bytes are too many to seal at once; {LARGEST_PLAINTEXT} is the most"
        raise ValueError(msg)
    data_key = random_bytes(KEY_SIZE)
    nonce = random_bytes(24)
    key, commitment = _expand(data_key)
    parts = [MAGIC, bytes((VERSION, len(recipients))), commitment, nonce]
    for recipient in recipients:
        name = recipient.key_id.encode("ascii")
        parts += (bytes((len(name),)), name, sodium.crypto_box_seal(data_key, recipient.key))
    header = b"".join(parts)
    filled = (len(plaintext).to_bytes(_LENGTH, "big") + plaintext).ljust(padded_size(len(plaintext)), b"\0")
    return header + sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(filled, header + context, nonce, key)


def open_sealed(sealed: bytes | memoryview, *, keys: Iterable[PrivateKey], context: bytes) -> bytes:
    """Return the plaintext of `sealed` with whichever of `keys` it was sealed to.

    Raises `NoKeyForIt` when none of them is a recipient, and `CannotOpen` for anything else that is not exactly
    what `seal` made with this context: there is no way to get a part of the plaintext.
    """
    sealed = bytes(sealed)
    parsed = _parse(sealed)
    data_key = _data_key(parsed, keys)
    key, commitment = _expand(data_key)
    if not hmac.compare_digest(commitment, parsed.commitment):
        raise CannotOpen("the sealed message was changed: its data key is not the one it was made with")
    header, body = sealed[: parsed.header_size], sealed[parsed.header_size :]
    try:
        filled = sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(body, header + context, parsed.nonce, key)
    except CryptoError as error:
        raise CannotOpen("the sealed message was changed, cut off, or sealed for another purpose") from error
    size = int.from_bytes(filled[:_LENGTH], "big")
    if size > len(filled) - _LENGTH:
        raise CannotOpen("the sealed message says it is longer than it is")
    return filled[_LENGTH : _LENGTH + size]


def recipients_of(sealed: bytes | memoryview) -> list[str]:
    """Return the key ids a message says it was sealed to, unproven, for messages to people; may raise `CannotOpen`."""
    return [name for name, _ in _parse(bytes(sealed)).recipients]


class _Parsed(NamedTuple):
    commitment: bytes
    nonce: bytes
    recipients: list[tuple[str, bytes]]
    header_size: int


def _parse(sealed: bytes) -> _Parsed:
    if len(sealed) < _RECIPIENTS_AT or not sealed.startswith(MAGIC):
        raise CannotOpen("this is not a sealed message")
    version, count = sealed[4], sealed[5]
    if version != VERSION:
        msg = f"sealed in version {version}; this program knows version {VERSION} only"
        raise CannotOpen(msg)
    if not 1 <= count <= MOST_RECIPIENTS:
        raise CannotOpen("the sealed message names an impossible number of recipients")
    at = _RECIPIENTS_AT
    recipients = []
    for _ in range(count):
        name_end = at + 1 + (sealed[at] if at < len(sealed) else 0)
        name = sealed[at + 1 : name_end].decode("ascii", "replace")
        at = name_end + _SEALED_KEY
        if at + _TAG > len(sealed) or not _KEY_ID.match(name):
            raise CannotOpen("the sealed message is cut off or damaged")
        recipients.append((name, sealed[name_end:at]))
    return _Parsed(sealed[_COMMITMENT_AT:_NONCE_AT], sealed[_NONCE_AT:_RECIPIENTS_AT], recipients, at)


def _data_key(parsed: _Parsed, keys: Iterable[PrivateKey]) -> bytes:
    """Return the data key by the first of `keys` that opens a box with its key id on it."""
    fits = False
    for key in keys:
        for name, box in parsed.recipients:
            if name != key.key_id:
                continue
            fits = True
            try:
                opened: bytes = sodium.crypto_box_seal_open(box, key.public.key, key.key)
            except CryptoError:
                continue
            if len(opened) == KEY_SIZE:
                return opened
    if fits:
        raise CannotOpen("the key that the sealed message names does not open it: changed, or another key by that name")
    names = ", ".join(name for name, _ in parsed.recipients)
    msg = f"no key here opens it; it was sealed to {names}"
    raise NoKeyForIt(msg)


def _expand(data_key: bytes) -> tuple[bytes, bytes]:
    expanded = derive(data_key, "seal 1", 64)
    return expanded[:32], expanded[32:]
