"""`published.json`: all numbers that an edition publishes, in every language, as next year and the gate read them."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_noop as _

from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.schema import VERSION as SCHEMA
from isigurt.insight.gate.remedy import Remedy
from isigurt.insight.protection.plan import LeftOut, Measure
from isigurt.insight.publication.content import Cell, Content, ContentTable, Heading, Number, Omission, Part
from isigurt.insight.speaking import said

VERSION = 1
NAME = "published.json"
BUILT = "built"
LIST = "files.json"


@dataclass(frozen=True)
class Published:
    """The numbers of one edition with their names, the steps of the gate's remedy, and what is left out and why."""

    remedies: tuple[Remedy, ...]
    contents: Mapping[str, Content]  # by language

    @property
    def numbers(self) -> dict[str, Number]:
        """Every number by its reference: they are the same in all languages."""
        return next(iter(self.contents.values())).numbers()


def published_text(published: Published) -> bytes:
    """Return the file, the same for the same numbers."""
    first = next(iter(published.contents.values()))
    told = {
        "version": VERSION,
        "schema": SCHEMA,
        "year": first.year,
        "pack": first.pack_version,
        "remedies": [asdict(each) for each in published.remedies],
        "languages": {language: asdict(content) for language, content in published.contents.items()},
    }
    return as_json(told)


def read_published(file: Path) -> Published | None:
    """Return what stands in `file`, None when there is none; raise EditionFaulty when it is none of ours."""
    try:
        told = json.loads(file.read_bytes())
        if told["version"] != VERSION:
            told_version = said(
                _("{file} is of version {there}; this program reads {here}."),
                file=file,
                there=told["version"],
                here=VERSION,
            )
            raise EditionFaulty(told_version)
        contents = {language: _content(each) for language, each in told["languages"].items()}
        return Published(tuple(_remedy(each) for each in told["remedies"]), contents)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EditionFaulty(said(_("{file} cannot be read ({why})."), file=file, why=error)) from error


def known_of(edition: Path) -> Published | None:
    """Return the numbers of an edition: as they were published, or while they are not, as they were built."""
    return read_published(edition / NAME) or read_published(edition / BUILT / NAME)


def built_digest(edition: Path) -> str:
    """Return what tells one build of an edition from another; empty where nothing is built."""
    try:
        return digest((edition / BUILT / LIST).read_bytes())
    except OSError:
        return ""


def as_json(value: object) -> bytes:
    """Return a value as JSON, written the same every time."""
    return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"


def as_csv(rows: Sequence[Mapping[str, object]]) -> bytes:
    """Return rows as CSV (RFC 4180, UTF-8)."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def digest(data: bytes) -> str:
    """Return the SHA-256 of a file, as lists and the ledger name it."""
    return hashlib.sha256(data).hexdigest()


def _remedy(told: dict[str, Any] | str) -> Remedy:
    if isinstance(told, str):
        return Remedy("", told, ())  # of an edition that was built before steps were codes
    return Remedy(told["act"], told["of"], tuple(told["by"]), tuple(told["rows"]))


def _content(told: dict[str, Any]) -> Content:
    tables = tuple(
        ContentTable(**{**table, "parts": tuple(_part(each) for each in table["parts"])}) for table in told["tables"]
    )
    omissions = tuple(
        Omission(each["table"], each["title"], tuple(each["dimension_titles"]), LeftOut(each["why"]))
        for each in told["omissions"]
    )
    return Content(**{**told, "tables": tables, "omissions": omissions})


def _part(told: dict[str, Any]) -> Part:
    return Part(
        id=told["id"],
        population=told["population"],
        dimensions=tuple(told["dimensions"]),
        title=told["title"],
        dimension_titles=tuple(told["dimension_titles"]),
        rows=tuple(_heading(each) for each in told["rows"]),
        columns=tuple(_heading(each) for each in told["columns"]),
        cells=tuple(tuple(_cell(each) for each in row) for row in told["cells"]),
    )


def _heading(told: dict[str, Any]) -> Heading:
    return Heading(told["id"], told["title"], None if told["group"] is None else tuple(told["group"]))


def _cell(told: dict[str, Any]) -> Cell:
    count = _number(told["count"])
    if count is None:
        raise ValueError("a cell without its count")
    return Cell(count, *(_number(told[each]) for each in ("share", "median", "before")))


def _number(told: dict[str, Any] | None) -> Number | None:
    return Number(told["reference"], Measure(told["measure"]), told["value"]) if told else None
