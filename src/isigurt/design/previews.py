"""The picture that a chat or a network shows of a page: drawn from its title, on the page's own ground.

Typst sets the words and breaks the lines, with the fonts it carries and none of the machine's: the same words give
the same bytes everywhere. The address of a picture is made of all it is drawn from: what did not change keeps its
address, and whoever has a file at that address need not draw it again.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path
from typing import Literal

import typst

WIDTH, HEIGHT = 1200, 630
KIND = "image/png"
HERE = Path(__file__).resolve().parent
DRAWING = HERE / "typst" / "preview.typ"
_DRAWN_IN = [DRAWING, *(HERE / "static" / "design" / name for name in ("wordmark.svg", "town.svg", "night.svg"))]
# A word that no line holds may be broken here: every so many letters.
_LONG = re.compile(r"(\S{22})(?=\S)")
Ground = Literal["night", "paper", "lamp"]


class PreviewFailed(Exception):
    """The picture could not be drawn as it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What stands on one picture. `above` says what kind of page it is, `help` whom one can call."""

    title: str
    language: str
    ground: Ground = "paper"
    above: str = ""
    help: str = ""
    day: str = ""  # a day as a window, lit while it is still to come
    month: str = ""
    lit: bool = False
    drawing: bool = False  # the lit window with two people in it

    @property
    def address(self) -> str:
        """Where the picture lies on the public site; another one whenever anything of it is another."""
        drawn_from = f"{_tools()}\0{self._told()}"
        return f"/previews/{hashlib.sha256(drawn_from.encode()).hexdigest()[:32]}.png"

    def png(self) -> bytes:
        """Draw it; the same bytes for the same words."""
        drawn, warnings = typst.compile_with_warnings(
            str(DRAWING),
            root=str(HERE),
            ignore_system_fonts=True,
            format="png",
            ppi=72,
            sys_inputs={"told": self._told()},
        )
        if warnings or not isinstance(drawn, bytes):
            raise PreviewFailed("; ".join(str(each) for each in warnings) or "more than one picture")
        return drawn

    def _told(self) -> str:
        return json.dumps(
            {**asdict(self), "title": _LONG.sub("\\1\u200b", self.title)}, ensure_ascii=False, sort_keys=True
        )


@lru_cache(maxsize=1)
def _tools() -> str:
    """Return a digest of what draws: the setter's version, the drawing, the marks in it."""
    known = hashlib.sha256(version("typst").encode())
    for file in _DRAWN_IN:
        known.update(file.read_bytes())
    return known.hexdigest()
