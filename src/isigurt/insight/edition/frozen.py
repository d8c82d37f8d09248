"""An edition as a folder: the year's facts with their keys, and a manifest that knows the digest of each file.

    edition.json     year, schema, country pack, the day on which it is deleted, and each file's rows and digest
    facts/*.parquet  one file a unit, by the order of the ids

The same facts and the same secret give the same bytes: nothing in it is drawn or dated by the clock.
"""

import hashlib
import hmac
import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.reading import Facts
from isigurt.insight.edition.schema import BY_ID, VERSION

# After the year: the edition after next, and its corrections, can still be made.
KEPT_YEARS = 3
KEY = "key"


@dataclass(frozen=True)
class Edition:
    """One frozen year. `files` has the place of each unit that has facts."""

    year: int
    pack_version: str
    keep_until: date
    files: dict[str, Path]


def record_key(secret: bytes, unit: str) -> int:
    """Return the 64-bit key of one record: the same in every table and edition, and nobody's guess."""
    return int.from_bytes(hmac.digest(secret, unit.encode(), "sha256")[:8])


def freeze(facts: Facts, *, year: int, pack_version: str, secret: bytes, folder: Path) -> Edition:
    """Write the edition into `folder`, which must not be there yet; a half-written one is never seen there."""
    refusal = f"The edition {year} is frozen already, in {folder}. Corrections enter the next edition."
    if folder.exists():
        raise EditionFaulty(refusal)
    folder.parent.mkdir(parents=True, exist_ok=True)
    made = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))  # for its user alone: 0700
    try:
        (made / "facts").mkdir()
        files = {unit: _write(table, unit, secret, made) for unit, table in facts.items() if len(table)}
        manifest = {
            "year": year,
            "schema": VERSION,
            "pack": pack_version,
            "keep_until": date(year + KEPT_YEARS, 12, 31).isoformat(),
            "files": files,
        }
        (made / "edition.json").write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", "utf-8")
        try:
            # Takes the name of an empty folder at most: of two that freeze the same year one wins, whole.
            made.rename(folder)
        except OSError as error:
            raise EditionFaulty(refusal) from error
    finally:
        shutil.rmtree(made, ignore_errors=True)
    return open_edition(folder)


def _write(table: pa.Table, unit: str, secret: bytes, made: Path) -> dict[str, int | str]:
    keys = pa.array((record_key(secret, each) for each in table["unit"].to_pylist()), pa.uint64())
    name = f"facts/{BY_ID[unit].file}.parquet"
    with (made / name).open("wb") as file:
        pq.write_table(table.append_column(KEY, keys), file, compression="zstd")
        file.flush()
        os.fsync(file.fileno())
    return {"name": name, "rows": len(table), "sha256": _digest(made / name)}


def _digest(file: Path) -> str:
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
        changed = [f"{file} is not as it was frozen." for file, digest in digests.items() if _digest(file) != digest]
    except (OSError, KeyError, TypeError) as error:
        raise EditionFaulty(f"There is no whole edition in {folder} ({error}).") from error
    if changed:
        raise EditionFaulty(*changed)
    return _edition(folder, manifest)


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        manifest: dict[str, Any] = json.loads((folder / "edition.json").read_text("utf-8"))
        schema = manifest["schema"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise EditionFaulty(f"There is no whole edition in {folder} ({error}).") from error
    if schema != VERSION:
        raise EditionFaulty(f"{folder} holds facts in schema {schema}; this version reads {VERSION}.")
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
        raise EditionFaulty(f"There is no whole edition in {folder} ({error}).") from error
