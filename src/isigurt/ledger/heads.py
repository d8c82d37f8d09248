"""Signed heads: the end of the chain at one moment, to be kept where this machine cannot reach it.

A head is a small text file, version 1:

    isigurt ledger head 1
    seq: 1234
    hash: <64 hex: the hash of entry 1234; 64 zeros when the ledger is empty>
    at: 2026-11-24T04:30:00.000000Z
    key: ledger-20261124-0123456789
    public: <64 hex: the Ed25519 public key>
    signature: <128 hex>

The signature is Ed25519 (RFC 8032) over the lines before it, each ended by a line feed. The key's id ends with the
BLAKE2b-40 of its public key, so one file can be checked by itself; whoever checks must know the id from elsewhere.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

import nacl.bindings as sodium
from django.utils import timezone
from nacl.exceptions import CryptoError

from isigurt.ledger import chain
from isigurt.ledger.models import Entry
from isigurt.vault import keyfiles, keyring
from isigurt.vault.keyfiles import Kind

_AT = "%Y-%m-%dT%H:%M:%S.%fZ"
_FORMAT = re.compile(
    r"isigurt ledger head 1\s+"
    r"seq: (?P<seq>[0-9]{1,18})\s+"
    r"hash: (?P<hash>[0-9a-f]{64})\s+"
    r"at: (?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z)\s+"
    r"key: (?P<key_id>[a-z0-9-]{1,40})\s+"
    r"public: (?P<public>[0-9a-f]{64})\s+"
    r"signature: (?P<signature>[0-9a-f]{128})"
)


class NotAHead(ValueError):
    """The file holds no signed head."""


@dataclass(frozen=True)
class Head:
    """The end of the chain (`seq` 0 and zeros when it is empty), when it was read, and who signed that."""

    seq: int
    hash: str
    at: datetime
    key_id: str
    public: bytes
    signature: bytes

    def signed_part(self) -> bytes:
        """Return the lines that are signed."""
        return _signed_part(self.seq, self.hash, self.at, self.key_id, self.public)

    def text(self) -> str:
        """Return the whole file."""
        return f"{self.signed_part().decode('ascii')}signature: {self.signature.hex()}\n"

    def is_signed(self) -> bool:
        """Tell whether the signature is that of the key it names."""
        if self.key_id.rpartition("-")[2] != keyfiles.fingerprint(Kind.LEDGER, self.public, public=True):
            return False
        message = self.signed_part()
        try:
            return bool(sodium.crypto_sign_open(self.signature + message, self.public) == message)
        except (CryptoError, ValueError):
            return False

    def is_ours(self) -> bool:
        """Tell whether the key that signed is one of this place's ledger keys, active or old."""
        return any((key.key_id, key.key) == (self.key_id, self.public) for key in keyring.public_of(Kind.LEDGER))

    @classmethod
    def parse(cls, text: str) -> "Head":
        """Find a head in `text`, which may be the whole mail it came in; raises `NotAHead`."""
        found = _FORMAT.search(text.replace("\r\n", "\n").replace("\n> ", "\n"))
        if found is None:
            raise NotAHead("there is no signed head of a ledger in it")
        try:
            at = datetime.strptime(found["at"], _AT).replace(tzinfo=UTC)
        except ValueError as error:
            raise NotAHead("the time in it is no time") from error
        return cls(
            seq=int(found["seq"]),
            hash=found["hash"],
            at=at,
            key_id=found["key_id"],
            public=bytes.fromhex(found["public"]),
            signature=bytes.fromhex(found["signature"]),
        )


def sign_head() -> Head:
    """Read the end of the chain now and sign it with the active ledger key."""
    last = Entry.objects.order_by("-seq").values_list("seq", "hash").first() or (0, chain.GENESIS)
    key = keyring.ledger_key()
    at = timezone.now()  # the world outside keeps it, so it bears the world's time
    signature = key.sign(_signed_part(*last, at, key.key_id, key.public))
    return Head(*last, at, key.key_id, key.public, signature)


def _signed_part(seq: int, entry_hash: str, at: datetime, key_id: str, public: bytes) -> bytes:
    return (
        f"isigurt ledger head 1\nseq: {seq}\nhash: {entry_hash}\nat: {chain.instant(at)}\n"
        f"key: {key_id}\npublic: {public.hex()}\n"
    ).encode("ascii")
