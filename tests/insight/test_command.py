"""`isigurt edition`, as it is typed: a year goes from invented facts to the public site; what goes wrong is said."""

import fcntl
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from isigurt.country import PACKS
from tests.preparation import prepare

pytestmark = pytest.mark.once  # a folder of its own, with SQLite in it


@pytest.fixture(scope="module")
def place(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("place") / "var"
    prepare({"PATH": os.environ["PATH"], "ISIGURT_VAR": str(folder)})
    facts = folder / "invented"
    assert isigurt("sample", "--rows", "300", "--to", str(facts), place=folder).returncode == 0
    assert isigurt("new", "2026", "--facts", str(facts), place=folder).returncode == 0
    return folder


def isigurt(*words: str, place: Path, **more: str) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ISIGURT_")}
    return subprocess.run(
        [sys.executable, "-m", "isigurt", "edition", *words],
        capture_output=True,
        text=True,
        env={**environment, "ISIGURT_VAR": str(place), **more},
        timeout=120,
        check=False,
    )


@pytest.mark.slow
def test_a_year_is_built_checked_and_published(place):
    built = isigurt("build", "2026", place=place)
    assert (built.returncode, built.stderr) == (0, "")
    assert built.stdout.splitlines()[0] == "Counting the edition 2026 ..."
    assert isigurt("check", "2026", place=place).stdout.splitlines()[-1].startswith("The edition 2026 may be published")
    published = isigurt("publish", "2026", place=place)
    assert (published.returncode, published.stderr) == (0, "")
    assert published.stdout.splitlines()[-1].endswith("/sq/raporti-kombetar/2026/ and /en/national-report/2026/.")
    again = isigurt("publish", "2026", place=place)
    assert again.stdout.splitlines()[-1] == "The edition 2026 lies there already."


@pytest.mark.parametrize("word", ["build", "check", "publish"])
def test_a_year_without_an_edition_is_said_in_one_line(place, word):
    done = isigurt(word, "2031", place=place)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip().endswith("“isigurt edition new 2031” makes it.")


@pytest.mark.parametrize("word", ["build", "publish"])
def test_two_at_once_are_told_apart(place, word):
    with (place / "editions" / "2026" / ".building").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = isigurt(word, "2026", place=place)
    assert done.returncode == 1
    assert "by somebody else" in done.stderr


def test_a_pack_with_a_missing_translation_builds_nothing(place, tmp_path):
    shutil.copytree(PACKS / "al", tmp_path / "al")
    harms = tmp_path / "al" / "harms.toml"
    lines = harms.read_text("utf-8").splitlines(keepends=True)
    gone = next(at for at, line in enumerate(lines) if line.startswith("title") and "en" in line)
    lines[gone] = lines[gone].replace("en = ", "fr = ").replace("title.en", "title.fr")
    harms.write_text("".join(lines), "utf-8")
    done = isigurt("build", "2026", place=place, ISIGURT_COUNTRY=str(tmp_path / "al"))
    assert done.returncode == 2
    assert "harms.toml" in done.stderr
    assert "Traceback" not in done.stderr
