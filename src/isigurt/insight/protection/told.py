"""What readers know of a year's counts from the pages on which its closed quarters were shown."""

from collections.abc import Mapping

from isigurt.insight.protection.merging import LEAST
from isigurt.insight.protection.plan import Plan, Told
from isigurt.insight.protection.rounding import BASE, REACH
from isigurt.insight.register import Cut

QUARTER = "quarter"
# What was published of one quarter: a rounded count for each population, or None where it was too small to be shown.
Numbers = Mapping[str, int | None]


def told_of(plan: Plan, quarters: Mapping[str, Numbers]) -> tuple[Told, ...]:
    """Return what the numbers shown of these quarters say of the plan's counts.

    A number speaks of the records that there were when the quarter was closed. Where a correction has since moved the
    count out of its bounds it spoke of others, and nobody can lay it beside this year's.
    """
    told = []
    for quarter, numbers in quarters.items():
        for population, value in numbers.items():
            cut = Cut(population, (QUARTER,))
            if cut not in plan.counted.cells or (population, QUARTER) not in plan.groups:
                continue
            low, high = bounds(value)
            if low <= plan.count_of(cut, ((quarter,),)).n <= high:
                told.append(Told(cut, ((quarter,),), low, high))
    return tuple(told)


def bounds(value: int | None) -> tuple[int, int]:
    """Return between which numbers a count lies of which this was shown; nothing: that it is small."""
    return (0, LEAST - BASE + REACH) if value is None else (max(0, value - REACH), value + REACH)
