"""What Django itself reads and writes in each language, in place of its own formats.

Django reads 10/02/2026 in Albanian as 2 October and prints 15:07 as 3.07.PM. It looks for better formats in modules
named `<FORMAT_MODULE_PATH>.<language>.formats`; they are made here from the languages' files, so that a language more
is a file more and no code.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

from isigurt.country import Language, pack

ISO_DAY = "%Y-%m-%d"
TIMES = ("%H:%M", "%H:%M:%S", "%H.%M")


def formats_of(language: Language) -> dict[str, Any]:
    """Return Django's formats for one language, by Django's names for them."""
    days = [ISO_DAY, *language.typed_days]
    return {
        "DATE_FORMAT": "j F Y",
        "TIME_FORMAT": "H:i",
        "DATETIME_FORMAT": "j F Y, H:i",
        "YEAR_MONTH_FORMAT": "F Y",
        "MONTH_DAY_FORMAT": "j F",
        "SHORT_DATE_FORMAT": "d.m.Y",
        "SHORT_DATETIME_FORMAT": "d.m.Y H:i",
        "FIRST_DAY_OF_WEEK": 1,
        "DATE_INPUT_FORMATS": days,
        "TIME_INPUT_FORMATS": list(TIMES),
        "DATETIME_INPUT_FORMATS": [f"{day}{between}{time}" for day in days for between in " T" for time in TIMES],
        "DECIMAL_SEPARATOR": language.decimal_mark,
        "THOUSAND_SEPARATOR": language.group_mark,
        "NUMBER_GROUPING": 3,
    }


def install() -> None:
    """Put the formats of every known language where Django looks for them."""
    for language in pack().known_languages:
        module = ModuleType(f"{__name__}.{language.id}.formats")
        vars(module).update(formats_of(language))
        sys.modules[module.__name__] = module
