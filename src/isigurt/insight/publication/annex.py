"""The annex that a trusted flagger publishes (DSA, Article 22(3)), as data: its notices by provider, by type of
content, and by what became of them.

The numbers are exact, and are those of the report's own table: there is one truth. Providers and types with few notices
are shown together, in both. The pages are made by `web` and `print`.
"""

from collections.abc import Mapping

from isigurt.insight.protection.plan import Measure
from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.content import Content
from isigurt.insight.publication.open_data import Row, rows_of
from isigurt.insight.publication.published import as_csv, as_json
from isigurt.insight.register import ANNEXED

FOLDER = "annex"
ALL = "all"
# What stands in each column, by the dimension of the register: of whom, about what, and what became of it.
COLUMNS: Mapping[str, str] = {"provider": "provider", "content": "harm", "outcome": "answer"}


def annex(book: Book) -> Files:
    """Return the annex as data; nothing where the year has no notices to show."""
    rows = annex_rows(book.contents)
    if not rows:
        return {}
    return {
        f"{FOLDER}/notices.csv": as_csv(rows),
        f"{FOLDER}/notices.json": as_json({"year": book.year, "notices": rows}),
    }


def annex_rows(contents: Mapping[str, Content]) -> list[Row]:
    """Return the annex's rows: one for each provider or type of content, and each outcome, totals among them."""
    found: dict[object, Row] = {}  # the totals are those of both ways of telling notices apart
    for row in rows_of(contents):
        if row["table"] == ANNEXED and row["measure"] == Measure.COUNT:
            found.setdefault(row["reference"], _row(row, contents))
    return list(found.values())


def _row(row: Row, contents: Mapping[str, Content]) -> Row:
    told: Row = {"reference": row["reference"], "year": row["year"]}
    for name, dimension in COLUMNS.items():
        place = next((each for each in ("row", "column") if row[f"{each}_dimension"] == dimension), "")
        told[name] = row[place] if place else ALL
        titled = place or "population"  # all of them
        told |= {f"{name}_title_{each}": row[f"{titled}_title_{each}"] for each in contents}
    return {**told, "notices": row["value"]}
