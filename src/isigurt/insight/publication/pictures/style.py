"""The colours of a picture that stands alone: those of the pages' stylesheet by day, written out."""

import re
from functools import lru_cache
from xml.etree import ElementTree as ET

from isigurt.design.templatetags.design import FILES

SHEET = FILES / "pictures.css"
_COLOUR = re.compile(r"(--p-[\w-]+):\s*(#[0-9a-f]{6})")
_VARIABLE = re.compile(r"var\((--p-[\w-]+)\)")
_RULE = re.compile(r"^\.(p-[\w-]+) \{([^}]*)\}$", re.MULTILINE)
_TITLED = frozenset({"p-large", "p-title"})
TITLES = "'Libertinus Serif','Iowan Old Style',Palatino,Georgia,serif"


@lru_cache
def colours(*, dark: bool = False) -> dict[str, str]:
    """Return the colours by name, those of the day or those of the night."""
    day, _, night = SHEET.read_text("utf-8").partition("@media screen")
    return dict(_COLOUR.findall(night if dark else day))


@lru_cache
def rules() -> dict[str, dict[str, str]]:
    """Return what each class of the stylesheet says, in its order, with the day's colours written out."""
    return {
        name: {
            what.strip(): _VARIABLE.sub(lambda found: colours()[found.group(1)], how.strip())
            for what, how in (each.split(":", 1) for each in said.split(";") if each.strip())
        }
        for name, said in _RULE.findall(SHEET.read_text("utf-8"))
    }


def write_out(drawing: ET.Element) -> None:
    """Give every mark its looks itself: no site's policy and no program can then take them away."""
    for mark in drawing.iter():
        named = mark.attrib.pop("class", "").split()
        for name, said in rules().items():
            if name in named:
                mark.attrib.update(said)
        if _TITLED.intersection(named):
            mark.set("font-family", TITLES)
