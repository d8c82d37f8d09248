"""What the gate found and did, as codes: files keep them, and readers are told in words (`publication/remedies.py`)."""

from dataclasses import dataclass

from isigurt.insight.protection.merging import Group

MERGED = "merged"
LEFT_OUT = "left_out"


@dataclass(frozen=True)
class Remedy:
    """What was done: the row `rows` of a population was merged with its smallest neighbour, or a table's cut left out.

    `of` is the population or the table, `by` what it is broken down by.
    """

    act: str
    of: str
    by: tuple[str, ...]
    rows: Group = ()


@dataclass(frozen=True)
class Sum:
    """What a sum counts: those of a population in these rows, without `but`'s row, or those `outside` another one."""

    population: str
    rows: tuple[tuple[str, Group], ...]
    but: str = ""
    outside: str = ""
