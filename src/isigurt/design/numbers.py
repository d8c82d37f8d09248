"""Numbers as the active language writes them.

Albanian: no group mark below 10 000 (1234), a no-break space from there on (12 345), a decimal comma (3,5).
English: 12,345 and 3.5, with the same rule for four digits.
"""

from __future__ import annotations

from decimal import Decimal

from django.utils.translation import get_language

NO_BREAK = "\N{NO-BREAK SPACE}"
MARKS = {"sq": (NO_BREAK, ","), "en": (",", ".")}
GROUPED_FROM = 10_000


def number(value: float | Decimal, decimals: int = 0) -> str:
    """Write a number with so many decimals; a minus sign is the real one."""
    group, point = MARKS.get((get_language() or "sq").partition("-")[0], MARKS["en"])
    whole, _, fraction = f"{abs(value):,.{decimals}f}".partition(".")
    long = int(whole.replace(",", "")) >= GROUPED_FROM  # after rounding
    whole = whole.replace(",", group if long else "")
    zero = not (whole + fraction).strip("0")
    sign = "−" if value < 0 and not zero else ""
    return sign + whole + (point + fraction if fraction else "")
