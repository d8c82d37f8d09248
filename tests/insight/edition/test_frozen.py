"""A frozen edition: the same bytes for the same facts, whole or not there, and never changed unseen."""

import hashlib
import json
import threading
from datetime import UTC, datetime
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from isigurt import clock
from isigurt.country import pack
from isigurt.insight import command
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.frozen import freeze, record_key
from isigurt.insight.edition.manifest import open_edition
from isigurt.insight.edition.sample import invented_year, write_facts
from isigurt.insight.edition.schema import BY_ID
from isigurt.ledger.models import Entry
from tests.facts.factories import a_report

SECRET = b"s" * 32


def frozen(folder: Path, *, secret: bytes = SECRET, rows: int = 50):
    facts = invented_year(rows=rows, seed=1, year=2026, pack=pack())
    return freeze(facts, year=2026, pack_version=pack().version, secret=secret, folder=folder)


def digests(folder: Path) -> dict[str, str]:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_same_facts_give_the_same_bytes(tmp_path):
    frozen(tmp_path / "one")
    frozen(tmp_path / "two")
    assert digests(tmp_path / "one") == digests(tmp_path / "two")


def test_each_record_has_the_key_of_its_unit_under_the_secret(tmp_path):
    edition = frozen(tmp_path / "one")
    rows = pq.read_table(edition.files["victim"]).to_pylist()
    assert all(row["key"] == record_key(SECRET, row["unit"]) for row in rows)
    assert len({row["key"] for row in rows}) == len(rows)
    other = frozen(tmp_path / "two", secret=b"t" * 32)
    assert pq.read_table(other.files["victim"])["key"] != pq.read_table(edition.files["victim"])["key"]


def test_what_is_opened_is_what_was_frozen(tmp_path):
    edition = frozen(tmp_path / "one")
    assert open_edition(tmp_path / "one") == edition
    assert (edition.year, edition.pack_version, edition.keep_until.year) == (2026, pack().version, 2029)


def test_nobody_else_can_look_into_it(tmp_path):
    frozen(tmp_path / "one")
    assert (tmp_path / "one").stat().st_mode & 0o077 == 0


def test_a_frozen_year_is_not_frozen_again(tmp_path):
    frozen(tmp_path / "2026")
    before = digests(tmp_path)
    with pytest.raises(EditionFaulty, match="frozen already"):
        frozen(tmp_path / "2026", rows=60)
    assert digests(tmp_path) == before


def test_of_two_that_freeze_at_once_one_wins_whole_and_the_other_is_told(tmp_path):
    ended: list[str] = []
    start = threading.Barrier(2)

    def one(rows: int) -> None:
        start.wait()
        try:
            frozen(tmp_path / "2026", rows=rows)
            ended.append("made")
        except EditionFaulty:
            ended.append("refused")

    threads = [threading.Thread(target=one, args=(rows,)) for rows in (40, 50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ended) == ["made", "refused"]
    assert [file.name for file in tmp_path.iterdir()] == ["2026"]
    open_edition(tmp_path / "2026")


@pytest.mark.parametrize("name", ["facts/victims.parquet", "edition.json"])
def test_a_changed_edition_is_refused(tmp_path, name):
    frozen(tmp_path / "one")
    file = tmp_path / "one" / name
    file.write_bytes(file.read_bytes()[:-9])
    with pytest.raises(EditionFaulty, match=r"not as it was frozen|no whole edition"):
        open_edition(tmp_path / "one")


def test_an_edition_of_another_schema_is_not_guessed_at(tmp_path):
    frozen(tmp_path / "one")
    file = tmp_path / "one" / "edition.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "schema": 1}))
    with pytest.raises(EditionFaulty, match="facts in schema 1; this version reads 2"):
        open_edition(tmp_path / "one")


@pytest.mark.django_db
def test_the_command_freezes_the_desks_store(tmp_path, settings, capsys):
    settings.ISIGURT_VAR = tmp_path
    clock.install(lambda: datetime(2027, 1, 4, 9, tzinfo=UTC))
    a_report()
    assert command.new(2026, facts=None) == 0
    assert open_edition(tmp_path / "editions" / "2026").files.keys() == {"report"}
    assert command.new(2026, facts=None) == 1
    assert "frozen already" in capsys.readouterr().err
    assert command.new(2025, facts=None) == 1
    assert "There is no fact of 2025" in capsys.readouterr().err
    assert Entry.objects.get(act="edition.frozen").actor == "command"


@pytest.mark.django_db
def test_the_command_freezes_no_year_of_the_desk_that_is_not_over(tmp_path, settings, capsys):
    settings.ISIGURT_VAR = tmp_path
    clock.install(lambda: datetime(2026, 12, 31, 22, 59, tzinfo=UTC))
    a_report()
    assert command.new(2026, facts=None) == 1
    assert "from 1 January 2027 on" in capsys.readouterr().err
    clock.install(lambda: datetime(2026, 12, 31, 23, tzinfo=UTC))  # midnight in Tirana
    assert command.new(2026, facts=None) == 0


@pytest.mark.django_db
def test_the_command_freezes_a_folder_from_elsewhere(tmp_path, settings):
    settings.ISIGURT_VAR = tmp_path
    write_facts(invented_year(rows=9, seed=1, year=2019, pack=pack()), tmp_path / "facts")
    assert command.new(2019, facts=tmp_path / "facts") == 0
    assert open_edition(tmp_path / "editions" / "2019").year == 2019


@pytest.mark.parametrize(
    ("change", "said"),
    [(("bullying", "witchcraft"), '"harm" is "witchcraft"'), ((",90,", ",-5,"), '"first_action" is negative')],
    ids=["an unknown harm", "a negative duration"],
)
def test_the_command_names_what_is_wrong_with_the_facts_and_freezes_nothing(tmp_path, settings, capsys, change, said):
    settings.ISIGURT_VAR = tmp_path
    names = [column.name for column in BY_ID["report"].columns]
    row = {"unit": "r-1", "day": "2019-03-02", "harm": "bullying", "first_action": "90"}
    facts = ",".join(names) + "\n" + ",".join(row.get(name, "") for name in names) + "\n"
    (tmp_path / "facts").mkdir()
    (tmp_path / "facts" / "reports.csv").write_text(facts.replace(*change))
    assert command.new(2019, facts=tmp_path / "facts") == 1
    assert said in capsys.readouterr().err
    assert not list((tmp_path / "editions").rglob("*"))
