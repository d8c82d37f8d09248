"""Laying what is published into the baked site of figures: in one move, and one publication after the other."""

import fcntl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from isigurt.baked import Baked, Baking

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".json": "application/json",
    ".parquet": "application/vnd.apache.parquet",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".pdf": "application/pdf",
}
Laid = tuple[bytes, str]  # what lies at an address: its bytes and its kind


def lay(reports: Path, bases: tuple[str, ...], wanted: Mapping[str, Laid]) -> bool:
    """Let below these addresses lie what is wanted and nothing else; return False where it does already."""
    if laid(reports, bases) == wanted:
        return False
    baking = Baking(reports)
    baking.keep_all_but(bases)
    for address, (body, kind) in wanted.items():
        baking.put(address, body, kind)
    baking.finish()
    return True


def laid(reports: Path, bases: tuple[str, ...]) -> dict[str, Laid]:
    """Return what lies below these addresses now."""
    there = Baked(reports)
    return {
        address: (file.plain, file.kind)
        for address in there.addresses()
        if address.startswith(bases) and (file := there.find(address)) is not None
    }


@contextmanager
def one_at_a_time(reports: Path) -> Iterator[None]:
    """Let two publications follow one another: each writes the list of all."""
    reports.mkdir(parents=True, exist_ok=True)
    with (reports / ".publishing").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
