"""Numbers as the active language writes them, as its file in `country/languages` says.

Albanian: no group mark below 10 000 (1234), a no-break space from there on (12 345), a decimal comma (3,5).
English: 12,345 and 3.5, with the same rule for four digits.
"""

from __future__ import annotations

from decimal import Decimal

from django.utils.functional import lazy

from isigurt.country import language


def number(value: float | Decimal, decimals: int = 0) -> str:
    """Write a number with so many decimals; a minus sign is the real one."""
    spoken = language()
    whole, _, fraction = f"{abs(value):,.{decimals}f}".partition(".")
    long = int(whole.replace(",", "")) >= spoken.grouped_from  # after rounding
    whole = whole.replace(",", spoken.group_mark if long else "")
    zero = not (whole + fraction).strip("0")
    sign = "−" if value < 0 and not zero else ""
    return sign + whole + (spoken.decimal_mark + fraction if fraction else "")


number_lazy = lazy(number, str)  # written when the page is, in its language: for what a form says
