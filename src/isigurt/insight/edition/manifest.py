"""An edition as a folder: the year's facts with their keys, and a manifest that knows the digest of each file.

    edition.json     year, schema, country pack, the day on which it is deleted, and each file's rows and digest
    facts/*.parquet  one file a unit, by the order of the ids

The same facts and the same secret give the same bytes: nothing in it is drawn or dated by the clock.
"""

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_noop as _

from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.schema import VERSION
from isigurt.insight.speaking import said

KEY = "key"
NAME = "edition.json"
# After the year: the edition after next, and its corrections, can still be made.
KEPT_YEARS = 3


@dataclass(frozen=True)
class Edition:
    """One frozen year. `files` has the place of each unit that has facts."""

    year: int
    pack_version: str
    keep_until: date
    files: dict[str, Path]


def kept_until(year: int) -> date:
    """Return the last day on which the facts of a year are kept."""
    return date(year + KEPT_YEARS, 12, 31)


def digest_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def manifest_of(folder: Path) -> Edition:
    """Return what the manifest says, without reading the facts; raise EditionFaulty when it cannot be read."""
    return _edition(folder, _manifest(folder))


def open_edition(folder: Path) -> Edition:
    """Return the edition in `folder`; raise EditionFaulty when it is not there, or not as it was frozen."""
    manifest = _manifest(folder)
    try:
        digests = {folder / each["name"]: each["sha256"] for each in manifest["files"].values()}
        changed = [file for file, digest in digests.items() if digest_of(file) != digest]
    except (OSError, KeyError, TypeError) as error:
        raise _not_whole(folder, error) from error
    if changed:
        raise EditionFaulty(*(said(_("{file} is not as it was frozen."), file=file) for file in changed))
    return _edition(folder, manifest)


def _not_whole(folder: Path, why: Exception) -> EditionFaulty:
    return EditionFaulty(said(_("There is no whole edition in {folder} ({why})."), folder=folder, why=why))


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / NAME).read_text("utf-8"))
        schema = manifest["schema"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _not_whole(folder, error) from error
    if schema != VERSION:
        raise EditionFaulty(
            said(
                _("{folder} holds facts in schema {then}; this version reads {now}."),
                folder=folder,
                then=schema,
                now=VERSION,
            )
        )
    return manifest


def _edition(folder: Path, manifest: dict[str, Any]) -> Edition:
    try:
        return Edition(
            year=manifest["year"],
            pack_version=manifest["pack"],
            keep_until=date.fromisoformat(manifest["keep_until"]),
            files={unit: folder / each["name"] for unit, each in manifest["files"].items()},
        )
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise _not_whole(folder, error) from error
