"""Editions of invented years, and of years made row by row."""

from pathlib import Path

import pyarrow as pa

from isigurt.country import pack
from isigurt.insight.edition.arrow import arrow_schema
from isigurt.insight.edition.frozen import freeze
from isigurt.insight.edition.manifest import Edition
from isigurt.insight.edition.sample import invented_year
from isigurt.insight.edition.schema import BY_ID
from isigurt.insight.publication.building import build
from isigurt.insight.register.counting import Counted, count

SECRET = b"edition-independent secret of a test"


def an_edition(folder: Path, *, rows: int = 400, seed: int = 1, year: int = 2026) -> Edition:
    facts = invented_year(rows=rows, seed=seed, year=year, pack=pack())
    return freeze(facts, year=year, pack_version=pack().version, secret=SECRET, folder=folder / str(year))


def an_edition_of(folder: Path, *, year: int = 2026, **units: list[dict[str, object]]) -> Edition:
    """Freeze rows that name only what the test is about."""
    facts = {}
    for unit, rows in units.items():
        named = [{"unit": f"{unit}-{place}", "day": f"{year}-01-01", **row} for place, row in enumerate(rows)]
        schema = arrow_schema(BY_ID[unit])
        columns = {
            name: pa.array([row.get(name) for row in named]).cast(schema.field(name).type) for name in schema.names
        }
        facts[unit] = pa.table(columns, schema=schema)
    return freeze(facts, year=year, pack_version=pack().version, secret=SECRET, folder=folder / str(year))


def counted(edition: Edition) -> Counted:
    return count(edition, pack=pack())


def quiet(line: str) -> None:
    """Hear how far a build is, and say nothing."""


def built(folder: Path, **shape: int) -> Path:
    """Return the folder of an edition that was frozen and built."""
    edition = an_edition(folder, **shape)
    build(folder / str(edition.year), secret=SECRET, pack=pack(), tell=quiet)
    return folder / str(edition.year)
