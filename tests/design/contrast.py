"""Contrast of two colours as WCAG 2.2 defines it, and the tokens as the style sheet sets them."""

import re
from pathlib import Path

STATIC = Path(__file__).parents[2] / "src" / "isigurt" / "design" / "static" / "design"


def luminance(colour: str) -> float:
    """Relative luminance (0 to 1) of ``#rgb`` or ``#rrggbb``."""
    digits = colour.lstrip("#")
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def themes() -> dict[str, dict[str, str]]:
    """Colour tokens of the light, dark and print theme."""
    sheet = (STATIC / "tokens.css").read_text()
    light_text, dark_text, print_text = re.split(r"@media [^{]+\{", sheet)
    light = _colours(light_text)
    return {"light": light, "dark": light | _colours(dark_text), "print": light | _colours(print_text)}


def _colours(text: str) -> dict[str, str]:
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6});", text))
