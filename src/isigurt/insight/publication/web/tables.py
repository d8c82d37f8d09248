"""A table of the register as a page shows it: one real table a cut, with last year's column and the change in words."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from isigurt.insight.publication.changes import SAID, change_of
from isigurt.insight.publication.content import Cell, Content, ContentTable, Part
from isigurt.insight.publication.pictures.rows import rows_of
from isigurt.insight.publication.web import marking
from isigurt.insight.words import capital

NARROW = 4  # columns of numbers: this year, share, the year before, and the change
_NONE = SafeString("–")


@dataclass(frozen=True)
class Column:
    """A column of numbers: its heading, and what stands in it for a row's first cell."""

    heading: str | SafeString
    said: Callable[[Cell], SafeString | str]


@dataclass(frozen=True)
class Line:
    """A row: its name and what stands in each column. `total` is the row of all."""

    name: str
    cells: tuple[SafeString | str, ...]
    total: bool


@dataclass(frozen=True)
class ShownPart:
    """One HTML table."""

    id: str
    caption: str
    first: str
    headings: tuple[str | SafeString, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class ShownTable:
    """One table of the register: its title, what it counts, its picture, and the tables of numbers."""

    id: str
    title: str
    definition: str
    picture: SafeString
    parts: tuple[ShownPart, ...]

    @property
    def beside(self) -> bool:
        """Whether its tables are narrow enough to stand beside the picture."""
        return bool(self.picture) and all(len(part.headings) <= NARROW for part in self.parts)


def table(content: Content, shown: ContentTable, picture: SafeString) -> ShownTable:
    """Return a table as the page shows it, in the active language."""
    whole = [part for part in shown.parts if not part.dimensions]
    parts = [_totals(content, shown, whole)] if whole else []
    parts += [_part(content, shown, part) for part in shown.parts if part.dimensions]
    return ShownTable(shown.id, shown.title, shown.definition, picture, tuple(parts))


def _totals(content: Content, shown: ContentTable, parts: list[Part]) -> ShownPart:
    """Return whole populations as one table, a row each."""
    cells = [part.cells[0][0] for part in parts]
    columns = _columns(content, shown, cells)
    lines = tuple(
        Line(capital(part.title), tuple(column.said(cell) for column in columns), total=False)
        for part, cell in zip(parts, cells, strict=True)
    )
    return ShownPart(
        f"{shown.id}-0", shown.title, _("What is counted"), tuple(column.heading for column in columns), lines
    )


def _part(content: Content, shown: ContentTable, part: Part) -> ShownPart:
    columns = _columns(content, shown, [row[0] for row in part.cells], two_ways=len(part.columns) > 1)
    across = part.columns[1:]

    def line(title: str, cells: tuple[Cell, ...], *, total: bool = False) -> Line:
        inner = tuple(_with_share(cell) for cell in cells[1:])
        count, *rest = (column.said(cells[0]) for column in columns)
        return Line(title, (count, *inner, *rest), total)

    count, *rest = (column.heading for column in columns)
    return ShownPart(
        id=f"{shown.id}-{'-'.join(part.dimensions)}",
        caption=_caption(shown, part),
        first=capital(part.dimension_titles[0]),
        headings=(count, *(each.title for each in across), *rest),
        lines=(
            line(capital(part.title), part.cells[0], total=True),
            *(line(row.title, row.cells) for row in rows_of(part)),
        ),
    )


def _caption(shown: ContentTable, part: Part) -> str:
    if len(shown.parts) == 1:
        return shown.title
    return f"{shown.title}: {shown.tells_apart(part)}"


def _columns(content: Content, shown: ContentTable, cells: list[Cell], *, two_ways: bool = False) -> list[Column]:
    """Return those columns that any of these cells has something for; the count comes first."""
    heading = pgettext("column", "all") if two_ways else marking.year(content.year)
    columns = [Column(heading, lambda cell: marking.number(cell.count))]
    if any(cell.share for cell in cells):
        columns.append(Column(pgettext("column", "share"), _share))
    if any(cell.median for cell in cells):
        columns.append(Column(pgettext("column", "the middle"), _median))
    if any(cell.before for cell in cells):
        columns.append(Column(marking.year(content.year - 1), _before))
        columns.append(Column(pgettext("column", "change"), lambda cell: _change(cell, exact=shown.exact)))
    return columns


def _share(cell: Cell) -> SafeString:
    return marking.number(cell.share) if cell.share else SafeString("")


def _with_share(cell: Cell) -> SafeString:
    """Return a count within a table of two ways, and what part of its row it is."""
    if cell.share is None:
        return marking.number(cell.count)
    return format_html("{} <small>{}</small>", marking.number(cell.count), marking.number(cell.share))


def _median(cell: Cell) -> SafeString:
    return marking.number(cell.median) if cell.median else _NONE


def _before(cell: Cell) -> SafeString:
    return marking.before(cell.before, cell.count.address) if cell.before else _NONE


def _change(cell: Cell, *, exact: bool) -> str:
    change = change_of(cell, exact=exact)
    return str(SAID[change]) if change else _NONE
