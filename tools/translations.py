"""Every word for people exists in Albanian: `python -m tools.translations` fails where one does not.

`--write` brings the catalogues up to date first (new words with nothing yet, words that are gone removed).
It works as Django's makemessages does, a room at a time, so that a word lies in the room that says it.
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "src" / "isigurt"
CATALOGUE = Path("locale/sq/LC_MESSAGES/django.po")
NOT_ROOMS = {"__pycache__"}


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


def fresh_catalogue(room: Path, scratch: Path) -> Path | None:
    """Return the catalogue of `room` brought up to date in a copy under `scratch`, or None without any words."""
    inner = {folder.name for folder in rooms() if folder.parent == room}
    copy = scratch / "_".join(room.relative_to(PACKAGE).parts)
    shutil.copytree(room, copy, ignore=lambda _, names: {n for n in names if n in inner | NOT_ROOMS})
    catalogue = copy / CATALOGUE
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        [
            sys.executable, "-P", "-m", "django", "makemessages", "--locale", "sq", "--no-obsolete", "--no-wrap",
            "--add-location", "file", "--extension", "html,txt,py,svg", "--verbosity", "0",
        ],
        cwd=copy,
        check=True,
    )  # fmt: skip
    return catalogue if catalogue.exists() else None


def missing(catalogue: Catalog) -> list[str]:
    """Return the words without a sure translation."""
    lacking = []
    for message in catalogue:
        if not message.id:
            continue
        said = message.string if isinstance(message.string, tuple | list) else (message.string,)
        if message.fuzzy or not all(said):
            lacking.append(str(message.id))
        elif any(check for check in message.check(catalogue)):
            lacking.append(f"{message.id} (its placeholders differ)")
    return lacking


def main() -> int:
    """Look through all rooms; return 1 when a word lacks its Albanian."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--write", action="store_true", help="bring the catalogues in the checkout up to date first")
    write = options.parse_args().write
    lacking = 0
    with tempfile.TemporaryDirectory() as scratch:
        for room in rooms():
            found = fresh_catalogue(room, Path(scratch))
            if found is None:
                continue
            with found.open("rb") as file:
                words = missing(read_po(file, locale="sq"))
            if write:
                (room / CATALOGUE).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(found, room / CATALOGUE)
            for word in words:
                print(f"{room.relative_to(ROOT)}: no Albanian for: {word[:90]!r}")  # noqa: T201
            lacking += len(words)
    if lacking:
        print(f"{lacking} words lack their Albanian (python -m tools.translations --write adds their lines)")  # noqa: T201
    return 1 if lacking else 0


if __name__ == "__main__":
    sys.exit(main())
