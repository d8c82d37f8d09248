"""Number tiles: a window for each, the first of them lit."""

from collections.abc import Sequence
from dataclasses import dataclass

from isigurt.insight.publication.content import Number
from isigurt.insight.publication.pictures.lettering import lines, width
from isigurt.insight.publication.pictures.sheet import Sheet, arch
from isigurt.insight.publication.references import shown


@dataclass(frozen=True)
class Tile:
    """A number, what it is of, and the same of the year before where it was counted."""

    number: Number
    title: str
    before: Number | None = None
    year_before: int = 0


def tiles(sheet: Sheet, shown_tiles: Sequence[Tile]) -> None:
    """Draw the windows side by side, as tall as the longest words need."""
    across = 3 if sheet.beside else 2
    gap = sheet.size * 0.9
    wide = (sheet.width - sheet.margin - gap * (across - 1)) / across
    room = wide - sheet.size * 1.6
    longest = max(len(lines(each.title, sheet.size, room)) for each in shown_tiles)
    head = wide * 0.27
    large = sheet.size * 2.7
    beneath = 1.7 if any(each.before for each in shown_tiles) else 0.9
    tall = head + large * 0.72 + (longest + beneath) * sheet.line
    for place, tile in enumerate(shown_tiles):
        x = sheet.margin + place % across * (wide + gap)
        y = sheet.y + place // across * (tall + gap)
        lit = place == 0
        kind = "on-lit" if lit else "on-dark"
        sheet.shape("path", "lit" if lit else "night", d=arch(x, y, wide, tall, rise=min(wide / 2, tall * 0.56)))
        size = min(large, large * room / width(shown(tile.number), large))
        middle = x + wide / 2
        y += head + large * 0.62
        sheet.number(tile.number, middle, y, kind=f"large {kind}", size=size, anchor="middle")
        y += sheet.line * 1.2
        y += sheet.paragraph(tile.title, middle, y, room, kind=f"label {kind}", anchor="middle")
        if tile.before:
            _then(sheet, tile, middle, y, kind)
    sheet.y += -(-len(shown_tiles) // across) * (tall + gap)


def _then(sheet: Sheet, tile: Tile, middle: float, y: float, kind: str) -> None:
    """Write the year before and its number: two texts, each with its own reference."""
    if tile.before:
        size = sheet.size * 0.86
        sheet.text(f"{tile.year_before}", middle - 3, y, kind=f"label {kind}", size=size, anchor="end",
                   year=tile.year_before)  # fmt: skip
        sheet.text(shown(tile.before), middle + 3, y, kind=f"number {kind}", size=size, before=tile.before)
