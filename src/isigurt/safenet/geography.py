"""Where an IP address is and whose network it is, from database files that the operator supplies.

iSIGURT carries no such data: what packages ship is years old. Any MMDB file works (DB-IP, IPinfo, MaxMind);
without one every answer is None and the trace relies on the registries alone.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import maxminddb

from isigurt.safenet.ranges import IPAddress

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Place:
    """What the files know: an ISO 3166 country code, the number and the name of the network; each may be None."""

    country: str | None = None
    network_number: int | None = None
    network_name: str | None = None


class BadDatabase(Exception):
    """A file is no MMDB database, or cannot be read; the message names it."""


class Geography:
    """Looks addresses up in one or several MMDB files; the first file that knows a thing tells it."""

    def __init__(self, files: Iterable[Path] = ()) -> None:
        self._readers: list[maxminddb.Reader] = []
        for file in files:
            try:
                self._readers.append(maxminddb.open_database(file, maxminddb.MODE_MMAP))
            except (OSError, ValueError, maxminddb.InvalidDatabaseError) as error:
                self.close()
                raise BadDatabase(str(file)) from error

    def find(self, address: IPAddress) -> Place | None:
        """What is known of `address`, or None. A damaged record counts as unknown."""
        records = [record for reader in self._readers if isinstance(record := _record(reader, address), dict)]
        if not records:
            return None
        return Place(
            country=_first(_country(record) for record in records),
            network_number=_first(_network_number(record) for record in records),
            network_name=_first(_network_name(record) for record in records),
        )

    def close(self) -> None:
        """Close the files."""
        for reader in self._readers:
            reader.close()
        self._readers.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self.close()


def _record(reader: maxminddb.Reader, address: IPAddress) -> object:
    try:
        return reader.get(address)
    except (ValueError, maxminddb.InvalidDatabaseError):
        return None  # an IPv6 address in an IPv4 file, or a damaged record


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((value for value in values if value is not None), None)


def _country(record: dict[str, Any]) -> str | None:
    for found in (record.get("country"), record.get("country_code"), record.get("registered_country")):
        code = found.get("iso_code") if isinstance(found, dict) else found
        if isinstance(code, str) and len(code) == 2:
            return code.upper()
    return None


def _network_number(record: dict[str, Any]) -> int | None:
    found = record.get("autonomous_system_number", record.get("asn"))
    if isinstance(found, str):
        found = found.upper().removeprefix("AS")
        return int(found) if found.isascii() and found.isdigit() and len(found) <= 10 else None
    return found if isinstance(found, int) else None


def _network_name(record: dict[str, Any]) -> str | None:
    for key in ("autonomous_system_organization", "as_name", "name"):
        found = record.get(key)
        if isinstance(found, str) and found:
            return found[:200]
    return None
