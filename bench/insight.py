"""The National Report at size: a whole build, counting beside a bare DuckDB run, and the gate.

`python -m bench.insight --rows 36000000` counts a year of the world's largest hotline; that takes a while and some
disk. Bare is what nobody can do without: the same group-bys with their counts and sums of keys, and the same spans for
the medians, a statement each, with nothing done to the answers. Prints `name value unit`.
"""
# ruff: noqa: PLC0415 - Django's settings are named first

import argparse
import gc
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from isigurt.insight.edition.manifest import Edition

SECRET = b"a secret for benchmarks alone"
REPORTS = 100_000
ROUNDS = 3


def set_up(folder: str) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.everything"
    os.environ["ISIGURT_VAR"] = folder
    import django

    django.setup()


def freeze_in_pieces(rows: int, folder: Path) -> "Edition":
    """Freeze about `rows` facts. Built unit by unit and piece by piece: all at once would be 36 million in memory."""
    import json

    import numpy as np
    import pyarrow as pa
    import pyarrow.parquet as pq

    from isigurt.country import pack
    from isigurt.insight.edition.manifest import KEY, open_edition
    from isigurt.insight.edition.sample import PER_REPORT, invented_year
    from isigurt.insight.edition.schema import UNITS, VERSION
    from isigurt.insight.publication.published import digest

    reports = round(rows / sum(PER_REPORT.values()))
    piece = min(reports, 250_000)
    facts = invented_year(rows=piece, seed=1, year=2026, pack=pack())
    (folder / "facts").mkdir(parents=True)
    chance = np.random.default_rng(1)
    files = {}
    for unit in UNITS:
        table = facts.pop(unit.id)
        name = f"facts/{unit.file}.parquet"
        count = 0
        schema = table.schema.append(pa.field(KEY, pa.uint64()))
        with pq.ParquetWriter(folder / name, schema, compression="zstd") as writer:
            for _ in range(max(1, round(reports / piece))):
                # The keys of a real edition are an HMAC of each id: as random as these, and as hard to pack.
                keys = pa.array(chance.integers(0, 2**64, len(table), dtype=np.uint64))
                writer.write_table(table.append_column(schema.field(KEY), keys))
                count += len(table)
        files[unit.id] = {"name": name, "rows": count, "sha256": digest((folder / name).read_bytes())}
    manifest = {"year": 2026, "schema": VERSION, "pack": pack().version, "keep_until": "2029-12-31", "files": files}
    (folder / "edition.json").write_text(json.dumps(manifest))
    return open_edition(folder)


def bare(edition: "Edition") -> None:
    """The same group-bys, one pass a population, and the spans, with nothing around them."""
    import duckdb

    from isigurt.country import pack
    from isigurt.insight.register import DIMENSIONS, POPULATIONS, TABLES
    from isigurt.insight.register.counting import wanted_cuts

    home = pack().hotline.country

    def column(dimension: str) -> str:
        return f"coalesce({DIMENSIONS[dimension].expression.format(home=home)}, '')"

    with duckdb.connect() as store:
        for population in POPULATIONS.values():
            cuts = [cut for cut in wanted_cuts() if cut.population == population.id]
            names = list(dict.fromkeys(each for cut in cuts for each in cut.dimensions))
            columns = "".join(f", {column(each)} AS d_{each}" for each in names)
            sets = ", ".join(f"({', '.join(f'd_{each}' for each in cut.dimensions)})" for cut in cuts)
            source = f"read_parquet('{edition.files[population.unit]}') WHERE {population.condition}"
            store.execute(
                f"SELECT {', '.join([*(f'd_{each}' for each in names), 'count(*)', 'sum(key)'])} "  # noqa: S608
                f"FROM (SELECT key{columns} FROM {source}) GROUP BY GROUPING SETS ({sets})"
            ).fetchall()
        for table in TABLES:
            for cut in table.cuts if table.median else ():
                category = column(cut.dimensions[0]) if len(cut.dimensions) > 1 else "''"
                going_on = "seen_up" if table.median == "seen_down" else "2147483640"
                population = POPULATIONS[cut.population]
                store.execute(
                    f"SELECT {category}, coalesce({table.median}, {going_on}, 0) // 60, "  # noqa: S608
                    f"count({table.median}), count(*) FROM read_parquet('{edition.files[cut.unit]}') "
                    f"WHERE {population.condition} GROUP BY 1, 2"
                ).fetchall()


def timed(act: Callable[[], object]) -> tuple[float, float]:
    """(wall, CPU) seconds of one run."""
    gc.collect()
    wall, cpu = time.perf_counter(), time.process_time()
    act()
    return time.perf_counter() - wall, time.process_time() - cpu


def whole_build(folder: Path) -> None:
    from isigurt.country import pack
    from isigurt.insight.edition.frozen import freeze
    from isigurt.insight.edition.sample import invented_year
    from isigurt.insight.publication.building import build
    from isigurt.insight.publication.checking import check_edition

    facts = invented_year(rows=REPORTS, seed=1, year=2026, pack=pack())
    freeze(facts, year=2026, pack_version=pack().version, secret=SECRET, folder=folder / "2026")
    said: list[str] = []
    built, _ = timed(lambda: build(folder / "2026", secret=SECRET, pack=pack(), tell=said.append))
    print(f"insight_build_100000 {built:.2f} s", flush=True)
    checked, _ = timed(lambda: check_edition(folder / "2026", secret=SECRET, pack=pack(), tell=said.append))
    print(f"insight_check_100000 {checked:.2f} s", flush=True)


def counting(rows: int, folder: Path) -> None:
    from isigurt.country import pack
    from isigurt.insight.gate.check import check, remedied
    from isigurt.insight.protection.plan import first_plan
    from isigurt.insight.register.counting import count

    edition = freeze_in_pieces(rows, folder / "2026")
    print(f"insight_facts {rows / 1e6:.1f} million", flush=True)
    ours, floor = [], []
    for _ in range(ROUNDS):  # in turn, so that both see the same weather
        floor.append(timed(lambda: bare(edition)))
        ours.append(timed(lambda: count(edition, pack=pack())))
    for name, runs in (("count", ours), ("count_floor", floor)):
        print(f"insight_{name} {statistics.median(wall for wall, _ in runs):.2f} s")
        print(f"insight_{name}_cpu {statistics.median(cpu for _, cpu in runs):.2f} s")
    share = statistics.median(one[1] / other[1] for one, other in zip(ours, floor, strict=True))
    print(f"insight_count_of_floor {share:.2f} times", flush=True)
    plan, _ = remedied(first_plan(count(edition, pack=pack()), secret=SECRET, pack=pack()))
    wall, _ = timed(lambda: check(plan, plan.figures()))
    print(f"insight_gate {wall:.2f} s")
    print(f"insight_memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def main() -> int:
    options = argparse.ArgumentParser(prog="python -m bench.insight")
    options.add_argument("--rows", type=int, default=3_600_000, help="facts to count (default: 3.6 million)")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        set_up(folder)
        whole_build(Path(folder) / "whole")
        counting(chosen.rows, Path(folder) / "large")
    return 0


if __name__ == "__main__":
    sys.exit(main())
