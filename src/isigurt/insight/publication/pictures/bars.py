"""Bars: a row a bar, a window that lies on its side; the longest is the lit one. And bars of several parts."""

from django.utils.translation import gettext

from isigurt.insight.publication.content import Content, ContentTable, Part
from isigurt.insight.publication.pictures.lettering import lines, width
from isigurt.insight.publication.pictures.rows import Row, ordered, rows_of
from isigurt.insight.publication.pictures.sheet import Sheet, lying
from isigurt.insight.publication.references import shown

SHORT = 0.38  # of a narrow sheet's width, for names beside their bars
SERIES = (("one", ""), ("two", ""), ("three", "stripes"), ("four", "dots"), ("five", "bars"), ("six", "lines"))


def bars(sheet: Sheet, part: Part, content: Content) -> None:
    """Draw one bar a row, its count and share at its end, and a mark where it ended the year before."""
    del content
    rows = rows_of(part)
    numbers = sheet.size * 6
    start, room = _columns(sheet, numbers)
    longest = max([1, *(each.cell.count.value for each in rows), *(each.before for each in rows)])
    lit = None if ordered(part) else next((each for each in rows if not each.quiet), None)
    for row in rows:
        top, high = _named(sheet, row.title, start)
        length = room * row.cell.count.value / longest
        if length:
            kind = "quiet" if row.quiet else "lit" if row is lit else "bar"
            sheet.patterned("path", "stripes" if row.quiet else "", kind, d=lying(start, top, length, high))
        if row.cell.before:
            x = start + room * row.cell.before.value / longest
            sheet.shape("path", "then-gap", d=f"M{x:.1f} {top - 2:.1f}v{high + 4:.1f}")
            sheet.shape("path", "then", d=f"M{x:.1f} {top - 2:.1f}v{high + 4:.1f}")
        _values(sheet, row, max(start + length, start + room * row.before / longest) + sheet.size * 0.5, top + high)


def year_before(sheet: Sheet, content: Content) -> None:
    """Say what the mark of the year before is."""
    sheet.y += sheet.size * 0.5
    sheet.shape("path", "then", d=f"M{sheet.margin + 1:.1f} {sheet.y:.1f}v{sheet.size:.1f}")
    sheet.text(str(content.year - 1), sheet.margin + sheet.size * 0.6, sheet.y + sheet.size * 0.86, kind="soft",
               year=content.year - 1)  # fmt: skip
    sheet.y += sheet.line


def stacked(sheet: Sheet, part: Part, content: Content) -> None:
    """Draw one bar a row, in the parts that its columns make of it."""
    del content
    rows, columns = rows_of(part), [(place, each) for place, each in enumerate(part.columns) if each.group is not None]
    marks = {place: SERIES[min(turn, len(SERIES) - 1)] for turn, (place, _) in enumerate(columns)}
    legend(sheet, [(marks[place], each.title) for place, each in columns])
    start, room = _columns(sheet, sheet.size * 3)
    longest = max([1, *(sum(row.cells[place].count.value for place, _ in columns) for row in rows)])
    for row in rows:
        top, high = _named(sheet, row.title, start)
        x = start
        for place, _ in columns:
            number = row.cells[place].count
            length = room * number.value / longest
            if not length:
                continue
            kind, pattern = marks[place]
            sheet.patterned("rect", pattern, kind, x=x, y=top, width=length, height=high)
            if width(shown(number), sheet.size * 0.82) + 5 < length:
                sheet.number(number, x + length / 2, top + high / 2 + sheet.size * 0.3, kind=f"number on-{kind}",
                             size=sheet.size * 0.82, anchor="middle")  # fmt: skip
            x += length
        sheet.number(row.cell.count, x + sheet.size * 0.5, top + high / 2 + sheet.size * 0.36)


def legend(sheet: Sheet, named: list[tuple[tuple[str, str], str]]) -> None:
    """Name the parts of the bars, in their order."""
    x, square = sheet.margin, sheet.size * 0.86
    for (kind, pattern), title in named:
        long = square + sheet.size * 0.5 + width(title, sheet.size) + sheet.size * 1.1
        if x > sheet.margin and x + long > sheet.width:
            x, sheet.y = sheet.margin, sheet.y + sheet.line * 1.15
        sheet.patterned("rect", pattern, kind, x=x, y=sheet.y, width=square, height=square, rx=1.5)
        tall = sheet.paragraph(title, x + square + sheet.size * 0.5, sheet.y + sheet.size * 0.8,
                               sheet.width - sheet.margin - square - sheet.size)  # fmt: skip
        sheet.y += tall - sheet.line
        x += long
    sheet.y += sheet.line * 1.9


def fit_beside(sheet: Sheet, table: ContentTable) -> bool:
    """Whether the names of a narrow sheet's rows are short enough to stand beside their bars, nearly a line each."""
    rows = [row for part in table.parts for row in rows_of(part)]
    room = sheet.width * SHORT - sheet.size * 1.2
    return sum(len(lines(row.title, sheet.size, room)) for row in rows) <= len(rows) * 1.2


def _columns(sheet: Sheet, numbers: float) -> tuple[float, float]:
    """Return where bars begin and how long the longest may be."""
    start = sheet.margin + (sheet.width * (SHORT if sheet.close else 0.34) if sheet.beside else 0)
    return start, sheet.width - start - numbers


def _named(sheet: Sheet, title: str, start: float) -> tuple[float, float]:
    """Write a row's name, go on below the row, and return where its bar stands and how thick it is."""
    thick = sheet.size * (1 if sheet.close else 1.16)
    if not sheet.beside:
        top = sheet.y + sheet.paragraph(title, sheet.margin, sheet.y + sheet.size * 0.94, sheet.width) + 1
        sheet.y = top + thick + sheet.size * (0.6 if sheet.close else 0.8)
        return top, thick
    room = start - sheet.margin - sheet.size * 1.2
    tall = len(lines(title, sheet.size, room)) * sheet.line
    high = max(tall, thick)
    sheet.paragraph(title, sheet.margin, sheet.y + (high - tall) / 2 + sheet.size * 0.94, room)
    top = sheet.y + (high - thick) / 2
    sheet.y += high + sheet.size * 0.62
    return top, thick


def _values(sheet: Sheet, row: Row, x: float, foot: float) -> None:
    baseline = foot - sheet.size * (0.16 if sheet.close else 0.25)
    sheet.number(row.cell.count, x, baseline)
    if row.cell.share:
        after = x + width(shown(row.cell.count), sheet.size * 1.12) + sheet.size * 0.6
        sheet.number(row.cell.share, after, baseline, kind="soft")


def few() -> str:
    """Say of a row that it has too few for a middle."""
    return gettext("too few to say")
