"""An edition is built whole or not at all, and the same edition gives the same bytes."""

import fcntl
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import isigurt
from isigurt.country import pack
from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.publication import building
from isigurt.insight.publication.building import build
from isigurt.insight.publication.published import known_of, read_published
from tests.insight.editions import SECRET, an_edition, an_edition_of, built, quiet

# Whole editions are made here, and no store is asked: once in `make test` is enough.
pytestmark = pytest.mark.slow
PROGRAM = Path(isigurt.__file__).parent


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def again(folder: Path, tell=quiet) -> Path:
    return build(folder, secret=SECRET, pack=pack(), tell=tell)


def test_an_edition_is_built_into_one_folder(tmp_path):
    made = files(built(tmp_path) / "built")
    assert {"published.json", "files.json", "open-data/cells.csv", "annex/notices.csv"} <= set(made)
    assert set(json.loads(made["files.json"])) == set(made) - {"files.json"}


def test_building_twice_gives_the_same_bytes(tmp_path):
    folder = built(tmp_path)
    first = files(folder / "built")
    again(folder)
    assert files(folder / "built") == first


def test_the_same_facts_give_the_same_bytes_from_another_copy_of_the_program_elsewhere(tmp_path):
    """Another copy of the program, another folder, locale, time zone and hash seed."""
    script = Path(__file__).with_name("built_elsewhere.py")

    def elsewhere(name: str, **environment: str) -> dict[str, bytes]:
        place = tmp_path / name
        shutil.copytree(PROGRAM, place / "program" / PROGRAM.name, ignore=shutil.ignore_patterns("__pycache__"))
        subprocess.run(
            [sys.executable, str(script), str(place), str(place / "program")],
            check=True,
            env={**os.environ, "PYTHONPATH": os.pathsep.join([str(place / "program"), *sys.path]), **environment},
        )
        return files(place / "2026" / "built")

    one = elsewhere("one", TZ="UTC", LC_ALL="C", LANG="C", PYTHONHASHSEED="1")
    two = elsewhere("a name with ë", TZ="Pacific/Auckland", LC_ALL="C.UTF-8", LANG="sq_AL.UTF-8", PYTHONHASHSEED="77")
    assert one
    assert one == two


def test_what_was_built_comes_back_as_it_went_in(tmp_path):
    built(tmp_path, year=2025, seed=3)
    folder = built(tmp_path, year=2026)
    book = building.book_of(folder, secret=SECRET, pack=pack(), tell=quiet)
    published = read_published(folder / "built" / "published.json")
    assert published.contents == book.contents
    assert published.remedies == book.remedies
    assert [cell for cell in book.contents["sq"].cells() if cell.before]


def test_last_year_as_it_was_published_counts_not_as_it_was_built_anew(tmp_path):
    before = built(tmp_path, year=2025)
    (before / "published.json").write_bytes(
        (before / "built" / "published.json").read_bytes().replace(b"2025", b"1999")
    )
    assert {content.year for content in known_of(before).contents.values()} == {1999}


def test_two_do_not_build_at_once(tmp_path):
    folder = built(tmp_path)
    with (folder / ".building").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with pytest.raises(EditionFaulty, match="by somebody else"):
            again(folder)


def test_a_build_that_fails_leaves_the_one_before(tmp_path, monkeypatch):
    folder = built(tmp_path)
    first = files(folder)

    def broken(book):
        raise OSError("no space left")

    monkeypatch.setattr(building, "OUTPUTS", (*building.OUTPUTS, broken))
    with pytest.raises(OSError, match="no space left"):
        again(folder)
    assert files(folder) == first


def test_a_build_that_was_killed_in_the_last_move_is_put_right_by_the_next(tmp_path):
    folder = built(tmp_path)
    (folder / "built").rename(folder / ".built-before")
    (folder / ".built-new-left").mkdir()
    again(folder)
    assert sorted(each.name for each in folder.iterdir()) == [".building", "built", "edition.json", "facts"]


@pytest.mark.parametrize("path", ["published.json", "files.json", "../edition.json", "/etc/issue"])
def test_an_output_makes_no_file_that_is_not_its_own(tmp_path, monkeypatch, path):
    folder = built(tmp_path)
    monkeypatch.setattr(building, "OUTPUTS", (lambda book: {path: b""},))
    with pytest.raises(ValueError, match="may not make"):
        again(folder)


def test_a_year_of_which_there_is_no_edition_says_how_to_make_one(tmp_path):
    with pytest.raises(EditionFaulty, match="isigurt edition new 2031"):
        again(tmp_path / "2031")


def test_a_half_written_edition_is_not_built(tmp_path):
    folder = tmp_path / "2026"
    an_edition(tmp_path)
    (folder / "edition.json").write_text('{"year": 2026')
    with pytest.raises(EditionFaulty, match="no whole edition"):
        again(folder)
    assert not (folder / "built").exists()


def test_facts_of_another_country_pack_are_not_built(tmp_path):
    folder = tmp_path / "2026"
    an_edition(tmp_path)
    manifest = json.loads((folder / "edition.json").read_text())
    (folder / "edition.json").write_text(json.dumps({**manifest, "pack": "al-other"}))
    with pytest.raises(EditionFaulty, match="country pack al-other"):
        again(folder)
    assert not (folder / "built").exists()


def test_one_case_in_the_year_is_a_whole_edition(tmp_path):
    an_edition_of(tmp_path, victim=[{"harm": "bullying", "sex": "girl"}])
    again(tmp_path / "2026")
    numbers = read_published(tmp_path / "2026" / "built" / "published.json").numbers
    assert {name: number.value % 5 for name, number in numbers.items()} == {"cell:key_figures/victims": 0}


def test_too_few_facts_for_a_single_number_say_so(tmp_path):
    an_edition_of(tmp_path, notice=[{"provider": "tiktok", "outcome": "removed"}])
    with pytest.raises(EditionFaulty, match="too few facts"):
        again(tmp_path / "2026")


def test_progress_is_told_in_plain_lines(tmp_path):
    folder = built(tmp_path)
    said: list[str] = []
    again(folder, said.append)
    assert said[0] == "Counting the edition 2026 ..."
    assert "Making open data ..." in said
    assert said[-1].endswith(f"files are in {folder / 'built'}.")
