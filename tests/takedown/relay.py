"""A real SMTP server that can be told to misbehave; the mails it has taken are in `taken`."""

import asyncio
import contextlib
import email
import email.policy
import socket
import threading
from collections.abc import Iterator
from email.message import EmailMessage
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Relay:
    """`behaviour` is "takes", "refuses" (5xx after the message), "refuses_for_now", "refuses_recipient",
    "drops" (takes the message and hangs up without a word), "holds" (does not answer the end of the message until
    `released`) or "holds_recipient" (the same at the recipient)."""

    def __init__(self) -> None:
        self.behaviour = "takes"
        self.taken: list[EmailMessage] = []
        self.reached = threading.Event()
        self.released = threading.Event()
        self.url = ""

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: Any
    ) -> str:
        if self.behaviour == "holds_recipient":
            await self._hold()
        if self.behaviour == "refuses_recipient":
            return "550 5.1.1 no such person here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        if self.behaviour == "refuses":
            return "554 5.7.1 we do not take this"
        if self.behaviour == "refuses_for_now":
            return "451 4.3.0 come again"
        if self.behaviour == "slow":
            await asyncio.sleep(1)
        message = email.message_from_bytes(envelope.content or b"", policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        self.taken.append(message)
        if self.behaviour == "holds":
            await self._hold()
        if self.behaviour == "drops":
            server.transport.abort()
        return "250 taken"

    async def _hold(self) -> None:
        """Say that this moment is reached, and go on only when the test says so."""
        self.reached.set()
        while not self.released.is_set():  # noqa: ASYNC110 - the test's thread sets it
            await asyncio.sleep(0.02)


@contextlib.contextmanager
def relay() -> Iterator[Relay]:
    made = Relay()
    with socket.create_server(("127.0.0.1", 0)) as chosen:
        port = chosen.getsockname()[1]
    controller = Controller(made, hostname="127.0.0.1", port=port, ready_timeout=10)
    controller.start()
    made.url = f"smtp://127.0.0.1:{port}"
    try:
        yield made
    finally:
        made.released.set()
        controller.stop()
