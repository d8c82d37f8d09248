"""Dots on a line of time: the middle of each row, against the days at which removal is measured."""

from isigurt.insight.publication.content import Content, Heading, Part
from isigurt.insight.publication.pictures.bars import bars, few
from isigurt.insight.publication.pictures.lettering import lines
from isigurt.insight.publication.pictures.rows import rows_of
from isigurt.insight.publication.pictures.sheet import Sheet, plain

HOURS = {"day": 24, "three_days": 72, "seven_days": 168}


def dots(sheet: Sheet, part: Part, content: Content) -> None:
    """Draw the median of each row; without a single one, bars."""
    rows = rows_of(part)
    medians = [row.cell.median.value for row in rows if row.cell.median]
    if not medians:
        bars(sheet, part, content)
        return
    start = sheet.margin + (sheet.width * 0.34 if sheet.beside else 0)
    room = sheet.width - start - sheet.size * 6
    longest = max(medians)
    marks = [(hours, each) for each in part.columns for hours in _end(each) if hours <= longest * 1.02]
    sheet.y += sheet.line * (1 + max((len(lines(each.title, sheet.size * 0.82, sheet.size * 6)) for _, each in marks),
                                     default=0))  # fmt: skip
    first, below = sheet.y, len(sheet.root)
    for row in rows:
        if sheet.beside:
            high = max(sheet.line, sheet.paragraph(row.title, sheet.margin, sheet.y + sheet.size,
                                                   start - sheet.margin - sheet.size))  # fmt: skip
        else:
            sheet.y += sheet.paragraph(row.title, sheet.margin, sheet.y + sheet.size, sheet.width)
            high = sheet.line
        y = sheet.y + high / 2
        if row.cell.median:
            x = start + room * row.cell.median.value / longest
            sheet.shape("path", "thread", d=f"M{plain(start)} {plain(y)}H{plain(x)}")
            sheet.shape("circle", "dot", cx=x, cy=y, r=sheet.size * 0.46)
            sheet.number(row.cell.median, x + sheet.size, y + sheet.size * 0.35, kind="number clear")
        else:
            sheet.text(few(), start, y + sheet.size * 0.35, kind="soft clear", size=sheet.size * 0.88)
        sheet.y += high + sheet.size * 0.5
    for hours, heading in marks:
        x = start + room * hours / longest
        mark = sheet.shape("path", "mark", d=f"M{plain(x)} {plain(first - sheet.size * 0.2)}V{plain(sheet.y)}")
        sheet.root.remove(mark)
        sheet.root.insert(below, mark)  # behind what was drawn on it
        broken = lines(heading.title, sheet.size * 0.82, sheet.size * 6)
        sheet.paragraph(heading.title, x, first - sheet.size * 0.6 - (len(broken) - 1) * sheet.size * 1.05,
                        sheet.size * 6, kind="soft", size=sheet.size * 0.82, anchor="middle")  # fmt: skip


def _end(heading: Heading) -> list[int]:
    """Return the hours at which a column's span ends, if it is a span that ends."""
    return [HOURS[heading.group[-1]]] if heading.group and heading.group[-1] in HOURS else []
