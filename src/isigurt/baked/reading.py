"""Reading a baked site while it may be replaced at any moment."""

import time
from dataclasses import dataclass
from pathlib import Path

from isigurt.baked.layout import CONTENT, LIST, Entry, read_list

# Pages and styles are kept in memory up to this many bytes in all; what comes after is read each time.
KEPT = 64 * 1024 * 1024
# So often the list is looked at, at most. A site is swept of what nobody lists only a whole baking later.
EVERY_SECONDS = 0.002
TRIES = 10


@dataclass(frozen=True, slots=True)
class BakedFile:
    """One file in every coding it is there in; `tag` changes with its content."""

    plain: bytes
    gzip: bytes | None
    brotli: bytes | None
    kind: str
    tag: str


class Baked:
    """The site in `folder` as it is now; one object for a process, used by all its threads."""

    def __init__(self, folder: Path) -> None:
        self._content = folder / CONTENT
        self._list = folder / LIST
        self._looked = -EVERY_SECONDS
        self._seen: tuple[int, int, int] | None = None
        self._entries: dict[str, Entry] = {}
        self._files: dict[str, BakedFile] = {}
        self._size = 0

    def find(self, address: str) -> BakedFile | None:
        """Return the file at `address`, or None when there is none."""
        for _ in range(TRIES):
            self._look()
            entry = self._entries.get(address)
            try:
                return None if entry is None else self._file(entry)
            except FileNotFoundError:
                # While this thread waited the site was replaced twice, and what it saw listed is swept away.
                self._looked = -EVERY_SECONDS
        raise FileNotFoundError(f"{address} is listed and not there: the baked site is damaged; bake it anew.")

    def __contains__(self, address: object) -> bool:
        self._look()
        return address in self._entries

    def addresses(self) -> list[str]:
        """Return every address of the site."""
        self._look()
        return list(self._entries)

    def _look(self) -> None:
        """Read the list anew when it was replaced: nobody has to be told, and a crowd shares one `stat`."""
        now = time.monotonic()
        if now - self._looked < EVERY_SECONDS:
            return
        try:
            stat = self._list.stat()
        except FileNotFoundError:
            self._seen, self._entries = None, {}
            self._looked = now
            return
        seen = (stat.st_mtime_ns, stat.st_ino, stat.st_size)
        if seen != self._seen:
            # In this order: a second thread at worst reads the list once more.
            self._entries, self._files, self._size = read_list(self._list), {}, 0
            self._seen = seen
        self._looked = now

    def _file(self, entry: Entry) -> BakedFile:
        file = self._files.get(entry.name)
        if file is None:
            file = BakedFile(
                plain=(self._content / entry.name).read_bytes(),
                gzip=self._packed(entry.name, ".gz"),
                brotli=self._packed(entry.name, ".br"),
                kind=entry.kind,
                tag=f'"{entry.name[:16]}"',
            )
            if self._size + len(file.plain) <= KEPT:
                self._size += len(file.plain)
                self._files[entry.name] = file
        return file

    def _packed(self, name: str, ending: str) -> bytes | None:
        try:
            return (self._content / f"{name}{ending}").read_bytes()
        except FileNotFoundError:
            return None


class Merged:
    """Several baked sites as one. Each has its own list and is replaced by itself; the first wins at an address."""

    def __init__(self, *folders: Path) -> None:
        self._sites = [Baked(folder) for folder in folders]

    def find(self, address: str) -> BakedFile | None:
        """Return the file at `address`, or None when none of them has one."""
        for site in self._sites:
            if (file := site.find(address)) is not None:
                return file
        return None

    def __contains__(self, address: object) -> bool:
        return any(address in site for site in self._sites)
