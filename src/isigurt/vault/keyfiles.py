"""One key in one file: its format, its name, how it is written and read.

A key file is text, so that a person can see what it is:

    isigurt private key 1
    id: desk-20261124-0123456789
    made: 2026-11-24T04:30:00Z
    key: <base64 of 32 bytes>

The id is the kind, the day it was made, and a fingerprint of the key: a file in which any of them was damaged does
not load. Private files can be read by their user alone (0600, in a folder 0700); public ones hold the public half.
"""

import base64
import binascii
import hashlib
import os
import stat
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

import nacl.bindings as sodium

from isigurt.vault.derive import derive
from isigurt.vault.errors import KeyProblem

KEY_SIZE = 32
_MADE = "%Y-%m-%dT%H:%M:%SZ"


class Kind(StrEnum):
    """What a key is for; also the name of its folder."""

    DESK = "desk"
    RECOVERY = "recovery"
    FIELD = "field"
    INDEX = "index"
    LEDGER = "ledger"
    DESK_SECRET = "desk-secret"  # noqa: S105 - the name of a folder

    @property
    def has_public_half(self) -> bool:
        """Whether the kind is a pair whose public half goes into the folder of public keys."""
        return self in {Kind.DESK, Kind.RECOVERY, Kind.LEDGER}


@dataclass(frozen=True)
class Key:
    """32 bytes and what is known about them."""

    kind: Kind
    key_id: str
    made: datetime
    key: bytes = field(repr=False)
    file: Path


def public_half(kind: Kind, key: bytes) -> bytes:
    """Return the public half of a private key: X25519, or Ed25519 for the ledger."""
    if kind is Kind.LEDGER:
        return sodium.crypto_sign_seed_keypair(key)[0]
    return sodium.crypto_scalarmult_base(key)


def fingerprint(kind: Kind, key: bytes, *, public: bool = False) -> str:
    """Return 10 hex characters that only this key has; a pair's are those of its public half (`public`: given it)."""
    if not kind.has_public_half:
        return derive(key, "fingerprint", 5).hex()
    return hashlib.blake2b(key if public else public_half(kind, key), digest_size=5).hexdigest()


def key_id(kind: Kind, key: bytes, made: datetime, *, public: bool = False) -> str:
    """Return the id of a key: its kind, the day it was made, its fingerprint."""
    return f"{kind}-{made:%Y%m%d}-{fingerprint(kind, key, public=public)}"


def write_private(folder: Path, kind: Kind, key: bytes, made: datetime) -> Key:
    """Write a private key into `folder`/kind and return it."""
    name = key_id(kind, key, made)
    target = folder / kind / f"{name}.key"
    _write(target, _text("private", name, made, key), folder_mode=0o700, mode=0o600)
    return Key(kind, name, made, key, target)


def write_public(folder: Path, private: Key) -> Key:
    """Write the public half of `private` into `folder`/kind and return it."""
    half = public_half(private.kind, private.key)
    target = folder / private.kind / f"{private.key_id}.pub"
    _write(target, _text("public", private.key_id, private.made, half), folder_mode=0o755, mode=0o644)
    return Key(private.kind, private.key_id, private.made, half, target)


def read_private(file: Path) -> Key:
    """Read a private key file; raises `KeyProblem` when it is damaged or others may read it."""
    try:
        mode = stat.S_IMODE(file.stat().st_mode)
    except OSError as error:
        raise KeyProblem(_unreadable(file, error)) from error
    if mode & 0o077:
        msg = (
            f"The private key {file} can be read by other users of this machine (mode {mode:04o}). "
            f"Close it with: chmod 600 '{file}'. If anyone else has an account here, make a new key of this kind too."
        )
        raise KeyProblem(msg)
    return _read(file, "private")


def read_public(file: Path) -> Key:
    """Read a public key file; raises `KeyProblem` when it is damaged or anyone may replace it."""
    try:
        mode = stat.S_IMODE(file.stat().st_mode)
    except OSError as error:
        raise KeyProblem(_unreadable(file, error)) from error
    if mode & 0o002:
        msg = (
            f"The public key {file} can be changed by every user of this machine (mode {mode:04o}): "
            f"whoever changes it could read new reports. Close it with: chmod 644 '{file}'."
        )
        raise KeyProblem(msg)
    return _read(file, "public")


def _text(part: str, name: str, made: datetime, key: bytes) -> str:
    encoded = base64.b64encode(key).decode("ascii")
    return f"isigurt {part} key 1\nid: {name}\nmade: {made.strftime(_MADE)}\nkey: {encoded}\n"


def _read(file: Path, part: str) -> Key:
    try:
        text = file.read_bytes().decode("ascii")
    except UnicodeDecodeError as error:
        raise KeyProblem(_damaged(file)) from error
    except OSError as error:
        raise KeyProblem(_unreadable(file, error)) from error
    try:
        _, name_line, made_line, key_line = text.splitlines()
        values = [
            line.removeprefix(word) for line, word in ((name_line, "id: "), (made_line, "made: "), (key_line, "key: "))
        ]
        name, made_text, encoded = values
        made = datetime.strptime(made_text, _MADE).replace(tzinfo=UTC)
        key = base64.b64decode(encoded, validate=True)
        kind = Kind(name.rsplit("-", 2)[0])
        # As it was written, letter by letter: a "t" for the "T" of a time would be read as well.
        whole = text == _text(part, name, made, key) and len(key) == KEY_SIZE and file.stem == name
        if not whole or key_id(kind, key, made, public=part == "public") != name:
            raise KeyProblem(_damaged(file))
    except (ValueError, binascii.Error) as error:
        raise KeyProblem(_damaged(file)) from error
    return Key(kind, name, made, key, file)


def _damaged(file: Path) -> str:
    return (
        f"The key file {file} is damaged, was renamed, or is not a key of this program. "
        "Put it back from your backup of the key folder. Do not delete it: what it locked opens with nothing else."
    )


def _unreadable(file: Path, error: OSError) -> str:
    return (
        f"The key file {file} cannot be read ({error.strerror}). "
        "Run the command as the user that the desk and the worker run as, or put the file back from your backup."
    )


def _write(target: Path, text: str, *, folder_mode: int, mode: int) -> None:
    """Write a new file so that it is there whole, with its mode, even after a power cut, or not at all."""
    make_folder(target.parent.parent, folder_mode)
    make_folder(target.parent, folder_mode)
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    with suppress(FileNotFoundError):
        draft.unlink()
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "w", encoding="ascii") as stream:
            os.fchmod(stream.fileno(), mode)
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        os.link(draft, target)  # unlike a rename, this never replaces a key that is there
    finally:
        draft.unlink()
    _sync_folder(target.parent)


def make_folder(folder: Path, mode: int) -> None:
    """Make `folder` with `mode` if it is not there; one that is there is left as it is."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(mode)
        _sync_folder(folder.parent)


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
