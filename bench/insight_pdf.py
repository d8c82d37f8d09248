"""How long both languages' reports and fact sheets take to set, and every picture for the press.

Prints `name value unit`. Run it with `python -m bench.insight_pdf`.
"""

import os
import tempfile
import time
from pathlib import Path

ROWS = 10_000


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ISIGURT_VAR"] = folder
        os.environ["ISIGURT_DESK_URL"] = os.environ["ISIGURT_DOOR_URL"] = "sqlite://:memory:"
        os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.everything"
        import django  # noqa: PLC0415 - only now is the environment ready to be read

        django.setup()
        from isigurt.country import pack  # noqa: PLC0415
        from isigurt.insight.edition.frozen import freeze  # noqa: PLC0415
        from isigurt.insight.edition.sample import invented_year  # noqa: PLC0415
        from isigurt.insight.publication.building import book_of  # noqa: PLC0415
        from isigurt.insight.publication.pictures.press import press_pictures  # noqa: PLC0415
        from isigurt.insight.publication.print.outputs import papers  # noqa: PLC0415

        edition = Path(folder) / "editions" / "2026"
        facts = invented_year(rows=ROWS, seed=1, year=2026, pack=pack())
        freeze(facts, year=2026, pack_version=pack().version, secret=b"bench", folder=edition)
        book = book_of(edition, secret=b"bench", pack=pack(), tell=lambda _line: None)
        for name, output in (("papers", papers), ("press_pictures", press_pictures)):
            start = time.perf_counter()
            output(book)
            print(f"insight_{name} {time.perf_counter() - start:.2f} s")


if __name__ == "__main__":
    main()
