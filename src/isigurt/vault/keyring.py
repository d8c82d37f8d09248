"""The key ring: which keys there are, which one is active, and how a new one is made.

Several keys of a kind may lie side by side: the newest is active and locks what is new, the older ones still open
what they locked. Private keys are in `settings.ISIGURT_PRIVATE_KEYS` (desk and worker alone), public halves in
`settings.ISIGURT_PUBLIC_KEYS` (all that the public door has). Folders are read again when a file is added or
removed, so that a rotation needs no restart.
"""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nacl.bindings as sodium
from django.conf import settings
from nacl.utils import random as random_bytes

from isigurt.vault import keyfiles
from isigurt.vault.derive import derive
from isigurt.vault.errors import KeyProblem
from isigurt.vault.keyfiles import KEY_SIZE, Key, Kind
from isigurt.vault.sealing import PrivateKey, PublicKey

RECOVERY_NOTE = """\
THE RECOVERY KEY

Whoever holds the file beside this note can open every sealed report. It is made here once so that you can take it
away: copy it to two USB sticks, lock them in two places, then delete it from this machine. Reports are sealed to it
too, so that they can still be opened when the desk's key is lost. Nothing on this machine needs it from day to day.
"""


@dataclass(frozen=True)
class SigningKey:
    """The ledger's Ed25519 key: signs the head of the chain."""

    key_id: str
    seed: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public half (32 bytes)."""
        public, _ = sodium.crypto_sign_seed_keypair(self.seed)
        return bytes(public)

    def sign(self, message: bytes) -> bytes:
        """Return the Ed25519 signature (64 bytes) of `message`."""
        _, secret = sodium.crypto_sign_seed_keypair(self.seed)
        return sodium.crypto_sign(message, secret)[: sodium.crypto_sign_BYTES]


def private_folder() -> Path:
    """Return the folder of private keys; raise KeyProblem in the public door, which has none."""
    if settings.ISIGURT_PRIVATE_KEYS is None:
        raise KeyProblem("This process holds public keys only; private keys are for the desk and the worker.")
    return Path(settings.ISIGURT_PRIVATE_KEYS)


def public_folder() -> Path:
    """Return the folder of public keys."""
    return Path(settings.ISIGURT_PUBLIC_KEYS)


def private_of(kind: Kind, private: Path | None = None) -> list[Key]:
    """Return the private keys of `kind`, newest (the active one) first; raises `KeyProblem` for a bad file."""
    return _read_folder((private or private_folder()) / kind, "key")


def public_of(kind: Kind, public: Path | None = None) -> list[Key]:
    """Return the public halves of `kind`, newest (the active one) first; raises `KeyProblem` for a bad file."""
    return _read_folder((public or public_folder()) / kind, "pub")


def public_recipients() -> list[PublicKey]:
    """Return whom reports are sealed to: the active desk key and the active recovery key."""
    recipients = []
    for kind in (Kind.DESK, Kind.RECOVERY):
        keys = public_of(kind)
        if not keys:
            raise KeyProblem(_missing(kind, public_folder() / kind))
        recipients.append(PublicKey(keys[0].key_id, keys[0].key))
    return recipients


def private_keys() -> list[PrivateKey]:
    """Return the keys that open sealed reports: the desk's, old ones too, and recovery keys put back by hand."""
    desk = private_of(Kind.DESK)
    if not desk:
        raise KeyProblem(_missing(Kind.DESK, private_folder() / Kind.DESK))
    return [PrivateKey(key.key_id, key.key) for key in (*desk, *private_of(Kind.RECOVERY))]


def field_key(key_id: str | None = None) -> Key:
    """Return the field key `key_id`, or the active one; raises `KeyProblem` when it is not there."""
    return _one(Kind.FIELD, key_id)


def index_key(purpose: str) -> bytes:
    """Return the index key (32 bytes) of one purpose."""
    return derive(_one(Kind.INDEX).key, f"blind index: {purpose}")


def desk_secret(private: Path | None = None) -> str:
    """Return the desk's secret for signing cookies and forms (Django's `SECRET_KEY`).

    `private` is the folder of private keys; settings that are still being read give it here.
    """
    return derive(_one(Kind.DESK_SECRET, private=private).key, "desk secret").hex()


def ledger_key(key_id: str | None = None) -> SigningKey:
    """Return the ledger's signing key `key_id`, or the active one."""
    key = _one(Kind.LEDGER, key_id)
    return SigningKey(key.key_id, key.key)


@dataclass(frozen=True)
class Folders:
    """Where a key ring lies; for commands that change it, which run before any settings."""

    private: Path
    public: Path


def new_key(kind: Kind, *, private: Path, public: Path) -> Key:
    """Make a new key of `kind`, active from now on; older ones stay and still open what they locked."""
    with _only_one_at_a_time(private):
        return _make(kind, Folders(private, public))


def create_missing(*, private: Path, public: Path) -> list[Key]:
    """Make every key that is not there yet and return the new ones; for a fresh installation and after an upgrade.

    A private key whose public half is here but which itself is gone was lost, not missing: that raises `KeyProblem`
    instead of hiding the loss under a new key. (The recovery key is meant to be gone.)
    """
    with _only_one_at_a_time(private):
        return [key for kind in Kind for key in _complete(kind, Folders(private, public))]


def _complete(kind: Kind, folders: Folders) -> list[Key]:
    """Write the public halves that are missing, and the first key of `kind` if there is none."""
    have = private_of(kind, folders.private)
    halves = public_of(kind, folders.public) if kind.has_public_half else []
    if kind is not Kind.RECOVERY:
        _refuse_lost(kind, have, halves, folders)
    known = {key.key_id for key in halves}
    for key in have if kind.has_public_half else []:
        if key.key_id not in known:
            keyfiles.write_public(folders.public, key)
    return [] if have or halves else [_make(kind, folders)]


def _refuse_lost(kind: Kind, have: list[Key], halves: list[Key], folders: Folders) -> None:
    present = {key.key_id for key in have}
    lost = [key for key in halves if key.key_id not in present]
    if lost:
        msg = (
            f"The private key {lost[0].key_id} is not in {folders.private / kind}, but its public half is in "
            f"{folders.public / kind}. Put the private file back from your backup of the key folder. If it is lost "
            "for good, see docs/keys.md, then delete the public file and run this again."
        )
        raise KeyProblem(msg)


def _make(kind: Kind, folders: Folders) -> Key:
    now = datetime.now(UTC).replace(microsecond=0)
    known = private_of(kind, folders.private)
    if kind.has_public_half:
        known = known + public_of(kind, folders.public)
    # A machine whose clock went back must still make the new key the active one.
    made = max([now, *(key.made + timedelta(seconds=1) for key in known)])
    key = keyfiles.write_private(folders.private, kind, random_bytes(KEY_SIZE), made)
    if kind is Kind.RECOVERY:
        (folders.private / kind / "README.txt").write_text(RECOVERY_NOTE, "utf-8")
    if kind.has_public_half:
        keyfiles.write_public(folders.public, key)
    return key


def _one(kind: Kind, key_id: str | None = None, *, private: Path | None = None) -> Key:
    folder = (private or private_folder()) / kind
    keys = _read_folder(folder, "key")
    if not keys:
        raise KeyProblem(_missing(kind, folder))
    if key_id is None:
        return keys[0]
    for key in keys:
        if key.key_id == key_id:
            return key
    msg = (
        f"The key {key_id} is not in {folder}. Something in the store was locked with it: "
        "put the file back from your backup of the key folder."
    )
    raise KeyProblem(msg)


def _missing(kind: Kind, folder: Path) -> str:
    return (
        f"There is no {kind} key in {folder}. On a new installation run `isigurt keys new {kind}`; otherwise put the "
        "key folder back from your backup, or set ISIGURT_PRIVATE_KEYS and ISIGURT_PUBLIC_KEYS to where it is."
    )


_TICK = 1_000_000_000
_folders: dict[Path, tuple[int, list[Key]]] = {}


def _read_folder(folder: Path, ending: str) -> list[Key]:
    """Read a folder's keys, newest first; a folder that has not changed since is not read again."""
    try:
        changed = folder.stat().st_mtime_ns
    except FileNotFoundError:
        return []
    except OSError as error:
        msg = f"The key folder {folder} cannot be read ({error.strerror}). Run this as the user that owns it."
        raise KeyProblem(msg) from error
    known = _folders.get(folder)
    if known is not None and known[0] == changed:
        return known[1]
    read = keyfiles.read_private if ending == "key" else keyfiles.read_public
    keys = [read(file) for file in folder.glob(f"*.{ending}") if not file.name.startswith(".")]
    keys.sort(key=lambda key: (key.made, key.key_id), reverse=True)
    # A folder changed just now may change again within the same tick of the file system's clock.
    if time.time_ns() - changed > _TICK:
        _folders[folder] = (changed, keys)
    return keys


@contextmanager
def _only_one_at_a_time(folder: Path) -> Iterator[None]:
    """Let one process change the key ring at a time: two that start together must not make two index keys."""
    keyfiles.make_folder(folder, 0o700)
    descriptor = os.open(folder / ".lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)
