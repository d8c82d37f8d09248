"""An ordered list of entries that are also found by their id."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Generic, Protocol, TypeVar

from isigurt.country.words import Words


class Titled(Protocol):
    """What every entry of a pack has."""

    @property
    def id(self) -> str:
        """Stable id, stored in the database."""
        ...

    @property
    def title(self) -> Words:
        """What people read."""
        ...


Entry = TypeVar("Entry", bound=Titled)


class Unlisted(LookupError):
    """The pack has no entry with this id."""


class Listing(Generic[Entry]):
    """Entries in the pack's order. Iterate it, ask ``"csam" in harms``, take ``harms["csam"]``."""

    __slots__ = ("_by_id",)

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._by_id = {entry.id: entry for entry in entries}

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, entry_id: object) -> bool:
        return entry_id in self._by_id

    def __getitem__(self, entry_id: str) -> Entry:
        try:
            return self._by_id[entry_id]
        except KeyError:
            raise Unlisted(f"the country pack lists no {entry_id!r}; it has {', '.join(self._by_id)}") from None

    def get(self, entry_id: str) -> Entry | None:
        """Entry with this id, or None: for rows written under an older pack."""
        return self._by_id.get(entry_id)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids in the pack's order."""
        return tuple(self._by_id)

    def choices(self) -> list[tuple[str, Words]]:
        """Pairs for a Django form field; the label speaks the language of the moment it is rendered."""
        return [(entry.id, entry.title) for entry in self]

    def where(self, wanted: Callable[[Entry], bool]) -> Listing[Entry]:
        """Entries for which ``wanted`` is true, in the same order."""
        return Listing(entry for entry in self if wanted(entry))
