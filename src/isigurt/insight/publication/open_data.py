"""Open data: one row a published number, as CSV, JSON and Parquet, and two descriptions that machines read.

Every file says the same and in all languages. `datapackage.json` follows Frictionless Data Package, version 1;
`cells.csv-metadata.json` follows CSV on the Web.
"""

import io
from collections.abc import Iterator, Mapping

import pyarrow as pa
import pyarrow.parquet as pq

from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.content import Content, Number
from isigurt.insight.publication.published import as_csv, as_json

FOLDER = "open-data"
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
NUMBERS = ("year", "value")  # columns of whole numbers; all others are text
Row = dict[str, str | int]
# Columns that are said in each language: their names end in its code.
_NAMED = ("table", "population", "row_dimension", "row", "column_dimension", "column")
KEY = ("table", "population", "row_dimension", "row", "column_dimension", "column", "measure")
_MEANINGS = {
    "reference": "the number's address: the same in every edition; a total that stands twice in a table has one",
    "year": "the year of the edition",
    "table": "the table of the report",
    "population": "whom or what it counts",
    "row_dimension": "what the rows tell apart; empty: nothing",
    "row": "the row; all: the total",
    "column_dimension": "what the columns tell apart; empty: nothing",
    "column": "the column; all: the total",
    "measure": "count; share: whole percent of the row's total, of a one-way table of the whole; median: whole hours",
    "protection": "rounded: by chance to a multiple of five, totals by themselves; exact: as counted",
    "value": "the number",
}


def open_data(book: Book) -> Files:
    """Return the numbers of an edition as data."""
    rows = rows_of(book.contents)
    return {
        f"{FOLDER}/cells.csv": as_csv(rows),
        f"{FOLDER}/cells.json": as_json({"year": book.year, "cells": rows}),
        f"{FOLDER}/cells.parquet": _parquet(rows),
        **descriptions(book.contents),
    }


def rows_of(contents: Mapping[str, Content]) -> list[Row]:
    """Return one row for each published number, in the order of the register."""
    each_language = [list(_rows_in(content)) for content in contents.values()]
    rows = []
    for same in zip(*each_language, strict=True):
        joined: Row = {}
        for row, _ in same[:1]:
            joined |= row
        for _, titles in same:
            joined |= titles
        rows.append({name: joined[name] for name in columns_of(contents)})
    return rows


def columns_of(contents: Mapping[str, Content]) -> list[str]:
    """Return the names of the columns, each titled column with its titles after it."""
    names: list[str] = []
    for name in _MEANINGS:
        names.append(name)
        names += [f"{name}_title_{language}" for language in contents if name in _NAMED]
    return names


def _rows_in(content: Content) -> Iterator[tuple[Row, Row]]:
    """Yield each number's row, and apart from it the titles in the language of the content."""
    for table in content.tables:
        for part in table.parts:
            dimensions, titles = (*part.dimensions, "", "")[:2], (*part.dimension_titles, "", "")[:2]
            for row, column, cell in part.placed():
                told: Row = {
                    "year": content.year,
                    "table": table.id,
                    "population": part.population,
                    "row_dimension": dimensions[0],
                    "row": row.id,
                    "column_dimension": dimensions[1],
                    "column": column.id,
                    "protection": "exact" if table.exact else "rounded",
                }
                named = (table.title, part.title, titles[0], row.title, titles[1], column.title)
                said: Row = {
                    f"{name}_title_{content.language}": title for name, title in zip(_NAMED, named, strict=True)
                }
                for number in cell.numbers():
                    yield {**told, **_value(number)}, said


def _value(number: Number) -> Row:
    return {"reference": number.reference, "measure": str(number.measure), "value": number.value}


def _parquet(rows: list[Row]) -> bytes:
    schema = pa.schema([pa.field(name, pa.int64() if name in NUMBERS else pa.string()) for name in rows[0]])
    file = io.BytesIO()
    pq.write_table(pa.Table.from_pylist(rows, schema=schema), file, compression="zstd")
    return file.getvalue()


def descriptions(contents: Mapping[str, Content]) -> Files:
    """Return the two descriptions of the data. They hold no number of the edition but its year."""
    first = next(iter(contents.values()))
    return {
        f"{FOLDER}/datapackage.json": as_json(_data_package(contents, first)),
        f"{FOLDER}/cells.csv-metadata.json": as_json(_csv_on_the_web(contents, first)),
    }


def _data_package(contents: Mapping[str, Content], first: Content) -> dict[str, object]:
    fields = [
        {"name": name, "title": name, "type": "integer" if name in NUMBERS else "string",
         "description": _meaning(name)}
        for name in columns_of(contents)
    ]  # fmt: skip
    as_csv = {
        "name": "cells",
        "path": "cells.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": {"fields": fields, "primaryKey": list(KEY), "missingValues": []},
    }
    others = [
        {"name": f"cells-{kind}", "path": f"cells.{kind}", "profile": "data-resource", "format": kind,
         "mediatype": mediatype}
        for kind, mediatype in (("json", "application/json"), ("parquet", "application/vnd.apache.parquet"))
    ]  # fmt: skip
    return {
        "profile": "data-package",
        "name": f"national-report-{first.year}",
        "title": f"{first.hotline}: National Report {first.year}",
        "description": "Counts are rounded by chance to multiples of five, each by itself: totals are not sums.",
        "version": f"{first.year}",
        "contributors": [{"title": first.hotline, "role": "publisher"}],
        "licenses": [LICENCE],
        "resources": [as_csv, *others],
    }


def _csv_on_the_web(contents: Mapping[str, Content], first: Content) -> dict[str, object]:
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": "cells.csv",
        "dc:title": f"{first.hotline}: National Report {first.year}",
        "dc:publisher": first.hotline,
        "dc:license": {"@id": LICENCE["path"]},
        "tableSchema": {
            "columns": [
                {"name": name, "titles": name, "datatype": "integer" if name in NUMBERS else "string",
                 "dc:description": _meaning(name), "lang": _language(name) or "und"}
                for name in columns_of(contents)
            ],
            "primaryKey": list(KEY),
        },
    }  # fmt: skip


def _meaning(column: str) -> str:
    if column in _MEANINGS:
        return _MEANINGS[column]
    name, _, language = column.rpartition("_title_")
    return f"what {name} is called ({language})"


def _language(column: str) -> str:
    return column.rpartition("_title_")[2] if "_title_" in column else ""
