"""No process outlives the one that started it, even when that one is killed with no time to say so.

Linux sends a process a signal of its choice when the thread that started it ends (prctl(2),
PR_SET_PDEATHSIG). Elsewhere these functions do nothing, and a process left over is found by its taken port at
the next start.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
_prctl = ctypes.CDLL(None).prctl if sys.platform == "linux" else None


def end_with_parent(number: signal.Signals = signal.SIGTERM) -> None:
    """Have the kernel send this process `number` when its parent ends; called early in the child."""
    if _prctl is not None:
        _prctl(PR_SET_PDEATHSIG, int(number))


def forked_children_end_too() -> None:
    """Have every process forked from now on (the web server's own workers) killed when this one ends."""
    os.register_at_fork(after_in_child=lambda: end_with_parent(signal.SIGKILL))
