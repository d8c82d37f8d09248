"""An invented year: shapes of a small country, nobody's facts. The same rows and seed give the same year."""

import datetime as dt
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from isigurt.country import CountryPack
from isigurt.insight.edition.arrow import arrow_schema
from isigurt.insight.edition.reading import Facts
from isigurt.insight.edition.schema import UNITS, Column, Kind, Unit

# Rows of each unit for one report.
PER_REPORT = {"report": 1.0, "victim": 0.6, "item": 1.2, "notice": 0.5, "hash": 0.1, "help": 0.4}
OPEN_WORDS = {
    "site_kind": ("social_network", "forum", "image_host", "website", "file_host", "messenger", "link_list"),
    "top_level_domain": (
        "com", "al", "net", "org", "ru", "to", "xyz", "io", "co", "info", "me", "tv",
        "cc", "su", "nl", "de", "fr", "it", "eu", "biz", "online", "site", "club", "top",
        "app", "mk", "xk", "gr", "ch",
    ),
    "country": (
        "US", "NL", "AL", "DE", "FR", "IT", "XK", "RU", "BG", "IE", "MK", "LU",
        "RO", "UA", "GB", "CA", "SG", "LV", "CZ", "PL", "SE", "CH", "TR", "HK",
        "JP", "AT", "LT", "EE", "MD", "RS", "ME", "GR",
    ),
    "provider": ("meta", "tiktok", "snap", "google", "telegram", "cloud_host", "isp_al", "image_host"),
}  # fmt: skip
SHARES_YES = {"campaign": 0.25, "in_time": 0.8, "known": 0.3, "proactive": 0.15, "confirmed": 0.7}
# Middle of the spans, in minutes, and how far they spread (natural logarithm).
SPANS = {"first_action": (180, 1.4), "seen_up": (1400, 1.5), "seen_down": (1500, 1.5), "answered": (900, 1.2)}
NEVER = {"seen_down": 0.2, "first_action": 0.03}
NOT_KNOWN = 0.04


def invented_year(*, rows: int, seed: int, year: int, pack: CountryPack) -> Facts:
    """Return invented facts of `year` with `rows` reports."""
    facts: Facts = {}
    for place, unit in enumerate(UNITS):
        chance = np.random.default_rng([seed, year, place])
        count = max(1, round(rows * PER_REPORT[unit.id]))
        facts[unit.id] = _invented(unit, count, chance, year=year, seed=seed, pack=pack)
    return facts


def write_facts(facts: Facts, folder: Path) -> None:
    """Write the facts as Parquet, one file a unit."""
    folder.mkdir(parents=True, exist_ok=True)
    for unit in UNITS:
        if unit.id in facts:
            pq.write_table(facts[unit.id], folder / f"{unit.file}.parquet", compression="zstd")


def _invented(
    unit: Unit, count: int, chance: np.random.Generator, *, year: int, seed: int, pack: CountryPack
) -> pa.Table:
    columns: dict[str, pa.Array] = {}
    for column in unit.columns:
        if column.name == "unit":
            width = len(str(count))
            columns["unit"] = pa.array([f"{unit.id}-{year}-{seed}-{row:0{width}d}" for row in range(count)])
        elif column.kind is Kind.DAY:
            first = (dt.date(year, 1, 1) - dt.date(1970, 1, 1)).days
            length = (dt.date(year + 1, 1, 1) - dt.date(year, 1, 1)).days
            columns["day"] = pa.array(first + chance.integers(0, length, count), pa.int32()).cast(pa.date32())
        elif column.kind is Kind.WORD:
            columns[column.name] = _words(column, count, chance, pack)
        elif column.kind is Kind.YES_NO:
            yes = chance.random(count) < SHARES_YES.get(column.name, 0.3)
            columns[column.name] = pa.array(yes)
        else:
            middle, spread = SPANS[column.name]
            minutes = np.minimum(chance.lognormal(np.log(middle), spread, count), 300_000).astype(np.int32)
            never = chance.random(count) < NEVER.get(column.name, 0.0)
            columns[column.name] = pa.array(minutes, mask=never)
    if "seen_down" in columns:
        columns["seen_down"] = _after(columns["seen_up"], columns["seen_down"])
    if "severity" in columns:
        graded = pa.array(pack.harms.where(lambda harm: harm.severity_applies).ids, pa.string())
        is_graded = pc.is_in(columns["harm"], value_set=graded)
        columns["severity"] = pc.if_else(is_graded, columns["severity"], pa.scalar(None, pa.string()))
    return pa.table([columns[each.name] for each in unit.columns], schema=arrow_schema(unit))


def _words(column: Column, count: int, chance: np.random.Generator, pack: CountryPack) -> pa.Array:
    words = column.allowed(pack) or OPEN_WORDS.get(column.name, ())
    if not words:
        return pa.nulls(count, pa.string())
    # A few that lead and a long tail, as every hotline's lists have.
    weights = 1.0 / np.arange(1, len(words) + 1) ** 1.8
    picked = chance.choice(len(words), count, p=weights / weights.sum()).astype(np.int32)
    unknown = chance.random(count) < NOT_KNOWN
    codes = pa.array(picked, mask=unknown)
    return pa.DictionaryArray.from_arrays(codes, pa.array(words, pa.string())).cast(pa.string())


def _after(seen_up: pa.Array, seen_down: pa.Array) -> pa.Array:
    """What is gone was seen up before it was seen down."""
    up, down = seen_up.to_numpy(zero_copy_only=False), seen_down.fill_null(0).to_numpy(zero_copy_only=False)
    return pa.array((up + 15 + down // 4).astype(np.int32), mask=~seen_down.is_valid().to_numpy(zero_copy_only=False))
