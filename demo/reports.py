"""`python -m demo.reports`: the National Reports of two invented years, made beside the running demo.

The older one is published, so that the public page, its data and papers can be looked at; the newer one is built and
waits for its editor. Both say on their cover that they are invented: a paper leaves the demo without its frame.
"""

import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from demo import composition

if TYPE_CHECKING:
    from isigurt.country import CountryPack

ROWS = (900, 1_200)  # reports of the year before last and of the last one: a small country's
INVENTED = {
    "sq": "Të gjitha shifrat janë të shpikura, që të shihet si del raporti.",
    "en": "All figures are invented, to show what the report looks like.",
}
# What is left of this process once the reports are made: it keeps its place among the demo's others, and no memory.
REST = "import signal; signal.pause()"


def main() -> int:
    """Make what is not there yet; then rest until the demo ends."""
    os.nice(5)  # whoever looks at the first page comes first
    os.environ["DJANGO_SETTINGS_MODULE"] = "isigurt.config.settings.everything"
    composition.install(role="front")  # the clock; no network is asked for anything
    import django  # noqa: PLC0415 - after the settings are chosen

    django.setup()
    make()
    return os.execv(sys.executable, [sys.executable, "-c", REST])  # noqa: S606 - our own interpreter, fixed words


def make() -> None:
    """Freeze, word and build both years, and publish the older one; safe to run again, and to be killed."""
    from isigurt import clock  # noqa: PLC0415 - after Django is ready
    from isigurt.country import pack  # noqa: PLC0415
    from isigurt.insight.edition.faults import EditionFaulty  # noqa: PLC0415
    from isigurt.insight.place import editions_folder  # noqa: PLC0415

    if any(editions_folder().glob("[12]*/published.json")):
        return  # made before; what came after is the newcomer's own
    last = clock.now().year - 1
    try:
        for year, rows in zip((last - 1, last), ROWS, strict=True):
            _build(year, rows, pack())
        _publish(last - 1, pack())
    except EditionFaulty as faulty:
        print(f"The demo's National Report is not made: {faulty}", flush=True)


def _build(year: int, rows: int, words: "CountryPack") -> None:
    from isigurt.insight.edition.frozen import freeze  # noqa: PLC0415
    from isigurt.insight.edition.sample import invented_year  # noqa: PLC0415
    from isigurt.insight.place import folder_of, record_secret, rounding_secret  # noqa: PLC0415
    from isigurt.insight.publication.building import build  # noqa: PLC0415

    folder = folder_of(year)
    if not folder.exists():
        facts = invented_year(rows=rows, seed=year, year=year, pack=words)
        freeze(facts, year=year, pack_version=words.version, secret=record_secret(), folder=folder)
    say_that_it_is_invented(folder, words, secret=rounding_secret())
    build(folder, secret=rounding_secret(), pack=words, tell=_nobody)


def say_that_it_is_invented(folder: Path, words: "CountryPack", *, secret: bytes) -> None:
    """Lay the drafts as an editor's words, with a title that says so, where there are no words yet.

    All languages or none: words in one alone would be a missing translation, of which nothing can be built.
    """
    from isigurt.insight.publication.alone import MADE  # noqa: PLC0415
    from isigurt.insight.publication.building import book_of  # noqa: PLC0415
    from isigurt.insight.publication.editing.keeping import file_of, keep  # noqa: PLC0415
    from isigurt.insight.publication.editing.words import words_of  # noqa: PLC0415

    there = file_of(folder, words.hotline.languages[0]).parent
    if there.exists():
        return
    book = book_of(folder, secret=secret, pack=words, tell=_nobody)
    made = Path(tempfile.mkdtemp(prefix=MADE, dir=folder))  # what a killed demo leaves of it the next build takes away
    for language, document in book.documents.items():
        title, subtitle = f"DEMO: {document.title}", INVENTED[language]
        keep(made, language, replace(words_of(document), title=title, subtitle=subtitle))
    file_of(made, language).parent.rename(there)
    made.rmdir()


def _publish(year: int, words: "CountryPack") -> None:
    from django.conf import settings  # noqa: PLC0415

    from isigurt.insight.place import folder_of, reports_folder, rounding_secret  # noqa: PLC0415
    from isigurt.insight.publication.addresses import addresses_of  # noqa: PLC0415
    from isigurt.insight.publication.publishing import publish  # noqa: PLC0415
    from isigurt.ledger.actor import COMMAND  # noqa: PLC0415

    publish(
        folder_of(year),
        secret=rounding_secret(),
        pack=words,
        reports=reports_folder(),
        actor=COMMAND,
        tell=_nobody,
    )
    where = f"{settings.ISIGURT_FRONT}{addresses_of(year)[words.hotline.languages[0]]}"
    print(f"  The invented National Report of {year} is at {where}", flush=True)


def _nobody(_line: str) -> None:
    """Hear how far it is, and say nothing: the newcomer reads other things now."""


if __name__ == "__main__":
    sys.exit(main())
