"""Writing a baked site: everything is on the disk before one move makes it the site."""

import gzip
import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

import brotli

from isigurt.baked.layout import BEFORE, CONTENT, LIST, Entry, list_text, read_list

# Packing pictures again costs time and saves nothing.
_PACKED_ALREADY = ("image/png", "image/jpeg", "image/webp", "image/avif", "application/pdf", "application/zip")


class BakingError(Exception):
    """The site could not be written; the one before is still the site."""


class Baking:
    """One new site in the making. Nothing is seen of it before `finish`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._content = folder / CONTENT
        self._entries: dict[str, Entry] = {}
        self._content.mkdir(parents=True, exist_ok=True)

    def put(self, address: str, body: bytes, kind: str) -> None:
        """Lay `body` at `address` (a path such as ``/sq/``) with a media type."""
        if not address.startswith("/") or ".." in address or "\0" in address:
            raise BakingError(f"no address of a public page: {address!r}")
        if address in self._entries:
            raise BakingError(f"two pages want the same address: {address}")
        name = hashlib.sha256(kind.encode() + b"\0" + body).hexdigest()[:40]
        if not (self._content / name).exists():
            self._write(name, body, kind)
        self._entries[address] = Entry(name, kind)

    def _write(self, name: str, body: bytes, kind: str) -> None:
        if not kind.startswith(_PACKED_ALREADY):
            for ending, packed in ((".gz", gzip.compress(body, 9, mtime=0)), (".br", brotli.compress(body))):
                if len(packed) < len(body):
                    durable(self._content / f"{name}{ending}", packed)
        # Last: where the plain file is, its packed sisters are whole.
        durable(self._content / name, body)

    def keep_all_but(self, beginnings: tuple[str, ...]) -> None:
        """Keep what the site has now, except what lies below one of these addresses."""
        for address, entry in read_list(self._folder / LIST).items():
            if not address.startswith(beginnings):
                self._entries[address] = entry

    def finish(self) -> None:
        """Make this the site, in one move."""
        now = self._folder / LIST
        try:
            before = read_list(now)
            if now.exists():
                durable(self._folder / BEFORE, now.read_bytes())
            durable(now, list_text(self._entries))
        except OSError as error:
            raise BakingError(f"the site could not be written: {error.strerror}") from error
        self._sweep(entry.name for entries in (before, self._entries) for entry in entries.values())

    def _sweep(self, named: Iterable[str]) -> None:
        keep = set(named)
        for file in self._content.iterdir():
            if file.name.partition(".")[0] not in keep:
                file.unlink(missing_ok=True)


def durable(file: Path, data: bytes) -> None:
    """Write `data` to `file` so that the file is there whole or not at all, also after a power cut."""
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    with fresh.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    fresh.replace(file)
    folder = os.open(file.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
