"""The rows of a part in the order in which a picture, and the table beside it, show them."""

from dataclasses import dataclass

from isigurt.country import pack
from isigurt.insight.protection.merging import OTHER
from isigurt.insight.publication.content import Cell, Heading, Part
from isigurt.insight.register import DIMENSIONS
from isigurt.insight.register.counting import UNKNOWN
from isigurt.insight.words import capital


@dataclass(frozen=True)
class Row:
    """A row below the total. A quiet one says little by itself: other, not known."""

    heading: Heading
    cells: tuple[Cell, ...]
    quiet: bool

    @property
    def title(self) -> str:
        """What the row is called, as the beginning of a line."""
        return capital(self.heading.title)

    @property
    def cell(self) -> Cell:
        """The row's own count."""
        return self.cells[0]

    @property
    def before(self) -> int:
        """The count of the year before; nothing where the same was not counted."""
        return self.cell.before.value if self.cell.before else 0


def ordered(part: Part, place: int = 0) -> bool:
    """Return whether the rows (0) or columns (1) follow one another, as months do."""
    return bool(DIMENSIONS[part.dimensions[place]].ordered(pack()))


def rows_of(part: Part) -> list[Row]:
    """Return the rows without the total: in their own order, or the largest first and the quiet ones last."""
    rows = [
        Row(heading, cells, _quiet(part, heading))
        for heading, cells in zip(part.rows, part.cells, strict=True)
        if heading.group is not None
    ]
    if part.dimensions and not ordered(part):
        rows.sort(key=lambda row: (row.quiet, -row.cell.count.value))
    return rows


def _quiet(part: Part, heading: Heading) -> bool:
    group = heading.group or ()
    return UNKNOWN in group or OTHER in group or (len(group) > 1 and not ordered(part))
