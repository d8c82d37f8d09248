"""Columns: windows of different height side by side, for a few rows that follow one another."""

from isigurt.insight.publication.content import Content, Part
from isigurt.insight.publication.pictures.lettering import lines
from isigurt.insight.publication.pictures.rows import rows_of
from isigurt.insight.publication.pictures.sheet import Sheet, arch


def columns(sheet: Sheet, part: Part, content: Content) -> None:
    """Draw one window a row, its count above it and its name below; the tallest is lit."""
    del content
    rows = rows_of(part)
    values = [row.cell.count.value for row in rows]
    tallest, gap = sheet.size * 4.5, sheet.size * 0.8
    room = (sheet.width - sheet.margin - gap * (len(rows) - 1)) / len(rows)
    wide = min(room * 0.7, sheet.size * 4)
    foot = sheet.y + sheet.size * 1.4 + tallest
    for place, (row, value) in enumerate(zip(rows, values, strict=True)):
        middle = sheet.margin + place * (room + gap) + room / 2
        tall = tallest * value / max(1, *values)
        if tall:
            kind = "lit" if value == max(values) else "bar"
            sheet.shape("path", kind, d=arch(middle - wide / 2, foot - tall, wide, tall, rise=min(wide / 2, tall)))
        sheet.number(row.cell.count, middle, foot - tall - sheet.size * 0.4, anchor="middle")
        sheet.paragraph(row.title, middle, foot + sheet.line, room, anchor="middle")
    named = max(len(lines(row.title, sheet.size, room)) for row in rows)
    sheet.y = foot + (named + 0.5) * sheet.line
