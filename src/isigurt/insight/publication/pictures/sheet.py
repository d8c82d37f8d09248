"""The sheet a picture is drawn on, from the top down. Its marks carry classes only: the style is the page's."""

from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from isigurt.insight.publication.content import Number
from isigurt.insight.publication.pictures.lettering import lines
from isigurt.insight.publication.references import shown

SVG = "http://www.w3.org/2000/svg"
# The marks on what is not to be told by its colour alone. Each is a square that is laid side by side.
PATTERNS = {"stripes": "M-1 7L7 -1M-1 1L1 -1M5 7L7 5", "dots": "M1.5 1.5h1.6v1.6h-1.6zM4.5 4.5h1.6v1.6h-1.6z",
            "bars": "M1 -1v8M4 -1v8", "lines": "M-1 2h8M-1 5h8"}  # fmt: skip
DASHED = frozenset({"stripes", "bars", "lines"})


@dataclass
class Sheet:
    """`width` is what the picture may take, `size` its letters' height; `y` is where drawing goes on.

    `beside` lays names to the left of what they name; on a narrow sheet they stand above it.
    `close` leaves less room between rows. `name` begins every id.
    """

    name: str
    width: float
    size: float
    beside: bool
    close: bool = False
    margin: float = 0
    y: float = 0
    root: ET.Element = field(default_factory=lambda: ET.Element("g"))

    @property
    def line(self) -> float:
        """The height of a line of text."""
        return self.size * 1.28

    def shape(self, tag: str, kind: str, **where: object) -> ET.Element:
        """Draw a shape; `kind` is its class without the prefix."""
        told = {name.replace("_", "-"): plain(value) for name, value in where.items()}
        return ET.SubElement(self.root, tag, {"class": " ".join(f"p-{each}" for each in kind.split()), **told})

    def patterned(self, tag: str, pattern: str, kind: str, **where: object) -> None:
        """Draw a shape, and over it a pattern, so that it is told apart without colour."""
        self.shape(tag, kind, **where)
        if pattern:
            self.shape(tag, "over", fill=f"url(#{self.name}-{pattern})", **where)

    def text(
        self,
        words: str,
        x: float,
        y: float,
        *,
        kind: str = "label",
        size: float | None = None,
        anchor: str = "start",
        number: Number | None = None,
        before: Number | None = None,
        year: int | None = None,
    ) -> None:
        """Write one line. Whatever is a number carries its address, for the gate: this year's, last year's, a year."""
        line = self.shape("text", kind, x=x, y=y, font_size=size or self.size)
        if anchor != "start":
            line.set("text-anchor", anchor)
        if number and number.reference:  # the desk's own counts have no address
            line.set("data-cell", number.reference)
        if before:
            line.set("data-before", before.reference)
        if year:
            line.set("data-typed", f"year:{year}")
        line.text = words

    def number(self, number: Number, x: float, y: float, *, kind: str = "number", **how: object) -> None:
        """Write a published number as its language writes it."""
        self.text(shown(number), x, y, kind=kind, number=number, **how)  # type: ignore[arg-type]

    def paragraph(self, words: str, x: float, y: float, room: float, *, kind: str = "label",
                  size: float | None = None, anchor: str = "start") -> float:  # fmt: skip
        """Write a text in as many lines as it needs, and return how tall it was."""
        size = size or self.size
        broken = lines(words, size, room)
        for place, each in enumerate(broken):
            self.text(each, x, y + place * size * 1.28, kind=kind, size=size, anchor=anchor)
        return len(broken) * size * 1.28


def plain(value: object) -> str:
    """Write a coordinate with one decimal at most: short, and the same everywhere."""
    if not isinstance(value, float):
        return str(value)
    written = f"{value:.1f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written


def arch(x: float, y: float, width: float, height: float, rise: float | None = None) -> str:
    """Return the path of a window: round above, nearly square on its sill. `rise` is how tall its arch is."""
    round_ = rise or min(width / 2, height)
    x, y, width, height, round_ = (float(each) for each in (x, y, width, height, round_))
    return (
        f"M{plain(x)} {plain(y + height)}v{plain(round_ - height)}"
        f"a{plain(width / 2)} {plain(round_)} 0 0 1 {plain(width)} 0v{plain(height - round_)}z"
    )


def lying(x: float, y: float, length: float, height: float) -> str:
    """Return the path of a bar: a window that lies on its side."""
    round_ = min(height / 2, length)
    x, y, length, height, round_ = (float(each) for each in (x, y, length, height, round_))
    return (
        f"M{plain(x)} {plain(y)}h{plain(length - round_)}a{plain(round_)} {plain(height / 2)} 0 0 1 0 "
        f"{plain(height)}h{plain(round_ - length)}z"
    )
