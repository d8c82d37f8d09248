"""Reading data back: each row must be that of one published number, whole; its number goes to the gate as it stands."""

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from django.utils.translation import gettext_noop as _

from isigurt.insight.gate.reading.known import Known, Reading, is_count
from isigurt.insight.publication.annex import FOLDER as ANNEX
from isigurt.insight.publication.annex import annex_rows
from isigurt.insight.publication.open_data import FOLDER as OPEN_DATA
from isigurt.insight.publication.open_data import Row, descriptions, rows_of

Rows = Sequence[Mapping[str, Any]]


def _of_csv(body: bytes) -> Rows:
    return list(csv.DictReader(io.StringIO(body.decode(), newline="")))


def _of_json(body: bytes) -> Rows:
    told = json.loads(body)
    (rows,) = (told.pop(name) for name in ("cells", "notices") if name in told)
    if set(told) - {"year"}:
        raise ValueError(f"more than the year and the rows: {', '.join(sorted(set(told) - {'year'}))}")
    return list(rows)


def _of_parquet(body: bytes) -> Rows:
    return list(pq.read_table(io.BytesIO(body)).to_pylist())


_READERS: Mapping[str, Callable[[bytes], Rows]] = {".csv": _of_csv, ".json": _of_json, ".parquet": _of_parquet}
# The files of an edition, each with the column of its numbers.
COLUMNS: Mapping[str, str] = {
    f"{OPEN_DATA}/cells.csv": "value",
    f"{OPEN_DATA}/cells.json": "value",
    f"{OPEN_DATA}/cells.parquet": "value",
    f"{ANNEX}/notices.csv": "notices",
    f"{ANNEX}/notices.json": "notices",
}


def read_data(path: str, body: bytes, known: Mapping[str, Known], reading: Reading) -> None:
    """Read a file of data."""
    contents = {language: each.content for language, each in known.items()}
    if path not in COLUMNS:
        if descriptions(contents).get(path) != body:
            reading.fault(path, _("this file of data is none that the program writes"))
        return
    column = COLUMNS[path]
    expected = annex_rows(contents) if column == "notices" else rows_of(contents)
    read_rows(path, body, expected, column, next(iter(known.values())), reading)


def read_rows(path: str, body: bytes, expected: Sequence[Row], column: str, known: Known, reading: Reading) -> None:
    """Read the rows of a file, which must be the expected ones in all but their numbers, those of `column`."""
    try:
        rows = _READERS[PurePosixPath(path).suffix](body)
    except (ValueError, TypeError, KeyError, csv.Error, pa.ArrowException) as error:
        reading.fault(path, _("cannot be read ({why})"), why=error)
        return
    _compare(path, rows, {_but(row, column): row for row in expected}, column, known, reading)


def _compare(
    path: str, rows: Rows, expected: Mapping[object, Row], column: str, known: Known, reading: Reading
) -> None:
    left = dict(expected)
    for row in rows:
        found = left.pop(_but(row, column), None)
        if found is None:
            reading.fault(path, _("a row that is none of the register, or there twice: {row}"), row=_told(row))
            continue
        reading.figures.update(known.read(str(found["reference"]), str(row[column])))
    for row in left.values():
        if any(map(is_count, known.figures[str(row["reference"])])):
            reading.fault(path, _("a single number is kept back: {cell}"), cell=row["reference"])


def _but(row: Mapping[str, Any], column: str) -> object:
    """Return all that a row says but its number: a CSV says everything as text."""
    return tuple((name, str(value)) for name, value in row.items() if name != column)


def _told(row: Mapping[str, Any]) -> str:
    return ", ".join(str(value) for value in row.values())[:200]
