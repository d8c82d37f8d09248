"""Freezing an edition: the same facts and the same secret give the same bytes."""

import hmac
import json
import os
import shutil
import tempfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
from django.utils.translation import gettext_noop as _

from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.edition.manifest import KEY, NAME, Edition, digest_of, kept_until, open_edition
from isigurt.insight.edition.reading import Facts
from isigurt.insight.edition.schema import BY_ID, VERSION
from isigurt.insight.speaking import said


def record_key(secret: bytes, unit: str) -> int:
    """Return the 64-bit key of one record: the same in every table and edition, and nobody's guess."""
    return int.from_bytes(hmac.digest(secret, unit.encode(), "sha256")[:8])


def freeze(facts: Facts, *, year: int, pack_version: str, secret: bytes, folder: Path) -> Edition:
    """Write the edition into `folder`, which must not be there yet; a half-written one is never seen there."""
    refusal = said(
        _("The edition {year} is frozen already, in {folder}. Corrections enter the next edition."),
        year=year,
        folder=folder,
    )
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
            "keep_until": kept_until(year).isoformat(),
            "files": files,
        }
        (made / NAME).write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n", "utf-8")
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
    return {"name": name, "rows": len(table), "sha256": digest_of(made / name)}
