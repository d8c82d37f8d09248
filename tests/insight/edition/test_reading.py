"""A folder of facts is read as the schema says, and each kind of bad input is named in words."""

import datetime as dt
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from isigurt.country import pack
from isigurt.insight.edition.arrow import arrow_schema
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.reading import read_facts
from isigurt.insight.edition.sample import invented_year, write_facts
from isigurt.insight.edition.schema import BY_ID, UNITS, printed

YEAR = 2026
REPORT = {"unit": "r-1", "day": "2026-03-02", "channel": "web", "harm": "bullying", "first_action": "90"}


def reading(folder: Path):
    return read_facts(folder, year=YEAR, pack=pack())


def reports_csv(folder: Path, *rows: dict[str, str], without: str = "", extra: str = "") -> Path:
    names = [column.name for column in BY_ID["report"].columns if column.name != without] + ([extra] if extra else [])
    lines = [",".join(names), *(",".join(row.get(name, "") for name in names) for row in rows)]
    (folder / "reports.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return folder


def problems_of(folder: Path) -> str:
    with pytest.raises(EditionFaulty) as caught:
        reading(folder)
    return "\n".join(caught.value.problems)


def test_what_the_sample_wrote_is_read_back(tmp_path):
    facts = invented_year(rows=400, seed=3, year=YEAR, pack=pack())
    write_facts(facts, tmp_path)
    back = reading(tmp_path)
    assert {unit: table.sort_by("unit") for unit, table in facts.items()} == back


def test_csv_is_read_as_parquet_is(tmp_path):
    yes = {**REPORT, "in_time": "yes", "campaign": "no"}
    table = reading(reports_csv(tmp_path, yes))["report"]
    assert table.schema == arrow_schema(BY_ID["report"])
    row = table.to_pylist()[0]
    assert (row["day"], row["first_action"], row["in_time"], row["campaign"], row["region"]) == (
        dt.date(2026, 3, 2),
        90,
        True,
        False,
        None,
    )


def test_columns_may_stand_in_any_order_and_rows_come_in_that_of_their_ids(tmp_path):
    names = [column.name for column in BY_ID["report"].columns][::-1]
    rows = [{**REPORT, "unit": unit} for unit in ("r-2", "r-1")]
    table = pa.table({name: [row.get(name, "") for row in rows] for name in names})
    pq.write_table(table, tmp_path / "reports.parquet")
    assert reading(tmp_path)["report"]["unit"].to_pylist() == ["r-1", "r-2"]


def test_one_case_in_the_year_is_a_year(tmp_path):
    assert len(reading(reports_csv(tmp_path, REPORT))["report"]) == 1


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"harm": "witchcraft"}, '"harm" is "witchcraft", which is none of grooming'),
        ({"first_action": "-5"}, '"first_action" is negative (unit r-1; 1 in all)'),
        ({"first_action": "soon"}, 'the column "first_action" must hold a whole number'),
        ({"in_time": "perhaps"}, 'the column "in_time" must hold yes or no'),
        ({"day": "2025-12-31"}, '"day" is not in 2026 (unit r-1; 1 in all)'),
        ({"day": "2.3.2026"}, 'the column "day" must hold 2026-03-31'),
        ({"day": ""}, '1 rows have no "day"'),
        ({"unit": ""}, '1 rows have no "unit"'),
    ],
)
def test_a_bad_row_is_named(tmp_path, change, said):
    assert f"reports.csv: {said}" in problems_of(reports_csv(tmp_path, {**REPORT, **change}))


def test_a_doubled_id_is_named(tmp_path):
    said = problems_of(reports_csv(tmp_path, REPORT, REPORT))
    assert said == 'reports.csv: "unit" must be there once only, and is not: r-1'


def test_a_missing_and_a_strange_column_are_named_together(tmp_path):
    said = problems_of(reports_csv(tmp_path, REPORT, without="harm", extra="victim_name"))
    assert 'the column "harm" is missing' in said
    assert 'the column "victim_name" is not in the schema' in said


def test_an_empty_year_is_refused(tmp_path):
    assert "There is no fact of 2026" in problems_of(reports_csv(tmp_path))
    empty = tmp_path / "empty"
    empty.mkdir()
    assert "There is no fact of 2026" in problems_of(empty)


def test_a_folder_that_is_not_there_is_named(tmp_path):
    assert problems_of(tmp_path / "nowhere") == f"There is no folder at {tmp_path / 'nowhere'}."


def test_two_files_of_one_unit_are_not_guessed_between(tmp_path):
    reports_csv(tmp_path, REPORT)
    (tmp_path / "reports.parquet").touch()
    assert "both reports.parquet and reports.csv" in problems_of(tmp_path)


@pytest.mark.parametrize("name", ["reports.parquet", "reports.csv"])
def test_a_file_that_is_none_is_named(tmp_path, name):
    (tmp_path / name).write_bytes(b"\xff\xfe\x00 nothing")
    assert f"{name}: cannot be read" in problems_of(tmp_path)


def test_no_column_could_hold_an_address_a_name_or_a_text():
    names = {column.name for unit in UNITS for column in unit.columns}
    assert not names & {"address", "url", "name", "text", "email", "telephone", "received_at"}


def test_the_schema_prints_every_column_and_every_word_of_the_pack():
    said = printed(pack())
    assert all(f"  {column.name}" in said for unit in UNITS for column in unit.columns)
    assert all(harm in said for harm in pack().harms.ids)
