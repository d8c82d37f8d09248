"""The curve of what is over: a step up for each span of time, and above it what is still open."""

from django.utils.translation import pgettext

from isigurt.insight.publication.content import Content, Part
from isigurt.insight.publication.pictures.lettering import width
from isigurt.insight.publication.pictures.rows import rows_of
from isigurt.insight.publication.pictures.sheet import Sheet, plain


def survival(sheet: Sheet, part: Part, content: Content) -> None:
    """Draw the steps from the published cells; each step is labelled with what it adds, the rest with what is left."""
    del content
    rows = rows_of(part)
    counts = [row.cell.count.value for row in rows]
    total = max(1, sum(counts))
    tall = sheet.width * (0.26 if sheet.beside else 0.56)
    step = (sheet.width - sheet.margin) / max(1, len(rows))
    top, foot = sheet.y + sheet.line * 1.4, sheet.y + sheet.line * 1.4 + tall
    if part.cells[0][0].median:
        words = f"{pgettext('National Report', 'Median')}: "
        sheet.text(words, sheet.margin, sheet.y + sheet.size * 0.8)
        sheet.number(part.cells[0][0].median, sheet.margin + width(words, sheet.size), sheet.y + sheet.size * 0.8)
    sheet.patterned("rect", "dots", "pane", x=sheet.margin, y=top, width=sheet.width - sheet.margin, height=tall)
    curve, reached = f"M{plain(sheet.margin)} {plain(foot)}", 0
    for place, value in enumerate(counts[:-1]):
        reached += value
        x = sheet.margin + place * step
        curve += f"V{plain(foot - tall * reached / total)}H{plain(x + step)}"
    end = plain(sheet.width - step) if len(counts) > 1 else plain(sheet.margin)
    sheet.shape("path", "one", d=f"{curve}V{plain(foot)}H{plain(sheet.margin)}z")
    level = foot - tall * reached / total
    sheet.shape("path", "left", d=f"M{end} {plain(level)}H{plain(sheet.width)}")
    sheet.shape("path", "edge", d=curve)
    sheet.shape("path", "sill", d=f"M{plain(sheet.margin)} {plain(foot)}H{plain(sheet.width)}")
    deepest = 0.0
    for place, row in enumerate(rows):
        x = sheet.margin + place * step
        room = step - sheet.size * 0.6
        y = foot + sheet.line * 1.15
        sheet.number(row.cell.count, x, y, size=sheet.size * 1.25)
        if row.cell.share:
            y += sheet.line
            sheet.number(row.cell.share, x, y, kind="soft")
        y += sheet.line
        y += sheet.paragraph(row.title, x, y, room, size=sheet.size * 0.88)
        deepest = max(deepest, y)
    sheet.y = deepest
