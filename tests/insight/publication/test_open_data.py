"""The numbers as data: every format says the same, in all languages, and describes itself."""

import csv
import io
import json
import re

import pyarrow.parquet as pq
import pytest

from isigurt.country import pack
from isigurt.insight.publication.annex import annex
from isigurt.insight.publication.building import book_of
from isigurt.insight.publication.open_data import KEY, NUMBERS, open_data
from tests.insight.editions import SECRET, an_edition, quiet


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    folder = tmp_path_factory.mktemp("editions")
    an_edition(folder)
    return book_of(folder / "2026", secret=SECRET, pack=pack(), tell=quiet)


@pytest.fixture(scope="module")
def files(book):
    return open_data(book)


@pytest.fixture(scope="module")
def rows(files):
    return list(csv.DictReader(io.StringIO(files["open-data/cells.csv"].decode(), newline="")))


def test_every_published_number_is_one_row(book, rows):
    numbers = book.contents["sq"].numbers()
    assert {row["reference"]: int(row["value"]) for row in rows} == {
        name: number.value for name, number in numbers.items()
    }
    assert len(rows) == len(book.plan.figures())
    assert len({tuple(row[name] for name in KEY) for row in rows}) == len(rows)


def test_a_row_says_what_it_counts_in_both_languages(rows):
    row = next(row for row in rows if row["reference"] == "cell:ages_sexes/victims/sex=girl")
    assert (row["row"], row["column_dimension"], row["column"]) == ("all", "sex", "girl")
    assert (row["table_title_en"], row["table_title_sq"]) == (
        "Victims by age and sex",
        "Viktimat sipas moshës dhe gjinisë",
    )
    assert row["column_title_en"] != row["column_title_sq"]


def test_json_and_parquet_say_the_same(files, rows):
    as_json = json.loads(files["open-data/cells.json"])["cells"]
    as_parquet = pq.read_table(io.BytesIO(files["open-data/cells.parquet"])).to_pylist()
    assert as_json == as_parquet
    assert [{name: str(value) for name, value in row.items()} for row in as_json] == rows


def test_only_notices_are_called_exact(rows):
    assert {row["table"] for row in rows if row["protection"] == "exact"} == {"providers"}


def test_the_data_package_has_what_the_specification_asks_for(files, rows):
    """Frictionless Data Package 1: a package needs resources; a tabular one profile, path, name and a schema."""
    package = json.loads(files["open-data/datapackage.json"])
    assert package["profile"] == "data-package"
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    names = [each["name"] for each in package["resources"]]
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])
        assert f"open-data/{resource['path']}" in files
    for licence in package["licenses"]:
        assert licence["name"]
        assert licence["path"].startswith("https://")
    table = package["resources"][0]
    assert table["profile"] == "tabular-data-resource"
    assert [field["name"] for field in table["schema"]["fields"]] == list(rows[0])
    assert {field["name"] for field in table["schema"]["fields"] if field["type"] == "integer"} == set(NUMBERS)
    assert table["schema"]["primaryKey"] == list(KEY)


def test_the_csv_on_the_web_description_names_the_columns_in_their_order(files, rows):
    described = json.loads(files["open-data/cells.csv-metadata.json"])
    assert described["@context"][0] == "http://www.w3.org/ns/csvw"
    assert described["url"] == "cells.csv"
    assert [each["titles"] for each in described["tableSchema"]["columns"]] == list(rows[0])


def test_the_annex_has_the_notices_by_provider_exactly_and_no_others(book):
    found = list(csv.DictReader(io.StringIO(annex(book)["annex/notices.csv"].decode(), newline="")))
    plan = book.plan
    cuts = [cut for table, cut in plan.standing if table.id == "providers"]
    whole = next(row for row in found if row["provider"] == row["content"] == row["outcome"] == "all")
    assert int(whole["notices"]) == plan.count_of(cuts[0], (None, None)).n
    cells = {frozenset(zip(cut.dimensions, key, strict=True)) for cut in cuts for key in plan.keys_of(cut)}
    assert len(found) == len({frozenset(way for way in cell if way[1]) for cell in cells})
    for way in ("provider", "content"):  # by whom they went to, and by type of content, as the law asks
        shown = [row for row in found if row["outcome"] == "all" and row[way] != "all"]
        assert sum(int(row["notices"]) for row in shown) == int(whole["notices"])
        assert all(int(row["notices"]) >= 10 for row in shown)
    assert json.loads(annex(book)["annex/notices.json"])["notices"][0]["notices"] == int(found[0]["notices"])
