"""What is known about counts that nobody published, as a programme: whole numbers, equations and bounds.

HiGHS (in SciPy) finds how small and how large a sum of counts can be. Whole numbers are demanded, because an attacker
knows that children are counted whole: a bound that holds for fractions alone would look safer than it is.
"""

from collections.abc import Hashable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

if TYPE_CHECKING:
    from numpy.typing import NDArray

# A sum of counts: the name of each, any hashable value, and how often it is taken.
Form = Mapping[Any, float]
SMALL = (1, 4)
NEAR = 1e-6
MOST = 1e8  # of which nothing has more
INFEASIBLE = 2


class Contradiction(Exception):
    """No counts at all agree with what is published."""


class Program:
    """Counts by name, all whole and none negative, and what is known of sums of them."""

    def __init__(self) -> None:
        self._places: dict[Hashable, int] = {}
        self._rows: list[tuple[Form, float, float]] = []
        self._known: LinearConstraint | None = None

    def add(self, form: Form, low: float, high: float) -> None:
        """Let it be known that the sum lies between `low` and `high`."""
        for name in form:
            self._places.setdefault(name, len(self._places))
        self._rows.append((form, low, high))
        self._known = None

    def range_of(self, form: Form) -> tuple[int, int]:
        """Return the smallest and the largest whole number that the sum can be."""
        aim = self._matrix([form]).toarray()[0]
        return round(float(aim @ self._solve(aim))), round(float(aim @ self._solve(-aim)))

    def pinned(self, forms: Sequence[Form]) -> list[int]:
        """Return the places of those sums that can be nothing but 1, 2, 3 or 4.

        Every solution is a possible year: it clears all sums that are not small in it, and only the rest is asked for.
        """
        if not forms:
            return []
        matrix = self._matrix(forms)
        together = np.asarray(matrix.sum(axis=0)).ravel()
        open_ = np.ones(len(forms), dtype=bool)
        pinned = []
        for aim in (together, -together):
            open_ &= _is_small(matrix @ self._solve(aim))
        for place in range(len(forms)):
            aim = matrix[[place]].toarray()[0]
            for way in (aim, -aim):
                if open_[place]:
                    open_ &= _is_small(matrix @ self._solve(way))
            if open_[place]:
                pinned.append(place)
                open_[place] = False
        return pinned

    def _matrix(self, forms: Sequence[Form]) -> "csr_array":
        for form in forms:
            for name in form:
                self._places.setdefault(name, len(self._places))
        entries = [(row, self._places[name], value) for row, form in enumerate(forms) for name, value in form.items()]
        rows, columns, values = zip(*entries, strict=True)
        return csr_array((values, (rows, columns)), shape=(len(forms), len(self._places)), dtype=float)

    def _solve(self, aim: "NDArray[np.float64]") -> "NDArray[np.float64]":
        """Return counts that agree with all that is known and make `aim` of them smallest."""
        if self._known is None:
            lows, highs = ([row[end] for row in self._rows] for end in (1, 2))
            self._known = LinearConstraint(self._matrix([row[0] for row in self._rows]), lows, highs)
        whole = np.ones(len(self._places))
        found = milp(aim, integrality=whole, bounds=Bounds(0, MOST), constraints=self._known)
        if found.status == INFEASIBLE:
            raise Contradiction
        if found.x is None:
            raise RuntimeError(f"HiGHS gave up: {found.message}")
        return np.asarray(found.x)


def _is_small(values: "NDArray[np.float64]") -> "NDArray[np.bool_]":
    low, high = SMALL
    return (values > low - 1 + NEAR) & (values < high + 1 - NEAR)
