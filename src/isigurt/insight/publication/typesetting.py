"""Setting pages with Typst: with the fonts shipped here and none of the machine's, and a warning is a fault.

The same words give the same bytes everywhere: no clock, no font and no file from outside.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import typst

HERE = Path(__file__).resolve().parent
FONTS = HERE / "print" / "fonts"
DRAWINGS = HERE / "print" / "typst"
ROOT = HERE.parents[1]  # the drawings of the design system are taken from there
# Archival, with its structure, and accessible: https://pdfa.org/resource/iso-14289-pdfua/
STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
PRESS_PIXELS = 192  # an inch: twice the size at which the press draws it


class SettingFailed(Exception):
    """The pages could not be set as they should be."""


def pdf(drawing: str, told: Mapping[str, Any]) -> bytes:
    """Set a document, accessible and archival."""
    (made,) = _set(drawing, told, "pdf")
    return made


def images(drawing: str, told: Mapping[str, Any], *, pixels: int = PRESS_PIXELS) -> list[bytes]:
    """Set a document as pictures, one a page."""
    return _set(drawing, told, "png", pixels)


def _set(drawing: str, told: Mapping[str, Any], kind: Literal["pdf", "png"], pixels: int | None = None) -> list[bytes]:
    try:
        made, warnings = typst.compile_with_warnings(
            str(DRAWINGS / drawing),
            root=str(ROOT),
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            format=kind,
            ppi=pixels,
            pdf_standards=[*STANDARDS] if kind == "pdf" else None,
            sys_inputs={"told": json.dumps(told, ensure_ascii=False, sort_keys=True)},
        )
    except typst.TypstError as error:
        raise SettingFailed(str(error)) from error
    if warnings:
        raise SettingFailed("; ".join(str(each) for each in warnings))
    pages: object = made  # one page alone is not told as a list
    return pages if isinstance(pages, list) else [made]
