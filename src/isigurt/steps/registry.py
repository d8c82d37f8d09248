"""The steps that exist, by name; each room registers its own in its `steps` module."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from isigurt.steps.rows import StepRow


@dataclass(frozen=True)
class Step:
    """One arrow that needs the worker.

    `due(now)` returns the rows whose state asks for it (leases, back-off and the dead are filtered by the runner);
    `act(row)` is idempotent, opens its own transactions and leaves the row no longer due. `lease` bounds how long a
    killed worker can keep a row from the others. `parallel` rows are worked on at once.
    """

    name: str
    title: str | Promise
    model: type[StepRow]
    due: Callable[[datetime], QuerySet[Any]]
    act: Callable[[Any], None]
    lease: timedelta = timedelta(minutes=2)
    using: str = "default"
    max_attempts: int = 8
    first_wait: timedelta = timedelta(seconds=5)
    longest_wait: timedelta = timedelta(hours=1)
    batch: int = 20
    parallel: int = 1
    describe: Callable[[Any], str] = field(default=lambda row: str(row.pk))


_steps: dict[str, Step] = {}


def register(step: Step) -> Step:
    """Make `step` known; a second step of the same name is a programming error."""
    if step.name in _steps:
        raise ValueError(f"a step named {step.name} exists already")
    _steps[step.name] = step
    return step


def get(name: str) -> Step:
    """Return the step called `name`."""
    return _steps[name]


def all_steps() -> Iterator[Step]:
    """Yield every step, in the order of registration."""
    yield from _steps.values()
