"""A table's picture, whole: its frame, what it says to those who do not see it, and in which form it is drawn."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from django.utils.translation import gettext, override

from isigurt.insight.protection.plan import Measure
from isigurt.insight.publication.content import Content, ContentTable, Number, Part
from isigurt.insight.publication.pictures.bars import bars, fit_beside, stacked, year_before
from isigurt.insight.publication.pictures.columns import columns
from isigurt.insight.publication.pictures.dots import dots
from isigurt.insight.publication.pictures.kinds import KINDS
from isigurt.insight.publication.pictures.lines import months
from isigurt.insight.publication.pictures.regions import regions
from isigurt.insight.publication.pictures.rows import rows_of
from isigurt.insight.publication.pictures.sheet import DASHED, PATTERNS, SVG, Sheet, plain
from isigurt.insight.publication.pictures.style import write_out
from isigurt.insight.publication.pictures.survival import survival
from isigurt.insight.publication.pictures.tiles import Tile, tiles
from isigurt.insight.words import capital

WAYS = 2  # a cut by two dimensions
FAMILY = "'Source Sans Pro','Source Sans 3',system-ui,sans-serif"


@dataclass(frozen=True)
class Form:
    """Where a picture is shown. One that stands alone brings its style, and `titled` its title, source and ground."""

    width: float
    size: float
    beside: bool
    close: bool = False
    alone: bool = True
    titled: bool = False
    margin: float = 0


WEB = Form(width=360, size=14.5, beside=False, alone=False)
PRINT = Form(width=482, size=10, beside=True)
HALF = Form(width=246, size=9, beside=False, close=True)  # beside its table
PRESS = Form(width=720, size=15, beside=True, titled=True, margin=36)

_DRAWN: Mapping[str, Callable[[Sheet, Part, Content], None]] = {
    "bars": bars,
    "stacked": stacked,
    "columns": columns,
    "lines": months,
    "survival": survival,
    "dots": dots,
    "map": regions,
}


def picture(content: Content, table: ContentTable, form: Form, only: Part | None = None) -> str:
    """Return the picture of a table as SVG, in the language of the content; or of `only` one of its parts."""
    with override(content.language):
        sheet = _sheet(table.id, form)
        if form.titled:
            _head(sheet, table)
        kind = KINDS.get(table.id, "")
        if kind == "tiles":
            tiles(sheet, [_tile(part, content) for part in table.parts])
        else:
            _parts(sheet, table, content, kind, only)
        if form.titled:
            _foot(sheet, content)
        return _framed(sheet, form, content.language, table.title, described(table, only))


def tiles_of(content: Content, references: Sequence[str], form: Form, *, title: str) -> str:
    """Return number tiles of these references, in their order; what this edition does not publish is left out."""
    with override(content.language):
        found = {tile.number.reference: tile for tile in _all_tiles(content)}
        chosen = [found[each] for each in references if each in found]
        sheet = _sheet("tiles", form)
        if chosen:
            tiles(sheet, chosen)
        return _framed(sheet, form, content.language, title, ". ".join(each.title for each in chosen))


def tile_of(content: Content, reference: str) -> Tile | None:
    """Return the number of a reference with what it is called, or None where this edition does not publish it."""
    return next((tile for tile in _all_tiles(content) if tile.number.reference == reference), None)


def _sheet(name: str, form: Form) -> Sheet:
    return Sheet(name, form.width - form.margin, form.size, beside=form.beside, close=form.close, margin=form.margin)


def _parts(sheet: Sheet, table: ContentTable, content: Content, kind: str, only: Part | None) -> None:
    shown = table.parts if only is None else (only,)
    sheet.beside |= kind == "" and sheet.close and fit_beside(sheet, table)
    for place, part in enumerate(shown):
        if place:
            sheet.y += sheet.line
        if len(table.parts) > 1:
            heading, size = capital(table.tells_apart(part)), sheet.size * 1.05
            sheet.y += sheet.paragraph(heading, sheet.margin, sheet.y + size, sheet.width, kind="title", size=size)
            sheet.y += sheet.size * 0.5
        drawn = _DRAWN[kind or ("stacked" if len(part.dimensions) == WAYS else "bars")]
        drawn(sheet, part, content)
    if kind in {"", "lines"} and any(map(_compared, table.parts)) and shown[-1] == table.parts[-1]:
        year_before(sheet, content)


def _compared(part: Part) -> bool:
    return len(part.dimensions) == 1 and any(row.cell.before for row in rows_of(part))


def _tile(part: Part, content: Content) -> Tile:
    cell = part.cells[0][0]
    return Tile(cell.count, capital(part.title), cell.before, content.year - 1)


def _all_tiles(content: Content) -> list[Tile]:
    """Return every number of the edition as a tile: a total by whom it counts, a row by its name and whom it counts."""
    made = []
    for table in content.tables:
        for part in table.parts:
            for row, column, cell in part.placed():
                names = [each.title for each in (row, column) if each.group is not None]
                title = f"{capital(part.title)}: {', '.join(names)}" if names else capital(part.title)
                for number in cell.numbers():
                    before = cell.before if number is cell.count else None
                    made.append(Tile(number, _of(number, title, table), before, content.year - 1))
    return made


def _of(number: Number, title: str, table: ContentTable) -> str:
    return table.title if number.measure is Measure.MEDIAN else title


def _head(sheet: Sheet, table: ContentTable) -> None:
    sheet.y = sheet.margin
    room = sheet.width - sheet.margin
    sheet.y += sheet.paragraph(table.title, sheet.margin, sheet.y + sheet.size * 1.5, room, kind="title",
                               size=sheet.size * 1.85)  # fmt: skip
    sheet.y += sheet.paragraph(table.definition, sheet.margin, sheet.y + sheet.size, room, kind="soft") + sheet.line


def _foot(sheet: Sheet, content: Content) -> None:
    sheet.y += sheet.line
    sheet.shape("path", "sill", d=f"M{plain(sheet.margin)} {plain(sheet.y)}H{plain(sheet.width)}")
    before = len(sheet.root)
    sheet.y += sheet.paragraph(source(content), sheet.margin, sheet.y + sheet.line * 1.3, sheet.width - sheet.margin,
                               kind="soft", size=sheet.size * 0.88) + sheet.margin  # fmt: skip
    for line in list(sheet.root)[before:]:
        if str(content.year) in (line.text or ""):
            line.set("data-typed", f"year:{content.year}")


def source(content: Content) -> str:
    """Say where the numbers come from, and that they are rounded."""
    words = gettext("Source: {hotline}, National Report {year}. Numbers are rounded to protect children.")
    return words.format(hotline=content.hotline, year=content.year)


def described(table: ContentTable, only: Part | None = None) -> str:
    """Return what the picture shows without a number: those stand in the table beside it."""
    said = [table.definition]
    for part in table.parts if only is None else (only,):
        names = [row.title for row in rows_of(part)]
        if names:
            said.append(gettext("From first to last: {rows}.").format(rows="; ".join(names)))
    return " ".join(said)


def _framed(sheet: Sheet, form: Form, language: str, title: str, description: str) -> str:
    height = plain(float(sheet.y) + 1)
    wide = plain(float(form.width))
    name = f"picture-{sheet.name}"
    svg = ET.Element("svg", {
        "xmlns": SVG, "class": "picture", "viewBox": f"0 0 {wide} {height}", "width": wide, "height": height,
        "role": "img", "aria-labelledby": f"{name}-title {name}-description",
    })  # fmt: skip
    if form.alone:  # within a page its language is that of the page
        svg.set("lang", language)
        svg.set("xml:lang", language)
    ET.SubElement(svg, "title", {"id": f"{name}-title"}).text = title
    ET.SubElement(svg, "desc", {"id": f"{name}-description"}).text = description
    if form.alone:
        svg.set("font-family", FAMILY)
    used = [each for each in PATTERNS if any(mark.get("fill") == f"url(#{sheet.name}-{each})" for mark in sheet.root)]
    if used:
        defs = ET.SubElement(svg, "defs")
        for each in used:
            pattern = ET.SubElement(defs, "pattern", {"id": f"{sheet.name}-{each}", "width": "6", "height": "6",
                                                      "patternUnits": "userSpaceOnUse"})  # fmt: skip
            ET.SubElement(pattern, "path", {"class": "p-dashes" if each in DASHED else "p-pattern",
                                            "d": PATTERNS[each]})  # fmt: skip
    if form.titled:
        ET.SubElement(svg, "rect", {"class": "p-ground", "width": wide, "height": height})
    svg.extend(list(sheet.root))
    if form.alone:
        write_out(svg)
    return ET.tostring(svg, encoding="unicode")
