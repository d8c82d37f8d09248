"""The colours of a picture that stands alone: those of the pages' stylesheet by day, written out."""

import re
from functools import lru_cache
from pathlib import Path

SHEET = Path(__file__).resolve().parents[3] / "design" / "static" / "design" / "pictures.css"
_COLOUR = re.compile(r"(--p-[\w-]+):\s*(#[0-9a-f]{6})")
_RULE = re.compile(r"^(\.p-[\w-]+ \{[^}]*\})$", re.MULTILINE)
TITLES = '"Libertinus Serif","Iowan Old Style",Palatino,Georgia,serif'


@lru_cache
def colours(*, dark: bool = False) -> dict[str, str]:
    """Return the colours by name, those of the day or those of the night."""
    day, _, night = SHEET.read_text("utf-8").partition("@media screen")
    return dict(_COLOUR.findall(night if dark else day))


@lru_cache
def alone() -> str:
    """Return the rules for a file of its own: no variables, no media, so that every program can read them."""
    text = SHEET.read_text("utf-8")
    rules = "".join(_RULE.findall(text))
    written = re.sub(r"var\((--p-[\w-]+)\)", lambda found: colours()[found.group(1)], rules)
    return f"{written}.p-large,.p-title {{ font-family: {TITLES} }}"
