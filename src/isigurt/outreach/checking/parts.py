"""A page taken apart: its headings, texts, pictures and links, each with where the editor finds it."""

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

from wagtail import blocks
from wagtail.fields import RichTextField, StreamField
from wagtail.images.blocks import ImageChooserBlock

from isigurt.outreach.blocks import Call, Heading
from isigurt.outreach.models import Picture, PublicPage


@dataclass(frozen=True, slots=True)
class Link:
    """A link inside a text: to a page or a material by its number, or to an address."""

    words: str
    page: int | None = None
    material: int | None = None
    address: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One piece of a page; `anchor` is the element of the editing page that it is written in."""

    anchor: str
    field: str
    level: int = 0
    text: str = ""
    links: tuple[Link, ...] = ()
    picture: Picture | None = None
    # A button that should lead to a page that is no longer there.
    leads_nowhere: bool = False


class _Reader(HTMLParser):
    """Reads the plain words and the links out of a rich text."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.links: list[Link] = []
        self._open: tuple[dict[str, str | None], list[str]] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self._open = (dict(attrs), [])
        elif tag in {"p", "li", "br", "h2", "h3"}:
            self.words.append("\n")

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if self._open is not None:
            self._open[1].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "a" and self._open is not None:
            named, words = self._open
            number = int(named.get("id") or 0) or None
            kind = named.get("linktype")
            self.links.append(
                Link(
                    words="".join(words).strip(),
                    page=number if kind == "page" else None,
                    material=number if kind == "document" else None,
                    address=named.get("href") or "",
                )
            )
            self._open = None
        elif tag in {"p", "li", "h2", "h3"}:
            self.words.append("\n")


def parts(page: PublicPage) -> Iterator[Part]:
    """Yield every piece of the page in the order it is read."""
    for field in page._meta.get_fields():
        name = field.name
        anchor = f"panel-child-content-{name}-section"
        if isinstance(field, RichTextField):
            yield _text(getattr(page, name) or "", anchor, name)
        elif isinstance(field, StreamField):
            for child in getattr(page, name):
                yield from _block(child.block, child.value, f"block-{child.id}-section", name)
    if page.picture is not None:
        yield Part("panel-child-content-picture-section", "picture", picture=page.picture)


def _block(block: Any, value: Any, anchor: str, field: str) -> Iterator[Part]:
    if isinstance(block, Heading):
        yield Part(anchor, field, level=int(value["level"]), text=str(value["text"]))
    elif isinstance(block, blocks.RichTextBlock):
        yield _text(getattr(value, "source", "") or "", anchor, field)
    elif isinstance(block, blocks.TextBlock):
        yield Part(anchor, field, text=str(value or ""))
    elif isinstance(block, ImageChooserBlock):
        yield Part(anchor, field, picture=value)
    elif isinstance(block, Call):
        yield Part(anchor, field, leads_nowhere=value["to"] == "page" and value["page"] is None)
    elif isinstance(block, blocks.BaseStructBlock):
        for name, inner in block.child_blocks.items():
            yield from _block(inner, value[name], anchor, field)
    elif isinstance(block, blocks.ListBlock):
        for each in value:
            yield from _block(block.child_block, each, anchor, field)


def _text(html: str, anchor: str, field: str) -> Part:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Part(anchor, field, text="".join(reader.words), links=tuple(reader.links))
