"""Mail relays on loopback that behave well, and badly in every way a relay can."""

import asyncio
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

BETWEEN_LETTERS = 0.1  # seconds, of a relay that drips


@dataclass
class Mailbox:
    """What a relay accepted."""

    envelopes: list[Envelope] = field(default_factory=list)

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        return "250 OK queued as 4711"


class Answering(Mailbox):
    """Gives a set answer to one command."""

    def __init__(self, command: str, answer: str) -> None:
        super().__init__()

        async def answered(*_: Any) -> str:
            return answer

        setattr(self, f"handle_{command}", answered)


class RefusingOne(Mailbox):
    """Refuses one recipient of several."""

    def __init__(self, refused: str) -> None:
        super().__init__()
        self.refused = refused

    async def handle_RCPT(self, _s: SMTP, _n: Session, envelope: Envelope, address: str, _o: list[str]) -> str:  # noqa: N802
        if address == self.refused:
            return "550 5.1.1 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"


class Dropping(Mailbox):
    """Accepts the message and drops the connection instead of saying so."""

    async def handle_DATA(self, server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        assert server.transport is not None
        server.transport.abort()
        await asyncio.sleep(0.2)
        return "250 OK"


class Slow(Mailbox):
    """Accepts the message and says so too late."""

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.envelopes.append(envelope)
        await asyncio.sleep(10)
        return "250 OK"


def sign_in(_server: SMTP, _session: Session, _envelope: Envelope, _mechanism: str, data: Any) -> AuthResult:
    return AuthResult(success=(data.login, data.password) == (b"isigurt", b"p@ss/word"), handled=False)


@contextmanager
def relay(handler: Mailbox, *, tls: ssl.SSLContext | None = None, **options: Any) -> Iterator[int]:
    """Run a relay on a free port of this machine; yields the port. `tls` encrypts from the start."""
    port = free_port()
    controller = Controller(handler, hostname="127.0.0.1", port=port, ssl_context=tls, **options)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


@contextmanager
def scripted(script: Callable[[socket.socket], None]) -> Iterator[int]:
    """Run a server that does with each connection what `script` does; for what no real relay can be made to do."""
    listener = socket.create_server(("127.0.0.1", 0))
    listener.settimeout(0.1)
    over = threading.Event()

    def serve() -> None:
        while not over.is_set():
            try:
                connection, _ = listener.accept()
            except TimeoutError:
                continue
            with connection:
                connection.settimeout(5)
                with suppress(OSError):
                    script(connection)

    thread = threading.Thread(target=serve)
    thread.start()
    try:
        yield listener.getsockname()[1]
    finally:
        over.set()
        thread.join()
        listener.close()


def until(connection: socket.socket, end: bytes) -> bytes:
    """Read until the bytes end with `end`."""
    got = b""
    while not got.endswith(end):
        more = connection.recv(65536)
        if not more:
            return got
        got += more
    return got


def polite_until(word: str, then: Callable[[socket.socket], None]) -> Callable[[socket.socket], None]:
    """Return a script that answers well up to the command `word` and then does `then`."""

    def script(connection: socket.socket) -> None:
        connection.sendall(b"220 relay\r\n")
        while True:
            line = until(connection, b"\r\n")
            if not line or line.upper().startswith(word.encode()):
                return then(connection) if line else None
            connection.sendall(b"354 go on\r\n" if line.upper().startswith(b"DATA") else b"250 OK\r\n")

    return script


def nothing(connection: socket.socket) -> None:
    """Wait until the other side gives up."""
    until(connection, b"never")


def drip(text: bytes) -> Callable[[socket.socket], None]:
    """Return a script that sends one byte of `text` after another, each in time, all together never."""

    def script(connection: socket.socket) -> None:
        for byte in text:
            connection.sendall(bytes([byte]))
            time.sleep(BETWEEN_LETTERS)

    return script


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
