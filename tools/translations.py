"""Every word for people exists in every language: `python -m tools.translations` fails where one does not.

`--write` brings the catalogues up to date first (new words with nothing yet, words that are gone removed).
It works as Django's makemessages does, a room at a time, so that a word lies in the room that says it.
English is what the code itself says; every other language that is shipped has a catalogue in each room.

For a language of a country pack elsewhere, `--catalogue FOLDER/locale/el/LC_MESSAGES/django.po` looks at that one file,
which holds the words of all rooms.

Words that nobody could translate, because they stand in a template, a script or a module outside gettext, are found too
(`tools/hardcoded.py`).
"""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tools.hardcoded import hardcoded_words
from tools.wording import conflicts, faults

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "isigurt"
SOURCE = "en"
NOT_ROOMS = {"__pycache__"}
DATED = re.compile(r'^"(?:POT-Creation-Date|Report-Msgid-Bugs-To): .*\n', re.MULTILINE)


def languages() -> list[str]:
    """Return the languages that are shipped and need a catalogue."""
    return sorted(file.stem for file in (PACKAGE / "country" / "languages").glob("*.toml") if file.stem != SOURCE)


def rooms() -> list[Path]:
    """Return every room that has words of its own: each door of `surfaces` is one."""
    top = [folder for folder in sorted(PACKAGE.iterdir()) if folder.is_dir() and folder.name not in NOT_ROOMS]
    doors = [folder for folder in sorted((PACKAGE / "surfaces").iterdir()) if folder.is_dir()]
    nested = [folder for folder in sorted((PACKAGE / "intake").iterdir()) if (folder / "apps.py").exists()]
    return [
        folder
        for folder in [*(one for one in top if one.name != "surfaces"), *doors, *nested]
        if folder.name not in NOT_ROOMS
    ]


def catalogue_of(language: str) -> Path:
    """Return where a room keeps its words in `language`."""
    return Path("locale") / language / "LC_MESSAGES" / "django.po"


def fresh_catalogue(room: Path, language: str, scratch: Path) -> Path | None:
    """Return the catalogue of `room` brought up to date in a copy under `scratch`, or None without any words."""
    inner = {folder.name for folder in rooms() if folder.parent == room}
    copy = scratch / "_".join([language, *room.relative_to(PACKAGE).parts])
    shutil.copytree(room, copy, ignore=lambda _, names: {n for n in names if n in inner | NOT_ROOMS})
    catalogue = copy / catalogue_of(language)
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            sys.executable, "-P", "-m", "django", "makemessages", "--locale", language, "--no-obsolete", "--no-wrap",
            "--add-location", "file", "--extension", "html,txt,py,svg", "--verbosity", "0",
        ],
        cwd=copy,
        env={name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},  # it asks none
        check=True,
    )  # fmt: skip
    return catalogue if catalogue.exists() else None


def read(path: Path, language: str) -> Catalog:
    """Return the catalogue at `path`; an empty one where there is no file."""
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def out_of_date(kept: Catalog, fresh: Catalog) -> Iterator[str]:
    """Find the words that the code says and the catalogue does not have, and those that it keeps for nothing."""
    ours = {(message.id, message.context) for message in kept if message.id}
    said = {(message.id, message.context) for message in fresh if message.id}
    for word, _ in sorted(said - ours, key=str):
        yield f"not in the catalogue yet: {_shown(word)}"
    for word, _ in sorted(ours - said, key=str):
        yield f"nobody says it any more: {_shown(word)}"
    for message in kept.obsolete.values():
        yield f"obsolete: {_shown(message.id)}"


def _shown(word: str | tuple[str, ...] | list[str]) -> str:
    return repr(word if isinstance(word, str) else word[0])[:90]


def look_at(room: Path, language: str, scratch: Path, *, write: bool) -> tuple[list[str], Catalog]:
    """Return what is wrong with a room's words in `language`, and the words."""
    found = fresh_catalogue(room, language, scratch)
    kept_at = room / catalogue_of(language)
    if found is None:
        return ([f"{kept_at.relative_to(ROOT)}: the room says nothing"] if kept_at.exists() else []), Catalog()
    if write:
        kept_at.parent.mkdir(parents=True, exist_ok=True)
        kept_at.write_text(DATED.sub("", found.read_text()))  # a date in it would change every catalogue every time
    fresh = read(found, language)
    wrong = [*out_of_date(read(kept_at, language), fresh), *faults(fresh, language)]
    return [f"{room.relative_to(ROOT)} ({language}): {each}" for each in wrong], fresh


def look_at_one_file(path: Path, words: list[Catalog], *, write: bool) -> list[str]:
    """Return what is wrong with a catalogue that holds the words of all rooms."""
    language = path.parts[-3]
    kept = read(path, language)
    whole = Catalog(locale=language)
    for catalogue in words:
        for message in catalogue:
            if message.id:
                whole.add(message.id, context=message.context, flags=message.flags - {"fuzzy"})
    if write:
        kept.update(whole, no_fuzzy_matching=True, keep_user_comments=True)
        kept.obsolete.clear()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            write_po(file, kept, width=0, ignore_obsolete=True)
    return [f"{path}: {each}" for each in (*out_of_date(kept, whole), *faults(kept, language))]


def main() -> int:
    """Look through all rooms; return 1 when a word lacks a language or is wrong in it."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--write", action="store_true", help="bring the catalogues up to date first")
    options.add_argument("--catalogue", type=Path, metavar="FILE", help="look at this catalogue of all rooms instead")
    chosen = options.parse_args()
    wrong: list[str] = []
    words: dict[str, Catalog] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for language in languages():
            words = {}
            for room in rooms():
                found, fresh = look_at(room, language, Path(scratch), write=chosen.write and chosen.catalogue is None)
                wrong += found
                words[room.relative_to(PACKAGE).as_posix()] = fresh
            wrong += conflicts(words)
    if chosen.catalogue is not None:
        wrong = look_at_one_file(chosen.catalogue.absolute(), list(words.values()), write=chosen.write)
    else:
        wrong += hardcoded_words(PACKAGE)
    for line in wrong:
        print(line)  # noqa: T201
    if wrong:
        print(f"{len(wrong)} words are not as they should be (--write adds new lines and takes old ones out)")  # noqa: T201
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
