"""What a draft may say of a table: its rows in their order, and which of them rose or fell beyond chance."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import log, sqrt

from isigurt.insight.gate.words import numbers_in
from isigurt.insight.protection.merging import OTHER
from isigurt.insight.protection.rounding import REACH
from isigurt.insight.publication.changes import Change, change
from isigurt.insight.publication.content import NOT_KNOWN, Cell, Content, ContentTable, Heading, Part

SELDOM = 3  # times its straying: so far apart chance seldom brings two middles
_NO_RANK = (NOT_KNOWN, OTHER)


@dataclass(frozen=True)
class Row:
    """One count as a sentence takes it: a name without numbers of its own, and references."""

    id: str
    name: str
    address: str
    value: int
    before: int | None
    has_share: bool
    median: int | None

    @property
    def count(self) -> str:
        """The reference of the count."""
        return f"{{cell:{self.address}}}"

    @property
    def share(self) -> str:
        """The reference of the share; only where there is one."""
        return f"{{share:{self.address}}}"

    @property
    def middle(self) -> str:
        """The reference of the median; only where there is one."""
        return f"{{median:{self.address}}}"

    @property
    def earlier(self) -> str:
        """The reference of the count of the year before; only where the same was counted."""
        return f"{{before:{self.address}}}"

    @property
    def number(self) -> str:
        """The count, and its share where there is one."""
        if self.has_share:
            return f"{self.count} ({self.share})"
        return self.count

    @property
    def named(self) -> str:
        """The row with its number behind it, as a list takes it: no word of it has to be declined."""
        if self.has_share:
            return f"{self.name} ({self.count}, {self.share})"
        return f"{self.name} ({self.count})"


def part_of(content: Content, table: str, part: str) -> Part | None:
    """Return one cut of a table, by its id such as `victims/harm`, where this edition has it."""
    found = content.table(table)
    return next((each for each in found.parts if each.id == part), None) if found else None


def total(part: Part, language: str) -> Row:
    """Return the whole population of a cut."""
    return _row(part.rows[0], part.cells[0][0], language)


def rows(part: Part, language: str, *, ranked: bool = True) -> list[Row]:
    """Return the rows of a cut; `ranked` the largest first, without what is no name: "other" and "not known"."""
    found = [
        _row(heading, cells[0], language)
        for heading, cells in zip(part.rows[1:], part.cells[1:], strict=True)
        if not ranked or (heading.id not in _NO_RANK and heading.group and "" not in heading.group)
    ]
    # The order of the register decides between equals, so that the same edition gives the same words.
    return sorted(found, key=lambda row: -row.value) if ranked else found


def columns(part: Part, language: str) -> list[Row]:
    """Return the totals of the columns of a two-way cut."""
    headings = zip(part.columns[1:], part.cells[0][1:], strict=True)
    return [_row(heading, cell, language) for heading, cell in headings]


def _row(heading: Heading, cell: Cell, language: str) -> Row:
    address = cell.count.address
    return Row(
        id=heading.id,
        name=f"{{row:{address}}}" if numbers_in(heading.title, language) else heading.title,
        address=address,
        value=cell.count.value,
        before=cell.before.value if cell.before else None,
        has_share=cell.share is not None,
        median=cell.median.value if cell.median else None,
    )


def rose(row: Row, *, exact: bool = False) -> bool:
    """Say whether a count is larger than the year before by more than chance can make it."""
    return row.before is not None and change(row.before, row.value, exact=exact) is Change.MORE


def fell(row: Row, *, exact: bool = False) -> bool:
    """Say whether a count is smaller than the year before by more than chance can make it."""
    return row.before is not None and change(row.before, row.value, exact=exact) is Change.FEWER


def stands_out(first: Row, second: Row, table: ContentTable) -> bool:
    """Say whether one count is larger than another by more than chance can make it."""
    return change(second.value, first.value, exact=table.exact) is Change.MORE


def sooner(first: Row, last: Row) -> bool:
    """Say whether the first of several middles is smaller than the last by more than chance makes it.

    The middle of n spans strays by 1 / (2 f(m) √n), the standard error of a median. Spans that end at a steady rate
    have f(m) = ln 2 / (2 m), so that the logarithm of their middle strays by 1 / (ln 2 √n). The first and the last of
    seven lie 2.95 times the difference's own straying apart once in twenty (Tukey's studentized range, 4.17 / √2): so
    three times. n is taken as small, and the smaller middle as large, as rounding and whole hours allow.
    """
    if first.median is None or last.median is None:
        return False
    strays = sqrt(sum(1 / max(1, row.value - REACH) for row in (first, last))) / log(2)
    return log(last.median / (first.median + 1)) > SELDOM * strays if last.median else False


def listed(names: Iterable[str]) -> str:
    """Return names in a row."""
    return ", ".join(names)
