"""Sockets disabled for every module of ours that is not on the list of ways out.

An audit hook of the interpreter sees each connection before it is made, whatever library makes it. It cannot be
taken out again, so it is put in once and only looks while it is told to.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from isigurt.safenet.ways_out import WAYS_OUT

_EVENTS = frozenset({"socket.connect", "socket.sendto", "socket.sendmsg", "socket.getaddrinfo", "socket.gethostbyname"})
_ALLOWED = tuple(way.module for way in WAYS_OUT)
_looking: list[bool] = []
_installed: list[bool] = []


class SocketElsewhere(RuntimeError):
    """A module that is not on the list of ways out wanted to connect."""


@contextmanager
def forbidden_elsewhere() -> Iterator[None]:
    """While this lasts, only the ways out may connect, look a name up or send a datagram."""
    if not _installed:
        _installed.append(True)
        sys.addaudithook(_hook)
    _looking.append(True)
    try:
        yield
    finally:
        _looking.pop()


def _hook(event: str, _arguments: tuple[object, ...]) -> None:
    if _looking and event in _EVENTS:
        culprit = _nearest_of_ours(sys._getframe(1))
        if culprit is not None and not is_way_out(culprit):
            message = f"{culprit} wanted to connect ({event})"
            raise SocketElsewhere(message)


def _nearest_of_ours(frame: FrameType | None) -> str | None:
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        if module == "isigurt" or module.startswith("isigurt."):
            return module
        frame = frame.f_back
    return None


def is_way_out(module: str) -> bool:
    """Whether a module, or a package it lies in, is on the list."""
    return any(module == allowed or module.startswith(allowed + ".") for allowed in _ALLOWED)
