"""A line over the months: twelve windows behind it, and the window of the fullest month is lit."""

from itertools import pairwise

from isigurt.insight.publication.content import Content, Number, Part
from isigurt.insight.publication.pictures.lettering import width
from isigurt.insight.publication.pictures.rows import Row, rows_of
from isigurt.insight.publication.pictures.sheet import Sheet, arch, plain
from isigurt.insight.publication.references import shown

LETTERS = 3  # of a month's name, where all twelve stand side by side


def months(sheet: Sheet, part: Part, content: Content) -> None:
    """Draw the year's line, and behind it a dashed one of the year before."""
    del content
    rows = rows_of(part)
    tall = sheet.width * (0.34 if sheet.beside else 0.52)
    step = (sheet.width - sheet.margin) / max(len(rows), 1)
    highest = max([1, *(row.cell.count.value for row in rows), *(row.before for row in rows)])
    top, foot = sheet.y + sheet.line * 1.2, sheet.y + sheet.line * 1.2 + tall
    fullest = max(rows, key=lambda row: row.cell.count.value)

    def point(place: int, value: int) -> tuple[float, float]:
        return sheet.margin + (place + 0.5) * step, foot - (tall - sheet.line) * value / highest

    for place, row in enumerate(rows):
        x = sheet.margin + place * step
        sheet.shape("path", "lit" if row is fullest else "pane",
                    d=arch(x + step * 0.1, top - sheet.line, step * 0.8, tall + sheet.line))  # fmt: skip
    before = [point(place, row.cell.before.value) for place, row in enumerate(rows) if row.cell.before]
    if len(before) == len(rows):
        sheet.shape("path", "line-then", d=_path(before))
    here = [point(place, row.cell.count.value) for place, row in enumerate(rows)]
    sheet.shape("path", "line", d=_path(here))
    labelled = all(_narrower(row.cell.count, step, sheet) for row in rows)
    for row, (x, y) in zip(rows, here, strict=True):
        sheet.shape("circle", "knot", cx=x, cy=y, r=sheet.size * 0.26)
        if labelled or row is fullest:
            kind = "number on-lit" if row is fullest else "number halo"
            sheet.number(row.cell.count, x, y - sheet.size * 0.62, kind=kind, anchor="middle", size=sheet.size * 0.9)
        sheet.text(_short(row), x, foot + sheet.line, anchor="middle", size=sheet.size * 0.86)
    sheet.shape("path", "sill", d=f"M{plain(sheet.margin)} {plain(foot)}H{plain(sheet.width)}")
    sheet.y = foot + sheet.line * 1.6


def _narrower(number: Number, step: float, sheet: Sheet) -> bool:
    return width(shown(number), sheet.size * 0.9) < step


def _short(row: Row) -> str:
    """Return the first letters of a month, or of the first and last of several."""
    names = row.heading.title.split()
    return "–".join(dict.fromkeys((names[0][:LETTERS], names[-1][:LETTERS])))


def _path(points: list[tuple[float, float]]) -> str:
    """Return a line through the points that bends softly and never overshoots them."""
    (x, y), *_ = points
    path = f"M{plain(x)} {plain(y)}"
    for (x, y), (next_x, next_y) in pairwise(points):
        middle = (x + next_x) / 2
        path += f"C{plain(middle)} {plain(y)} {plain(middle)} {plain(next_y)} {plain(next_x)} {plain(next_y)}"
    return path
