"""The small map: a window for each region, where it lies; the more was reported there, the brighter it is lit."""

from isigurt.country import pack
from isigurt.insight.publication.content import Content, Part
from isigurt.insight.publication.pictures.bars import bars
from isigurt.insight.publication.pictures.rows import Row, rows_of
from isigurt.insight.publication.pictures.sheet import Sheet, arch

BRIGHTNESS = 4


def regions(sheet: Sheet, part: Part, content: Content) -> None:
    """Draw the country as the pack lays it out; a pack that lays out nothing gets bars."""
    counties = [each for each in pack().counties if each.map_row]
    if not counties:
        bars(sheet, part, content)
        return
    rows = rows_of(part)
    alone = {row.heading.group[0]: row for row in rows if row.heading.group and len(row.heading.group) == 1}
    brightest = max([1, *(row.cell.count.value for row in rows if not row.quiet)])
    across = max(each.map_column for each in counties) + 1
    wide = min(sheet.width - sheet.margin, sheet.size * (28 if sheet.beside else 22 if sheet.close else 26))
    step, tall = wide / across, wide / across * 1.9
    gap = sheet.size * 0.34
    for county in counties:
        x = sheet.margin + (county.map_column - 1) * step
        y = sheet.y + (county.map_row - 1) * tall
        row = alone.get(county.id)
        shade = 0 if row is None else -(-BRIGHTNESS * row.cell.count.value // brightest)
        sheet.shape("path", f"glow-{shade}", d=arch(x + gap / 2, y, step * 2 - gap, tall - gap))
        kind = "on-lit" if shade else "on-dark"
        middle = x + step
        sheet.text(str(county.title), middle, y + tall * 0.78, kind=f"label {kind}", anchor="middle",
                   size=sheet.size * 0.86)  # fmt: skip
        if row:
            sheet.number(row.cell.count, middle, y + tall * 0.56, kind=f"number {kind}", anchor="middle",
                         size=sheet.size * 1.3)  # fmt: skip
    down = max(each.map_row for each in counties) * tall
    aside(sheet, part, wide, down)


def aside(sheet: Sheet, part: Part, wide: float, down: float) -> None:
    """Write what the map has no place for: other, not known. Beside it where there is room, else below it."""
    rows = [row for row in rows_of(part) if row.quiet]
    beside = sheet.beside and sheet.width - wide > sheet.size * 9
    x, y = (
        (sheet.margin + wide + sheet.size * 2, sheet.y + sheet.line * 2) if beside else (sheet.margin, sheet.y + down)
    )
    if beside:
        for row in rows:
            y = _written(sheet, row, x, y, sheet.width - x)
        sheet.y = max(y, sheet.y + down)
        return
    room = (sheet.width - sheet.margin) / max(1, len(rows))
    sheet.y = max(
        [y, *(_written(sheet, row, x + place * room, y, room - sheet.size) for place, row in enumerate(rows))]
    )


def _written(sheet: Sheet, row: Row, x: float, y: float, room: float) -> float:
    """Write a count with its name below it, and return where that ends."""
    y += sheet.line * 1.2
    sheet.number(row.cell.count, x, y, size=sheet.size * 1.3)
    y += sheet.line
    return y + sheet.paragraph(row.title, x, y, room, size=sheet.size * 0.92)
