"""The annex that a trusted flagger publishes: its notices by provider and by what became of them (DSA, Article 22(3)).

The numbers are exact, and are those of the report's own table: there is one truth. Providers with few notices are
shown together, in both.
"""

from collections.abc import Mapping

from isigurt.insight.protection.plan import Measure
from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.content import Content
from isigurt.insight.publication.open_data import Row, rows_of
from isigurt.insight.publication.published import as_csv, as_json

FOLDER = "annex"
TABLE = "providers"


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
    """Return the annex's rows: one for each provider and each outcome, totals among them."""
    return [
        _row(row, contents) for row in rows_of(contents) if row["table"] == TABLE and row["measure"] == Measure.COUNT
    ]


def _row(row: Row, contents: Mapping[str, Content]) -> Row:
    named: Row = {"reference": row["reference"], "year": row["year"]}
    for name, column in (("provider", "row"), ("outcome", "column")):
        named[name] = row[column]
        named |= {f"{name}_title_{language}": row[f"{column}_title_{language}"] for language in contents}
    return {**named, "notices": row["value"]}
