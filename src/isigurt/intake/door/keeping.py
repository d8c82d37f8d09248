"""Putting envelopes into the door's store: on the disk (fsync) when `keep` returns.

Envelopes that arrive at the same moment share one transaction, so that many senders wait for one fsync together and
never poll SQLite's lock against each other. There is no thread of its own: whoever comes first writes for all that
wait, then hands over to the first who came meanwhile.
"""

import threading
from collections.abc import Callable, Sequence

from django.db import transaction

from isigurt.intake.door.models import Envelope


class _Ticket:
    __slots__ = ("called", "done", "envelope", "error")

    def __init__(self, envelope: Envelope) -> None:
        self.envelope = envelope
        self.called = threading.Event()
        self.done = False
        self.error: BaseException | None = None


class SharedWrite:
    """Lets threads write together what each of them brings."""

    def __init__(self, write: Callable[[Sequence[Envelope]], None]) -> None:
        self._write = write
        self._mutex = threading.Lock()
        self._waiting: list[_Ticket] = []
        self._writing = False

    def add(self, envelope: Envelope) -> None:
        """Write `envelope`, alone or with others; returns once it is written, raises what the store raised."""
        ticket = _Ticket(envelope)
        with self._mutex:
            self._waiting.append(ticket)
            first, self._writing = not self._writing, True
        if not first:
            ticket.called.wait()
        if not ticket.done:
            self._write_all_waiting()
        if ticket.error is not None:
            raise ticket.error

    def _write_all_waiting(self) -> None:
        with self._mutex:
            tickets, self._waiting = self._waiting, []
        error: BaseException | None = None
        try:
            self._write([ticket.envelope for ticket in tickets])
        except BaseException as raised:  # noqa: BLE001 - each of the waiting raises it in its own thread
            error = raised
        for ticket in tickets:
            ticket.error = error
            ticket.done = True
            ticket.called.set()
        with self._mutex:
            if self._waiting:
                self._waiting[0].called.set()
            else:
                self._writing = False


def _insert(envelopes: Sequence[Envelope]) -> None:
    with transaction.atomic(using="door"):
        Envelope.objects.using("door").bulk_create(envelopes, ignore_conflicts=True)


_shared = SharedWrite(_insert)


def keep(envelope: Envelope) -> None:
    """Store `envelope` unless one of the same name is there already; raises `django.db.Error` when it cannot."""
    _shared.add(envelope)
