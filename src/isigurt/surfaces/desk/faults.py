"""Says in the log what failed, without a word of what anyone typed: the kind of error and where in the code."""

import logging
import os
import sys
import traceback
from typing import Any

from django.core.signals import got_request_exception
from django.dispatch import receiver

logger = logging.getLogger(__name__)
FRAMES = 6


@receiver(got_request_exception)
def say(sender: Any, **_: Any) -> None:
    """Log the error that is being answered with the 500 page; its own text could quote a report, so it is left out."""
    del sender
    kind, _error, trace = sys.exc_info()
    if kind is None:
        return
    frames = traceback.extract_tb(trace)
    ours = [frame for frame in frames[:-1] if f"{os.sep}isigurt{os.sep}" in frame.filename][-FRAMES:]
    places = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in [*ours, *frames[-1:]]]
    logger.error("a page failed with %s at\n  %s", kind.__name__, "\n  ".join(places))
