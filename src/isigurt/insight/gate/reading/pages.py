"""Reading pages and pictures back, HTML and SVG alike.

    <td data-cell="cell:harms/victims">45</td>          a published number, and how it is written; `<data value="45">`
    <span data-before="cell:harms/victims">40</span>    the count of the same cell the year before
    <span data-typed="year">2026</span>                 what counts nobody; `data-typed="year:2026"` names the part

Beside these, and beside names that hold digits (`within 24 hours`), no text, alternative text or comment has a number.
"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.utils.translation import gettext_noop as _

from isigurt.insight.gate.reading.known import Known, Reading, is_count, plain

_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr".split()  # noqa: SIM905 - a list of words
)
_SAID = frozenset({"alt", "title", "summary", "placeholder", "label", "aria-label", "aria-description",
                   "aria-valuenow", "aria-valuetext", "aria-roledescription"})  # fmt: skip
_LOADS = frozenset({"src", "srcset", "href", "xlink:href", "poster", "data"})
_OURS = frozenset({"data-cell", "data-before", "data-typed"})


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)
    cells: set[str] = field(default_factory=set)  # of a table: the references within


class _Page(HTMLParser):
    def __init__(self, path: str, known: Known, reading: Reading) -> None:
        super().__init__()
        self._path, self._known, self._reading = path, known, reading
        self._open: list[_Open] = []
        self._free: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs)
        if tag not in _VOID:
            self._open.append(_Open(tag, {name: value or "" for name, value in attrs}))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, attrs)

    def _start(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        own = attributes.get("data-cell", "")
        for name, value in attributes.items():
            if name in _LOADS and "data:" in value.casefold():
                self._fault(_("a picture is written into the page: nobody can read its numbers"))
            if tag == "data" and name == "value":
                if own not in self._known.numbers or value != str(self._known.numbers[own].value):
                    self._fault(_("the value {value} is not that of {cell}"), value=value, cell=own or "?")
            elif self._says(tag, name, attributes) and (found := self._known.numbers_in(value)):
                self._fault(_("the {name} of a {tag} says {numbers}"), name=name, tag=tag, numbers=", ".join(found))

    def _says(self, tag: str, name: str, attributes: dict[str, str]) -> bool:
        if tag == "meta":
            told = attributes.get("name", attributes.get("property", ""))
            return name == "content" and told.rpartition(":")[2] in {"description", "title", "alt"}
        return name in _SAID or (name.startswith("data-") and name not in _OURS)

    def handle_endtag(self, tag: str) -> None:
        if tag not in {each.tag for each in self._open}:
            return
        while self._open:
            ended = self._open.pop()
            self._end(ended)
            if ended.tag == tag:
                return

    def _end(self, ended: _Open) -> None:
        text = plain("".join(ended.text))
        if "data-cell" in ended.attributes:
            self._cell(ended.attributes["data-cell"], text)
        elif "data-before" in ended.attributes:
            self._before(ended.attributes["data-before"], text)
        elif "data-typed" in ended.attributes:
            self._typed(ended.attributes["data-typed"], text)
        elif ended.tag == "script" and text:
            self._fault(_("a script is written into the page: nobody can read its numbers"))
        elif ended.tag == "style":
            if "content" in text:
                self._fault(_("a style writes text of its own"))
        elif self._open:
            self._open[-1].text += [" ", *ended.text, " "]
        else:
            self._free += ended.text
        if ended.tag == "table":
            self._whole(ended.cells)

    def _cell(self, name: str, text: str) -> None:
        figures = self._known.read(name, text)
        if not figures:
            self._fault(_("{cell}: {text} is no number of the register"), cell=name, text=text)
        self._reading.figures.update(figures)
        for each in self._open:
            each.cells.add(name)

    def _before(self, name: str, text: str) -> None:
        number = self._known.befores.get(name.partition(":")[2])
        if number is None or text not in self._known.forms(number):
            self._fault(_("{cell}: {text} is not what was published for the year before"), cell=name, text=text)

    def _typed(self, typed: str, text: str) -> None:
        kind, _colon, what = typed.partition(":")
        if not self._known.is_typed(kind, what or text):
            self._fault(_("{text} is no reference of the kind “{kind}”"), text=what or text, kind=kind)
        elif what:
            self._free.append(text.replace(what, " "))

    def _whole(self, cells: set[str]) -> None:
        """Of a breakdown that a table shows no count may be kept back alone."""
        # A total may be one of several breakdowns: only what stands in a single one tells which of them this is.
        behind = [self._known.figures.get(name, []) for name in cells]
        shown = {each[0][:2] for each in behind if len({one[:2] for one in each}) == 1 and any(each[0].key)}
        for name, figures in self._known.figures.items():
            if name not in cells and any(is_count(each) and each[:2] in shown for each in figures):
                self._fault(_("{cell}: a single number is kept back in a table"), cell=name)

    def handle_data(self, data: str) -> None:
        (self._open[-1].text if self._open else self._free).append(data)

    def handle_comment(self, data: str) -> None:
        if self._known.numbers_in(data):
            self._fault(_("a comment says a number"))

    def close(self) -> None:
        super().close()
        while self._open:
            self._end(self._open.pop())
        if found := self._known.numbers_in(" ".join(self._free)):
            numbers = ", ".join(found[:10])
            self._fault(_("numbers that are no cell and no typed reference: {numbers}"), numbers=numbers)

    def _fault(self, words: str, **values: object) -> None:
        self._reading.fault(self._path, words, **values)


def read_page(path: str, body: bytes, known: Known, reading: Reading) -> None:
    """Read a page or a picture."""
    page = _Page(path, known, reading)
    page.feed(body.decode("utf-8", "replace"))
    page.close()
