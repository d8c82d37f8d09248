"""Two years side by side for the desk: every table, its rows, and which of them changed beyond chance.

Both years are read from what their editions publish: no true count comes here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from isigurt.insight.protection.merging import Group
from isigurt.insight.publication.changes import SAID, Change, change_of
from isigurt.insight.publication.content import Cell, Content, ContentTable, Number, Omission
from isigurt.insight.publication.drafting.chapters import CHAPTERS
from isigurt.insight.publication.drafting.notes import why_left_out

_Key = tuple[str, tuple[Group | None, ...]]


@dataclass(frozen=True)
class ComparedRow:
    """One row or cell in both years."""

    name: str
    now: Number | None
    before: Number | None
    change: Change | None
    total: bool

    @property
    def said(self) -> str:
        """How it changed, in words; nothing where it has no partner."""
        return str(SAID[self.change]) if self.change else ""

    @property
    def changed(self) -> bool:
        """Whether it rose or fell by more than chance can make it."""
        return self.change in {Change.MORE, Change.FEWER}

    @property
    def weight(self) -> int:
        """What puts the largest changes first; what did not change weighs nothing."""
        return abs(self.now.value - self.before.value) if self.changed and self.now and self.before else 0


@dataclass(frozen=True)
class ComparedTable:
    """One table of the register: which of both editions has it, what of it this one left out and why, its rows."""

    id: str
    title: str
    there: bool
    before: bool
    left_out: tuple[str, ...]
    rows: tuple[ComparedRow, ...]

    @property
    def changed(self) -> int:
        """How many rows changed."""
        return sum(row.changed for row in self.rows)

    @property
    def weight(self) -> int:
        """The largest change in it."""
        return max((row.weight for row in self.rows), default=0)


@dataclass(frozen=True)
class ComparedChapter:
    """The tables of one chapter of the report, those with the largest changes first."""

    id: str
    title: str
    tables: tuple[ComparedTable, ...]

    @property
    def changed(self) -> int:
        """How many rows changed."""
        return sum(table.changed for table in self.tables)


def compared(content: Content, before: Content | None) -> tuple[ComparedChapter, ...]:
    """Return every chapter with all tables that one of both editions has, or that this one left out."""
    found = []
    for chapter in CHAPTERS:
        tables = [table for each in chapter.tables if (table := _table(each, content, before))]
        if tables:
            ranked = tuple(sorted(tables, key=lambda table: -table.weight))
            found.append(ComparedChapter(chapter.id, str(chapter.title), ranked))
    return tuple(found)


def outdated(content: Content, before: Content | None) -> bool:
    """Say whether what stands in an edition as last year's is not what that year's edition says now."""
    for table in content.tables:
        then = _cells(before.table(table.id) if before else None)
        for key, (_, cell) in _cells(table).items():
            if cell.before != (then[key][1].count if key in then else None):
                return True
    return False


def _table(table_id: str, content: Content, before: Content | None) -> ComparedTable | None:
    now, then = content.table(table_id), before.table(table_id) if before else None
    omissions = [each for each in content.omissions if each.table == table_id]
    titles = [each.title for each in (now, then, *omissions) if each]
    if not titles:
        return None
    rows = sorted(_rows(now, then), key=lambda row: (not row.total, -row.weight))
    left_out = tuple(dict.fromkeys(_left_out(each) for each in omissions))
    return ComparedTable(table_id, titles[0], now is not None, then is not None, left_out, tuple(rows))


def _left_out(omitted: Omission) -> str:
    dimensions = ", ".join(omitted.dimension_titles)
    return f"{dimensions}: {why_left_out(omitted)}" if dimensions else why_left_out(omitted)


def _rows(now: ContentTable | None, then: ContentTable | None) -> Iterator[ComparedRow]:
    """Yield the rows of this edition, then those that only the year before had."""
    ours, theirs = _cells(now), _cells(then)
    for key, (name, cell) in ours.items():
        change = change_of(cell, exact=bool(now and now.exact))
        yield ComparedRow(name, cell.count, cell.before, change, total=not any(key[1]))
    for key, (name, cell) in theirs.items():
        if key not in ours:
            yield ComparedRow(name, None, cell.count, None, total=not any(key[1]))


def _cells(table: ContentTable | None) -> dict[_Key, tuple[str, Cell]]:
    """Return every cell of a table with its name, by what was counted into it; a whole only once."""
    found: dict[_Key, tuple[str, Cell]] = {}
    wholes: set[str] = set()
    for part in table.parts if table else ():
        for row, column, cell in part.placed():
            names = [each.title for each in (row, column) if each.group is not None]
            if not names and part.population in wholes:
                continue
            wholes.add(part.population)
            key = (part.id, (row.group, column.group)[: len(part.dimensions)])
            found[key] = (", ".join(names) or part.title, cell)
    return found
