"""Compiles the catalogues (`.po`) to what gettext reads (`.mo`); `make install` runs it, no tool of Debian needed."""

import os
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).resolve().parents[1]


def compile_catalogues(package: Path = PACKAGE) -> int:
    """Compile every catalogue under `package` that is newer than its compiled file; return how many were."""
    compiled = 0
    for source in sorted(package.rglob("locale/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns > source.stat().st_mtime_ns:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parents[1].name)
        fresh = target.with_suffix(".mo.new")
        with fresh.open("wb") as file:
            write_mo(file, catalogue)
        os.replace(fresh, target)  # noqa: PTH105 - a process that starts meanwhile sees a whole file
        compiled += 1
    return compiled


if __name__ == "__main__":
    compile_catalogues()
    sys.exit(0)
