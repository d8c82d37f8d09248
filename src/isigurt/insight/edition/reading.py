"""Reading a folder of facts, Parquet or CSV, in the documented schema; every fault is said in words."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as csv
import pyarrow.parquet as pq

from isigurt.country import CountryPack
from isigurt.insight.edition.arrow import ARROW, arrow_schema
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.schema import UNITS, Column, Kind, Unit

Facts = dict[str, pa.Table]
SHOWN = 3  # of the rows with the same fault


def read_facts(folder: Path, *, year: int, pack: CountryPack) -> Facts:
    """Return the facts of `year`, by unit, each in the schema's columns and the order of its ids.

    A unit without a file is left out. Raises EditionFaulty with every problem found.
    """
    if not folder.is_dir():
        raise EditionFaulty(f"There is no folder at {folder}.")
    facts: Facts = {}
    problems: list[str] = []
    for unit in UNITS:
        file = _file_of(folder, unit)
        if file is None:
            continue
        try:
            table = _shaped(_read(file), unit, file.name)
            problems += (f"{file.name}: {problem}" for problem in faults_in(table, unit, year=year, pack=pack))
        except EditionFaulty as faulty:
            problems += faulty.problems
        else:
            facts[unit.id] = table.sort_by("unit")
    if not problems and not any(len(table) for table in facts.values()):
        names = ", ".join(f"{unit.file}.parquet" for unit in UNITS)
        problems = [f"There is no fact of {year} in {folder}: an edition needs at least one row in one of {names}."]
    if problems:
        raise EditionFaulty(*problems)
    return facts


def _file_of(folder: Path, unit: Unit) -> Path | None:
    found = [file for ending in ("parquet", "csv") if (file := folder / f"{unit.file}.{ending}").is_file()]
    if len(found) > 1:
        raise EditionFaulty(f"There are both {found[0].name} and {found[1].name} in {folder}: keep one of them.")
    return found[0] if found else None


def _read(file: Path) -> pa.Table:
    try:
        if file.suffix == ".parquet":
            return pq.read_table(file)
        # Every cell as text: only the schema says what it means.
        with file.open(encoding="utf-8") as opened:
            names = opened.readline().lstrip("\ufeff").rstrip("\r\n").split(",")
        options = csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=False)
        return csv.read_csv(file, convert_options=options)
    except (pa.ArrowInvalid, UnicodeDecodeError) as error:
        raise EditionFaulty(f"{file.name}: cannot be read ({str(error).splitlines()[0]})") from error


def _shaped(table: pa.Table, unit: Unit, name: str) -> pa.Table:
    """Return the table in the schema's columns and types; raise EditionFaulty for columns that do not fit."""
    known = {column.name for column in unit.columns}
    doubled = sorted({each for each in table.column_names if table.column_names.count(each) > 1})
    problems = [f'{name}: the column "{each}" is there more than once' for each in doubled]
    problems += [
        f'{name}: the column "{each}" is not in the schema (`isigurt edition schema`)'
        for each in table.column_names
        if each not in known
    ]
    problems += [
        f'{name}: the column "{column.name}" is missing'
        for column in unit.columns
        if column.name not in table.column_names
    ]
    if problems:
        raise EditionFaulty(*problems)
    columns = []
    for column in unit.columns:
        try:
            columns.append(_typed(table[column.name], column))
        except pa.ArrowInvalid as error:
            wants = {Kind.DAY: "2026-03-31", Kind.MINUTES: "a whole number", Kind.YES_NO: "yes or no"}
            expected = wants.get(column.kind, "text")
            problems.append(f'{name}: the column "{column.name}" must hold {expected} ({str(error).splitlines()[0]})')
    if problems:
        raise EditionFaulty(*problems)
    return pa.table(columns, schema=arrow_schema(unit))


def _typed(values: pa.ChunkedArray, column: Column) -> pa.ChunkedArray:
    if pa.types.is_dictionary(values.type):
        values = values.cast(values.type.value_type)
    if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
        values = pc.utf8_trim_whitespace(values)
        values = pc.if_else(pc.equal(values, ""), pa.scalar(None, values.type), values)
        if column.kind is Kind.YES_NO:
            values = pc.replace_substring_regex(values, "^yes$", "true")
            values = pc.replace_substring_regex(values, "^no$", "false")
    return values.cast(ARROW[column.kind])


def faults_in(table: pa.Table, unit: Unit, *, year: int, pack: CountryPack) -> Iterator[str]:
    """Yield what is wrong with the rows of one unit, in words."""
    for column in unit.columns:
        values = table[column.name]
        if column.required and values.null_count:
            yield f'{values.null_count} rows have no "{column.name}"'
        if column.kind is Kind.MINUTES and (low := pc.min(values).as_py()) is not None and low < 0:
            yield f'"{column.name}" is negative {_where(table, pc.less(values, 0))}'
        words = column.allowed(pack)
        if words is not None:
            strange = pc.and_not(pc.is_valid(values), pc.is_in(values, value_set=pa.array(words, pa.string())))
            for word in pc.unique(values.filter(strange)).to_pylist()[:SHOWN]:
                yield f'"{column.name}" is "{word}", which is none of {", ".join(words)} {_where(table, strange)}'
    outside = pc.not_equal(pc.year(table["day"]), year)
    if pc.any(outside).as_py():
        yield f'"day" is not in {year} {_where(table, outside)}'
    counted = pc.value_counts(table["unit"])
    doubled = counted.filter(pc.greater(counted.field("counts"), 1)).field("values").drop_null().to_pylist()
    if doubled:
        yield f'"unit" must be there once only, and is not: {", ".join(sorted(doubled)[:SHOWN])}'


def _where(table: pa.Table, rows: pa.ChunkedArray) -> str:
    found = table["unit"].filter(rows, null_selection_behavior="drop")
    named = ", ".join(str(each) for each in found.slice(0, SHOWN).to_pylist())
    return f"(unit {named}{', ...' if len(found) > SHOWN else ''}; {len(found)} in all)"
