"""The quarters of a year, and when each is closed."""

from dataclasses import dataclass
from datetime import date, timedelta

# A case is assessed within days, but some come to their end weeks later: what is closed is not touched again.
CLOSED_AFTER = timedelta(days=30)
MONTHS, MONTHS_OF_YEAR = 3, 12


@dataclass(frozen=True, order=True)
class Quarter:
    """One quarter of a year, counted from one."""

    year: int
    number: int

    @property
    def id(self) -> str:
        """How the register names it within its year."""
        return f"q{self.number}"

    @property
    def name(self) -> str:
        """How the ledger names it."""
        return f"{self.year}-{self.id}"

    @property
    def first_day(self) -> date:
        """The day on which it begins."""
        return date(self.year, (self.number - 1) * MONTHS + 1, 1)

    @property
    def last_day(self) -> date:
        """The day on which it ends."""
        return self.next.first_day - timedelta(days=1)

    @property
    def closed_on(self) -> date:
        """The day from which on it is shown."""
        return self.last_day + CLOSED_AFTER

    @property
    def next(self) -> "Quarter":
        """The quarter that follows."""
        return (
            Quarter(self.year + 1, 1) if self.number * MONTHS == MONTHS_OF_YEAR else Quarter(self.year, self.number + 1)
        )


def closed_by(day: date) -> list[Quarter]:
    """Return the closed quarters of this year and the one before, the oldest first. Older ones are the reports'."""
    quarters, each = [], Quarter(day.year - 1, 1)
    while each.closed_on <= day:
        quarters.append(each)
        each = each.next
    return quarters


def next_closed(day: date) -> Quarter:
    """Return the quarter that will be closed next."""
    return closed_by(day)[-1].next
