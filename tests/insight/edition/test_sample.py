"""The invented year: the same for the same seed, plausible, and small-celled like a small country."""

from collections import Counter

import pytest

from isigurt.country import pack
from isigurt.insight import command
from isigurt.insight.edition.sample import invented_year
from isigurt.insight.edition.schema import UNITS


def a_year(rows: int = 1000, seed: int = 7):
    return invented_year(rows=rows, seed=seed, year=2026, pack=pack())


def test_the_same_seed_gives_the_same_year_and_another_seed_another():
    assert a_year() == a_year()
    assert a_year()["report"] != a_year(seed=8)["report"]


@pytest.mark.parametrize("rows", [1, 400, 10_000])
def test_there_are_as_many_reports_as_asked_for_and_some_of_every_unit(rows):
    facts = a_year(rows)
    assert len(facts["report"]) == rows
    assert all(len(facts[unit.id]) >= 1 for unit in UNITS)


def test_what_is_gone_was_seen_down_after_it_was_seen_up():
    rows = a_year()["item"].select(["seen_up", "seen_down"]).to_pylist()
    gone = [row for row in rows if row["seen_down"] is not None]
    assert 0 < len(gone) < len(rows)
    assert all(row["seen_down"] > row["seen_up"] >= 0 for row in gone)


@pytest.mark.parametrize("seed", range(5))
def test_a_small_year_has_thirty_small_cells_and_more(seed):
    facts = a_year(400, seed)
    pairs = [("victim", ("age", "sex")), ("item", ("country", "platform")), ("report", ("region", "channel"))]
    counts = [Counter(zip(*(facts[unit][name].to_pylist() for name in names), strict=True)) for unit, names in pairs]
    assert sum(1 <= count <= 4 for counted in counts for count in counted.values()) >= 30


def test_the_command_writes_a_folder_once(tmp_path, capsys):
    folder = tmp_path / "invented"
    assert command.sample(rows=10, seed=1, year=2026, folder=folder) == 0
    assert sorted(file.name for file in folder.iterdir()) == sorted(f"{unit.file}.parquet" for unit in UNITS)
    assert command.sample(rows=10, seed=1, year=2026, folder=folder) == 1
    assert "is there already" in capsys.readouterr().err
