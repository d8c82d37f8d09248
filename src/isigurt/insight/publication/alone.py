"""One at a time at an edition: who builds, publishes or ends it has it alone."""

import fcntl
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.utils.translation import gettext_noop as _

from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.publication.published import BUILT
from isigurt.insight.speaking import said

BEFORE, MADE = ".built-before", ".built-new-"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Let one process work at a time; the lock goes with the process, however it ends."""
    if not folder.exists():
        yield  # whoever opens it says so
        return
    with (folder / ".building").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise EditionFaulty(
                said(_("The edition {year} is being built or published by somebody else."), year=folder.name)
            ) from error
        _clear(folder)
        yield


def _clear(folder: Path) -> None:
    """Take away what a killed build left, and put back what it had just moved aside."""
    if (folder / BEFORE).exists() and not (folder / BUILT).exists():
        (folder / BEFORE).rename(folder / BUILT)
    for left in folder.glob(".built-*"):
        shutil.rmtree(left)
