"""One request and its answer over a connection that has been opened: the head alone, or a JSON document.

Nothing is reused: each exchange has its own connection, closed at once when the answer is known.
"""

import asyncio
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import h11

from isigurt.safenet.head import END_OF_HEAD, HEAD_LIMIT, MOST_HEADERS, BadHead, Head, HeadTooLarge, read_head

_Done = TypeVar("_Done")

DOCUMENT_LIMIT = 256 * 1024  # bytes of a looked-up document
REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PIECE = 32 * 1024
_SMALL_WINDOW = 32 * 1024  # bytes that the kernel takes in before anybody reads: so much less of a body arrives
# A plain agent: a hotline that names itself would be shown another page than everybody else.
_AGENT = b"Mozilla/5.0"


class DocumentTooLarge(Exception):
    """The document has more bytes than are read."""


class Interrupted(Exception):
    """The other side closed or broke the connection before its answer was whole."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: `authority` as in the Host header, `target` the path and query, both ASCII."""

    authority: str
    target: str
    accept: str = "*/*"

    def to_bytes(self) -> bytes:
        """The request's head: a GET without cookie, authentication or referrer."""
        return b"GET %b HTTP/1.1\r\nHost: %b\r\nUser-Agent: %b\r\nAccept: %b\r\n" % (
            self.target.encode("ascii"),
            self.authority.encode("ascii"),
            _AGENT,
            self.accept.encode("ascii"),
        ) + (b"Accept-Encoding: identity\r\nConnection: close\r\n\r\n")


@dataclass(frozen=True, slots=True)
class Document:
    """An answer with its body."""

    head: Head
    body: bytes


class Line:
    """One TCP connection, plain or through TLS, read only as far as its reader asks.

    It sits on the socket itself and not on asyncio's streams, which read up to 256 KiB ahead and cost a third
    more: so at most one TLS record of a body is ever taken in.
    """

    def __init__(self, sock: socket.socket) -> None:
        self._sock = sock
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, _SMALL_WINDOW)

    async def secure(self, tls: ssl.SSLContext, server_name: str) -> None:
        """The TLS handshake, verified for `server_name`; raises ssl.SSLError, OSError or ValueError."""
        secured = tls.wrap_socket(self._sock, server_hostname=server_name, do_handshake_on_connect=False)
        self._sock = secured
        await self._when_ready(secured.do_handshake, for_writing=False)

    async def send(self, data: bytes) -> None:
        """Send all of `data`."""
        rest = memoryview(data)
        while rest:
            sent = await self._when_ready(lambda: self._sock.send(rest), for_writing=True)  # noqa: B023
            rest = rest[sent:]

    async def receive_into(self, buffer: memoryview) -> int:
        """Read what is there, at most the length of `buffer`; 0 at the end of the connection."""
        return await self._when_ready(lambda: self._sock.recv_into(buffer), for_writing=False)

    def close(self) -> None:
        """Close at once; what the other side has still sent is thrown away by the kernel."""
        self._sock.close()

    async def _when_ready(self, act: Callable[[], _Done], *, for_writing: bool) -> _Done:
        """Do `act`, waiting for the socket as often as that needs."""
        while True:
            try:
                return act()
            except (BlockingIOError, ssl.SSLWantReadError, ssl.SSLWantWriteError) as error:
                if isinstance(error, ssl.SSLError):
                    for_writing = isinstance(error, ssl.SSLWantWriteError)
            await self._ready(for_writing=for_writing)

    async def _ready(self, *, for_writing: bool) -> None:
        loop = asyncio.get_running_loop()
        ready = loop.create_future()
        descriptor = self._sock.fileno()
        if for_writing:
            loop.add_writer(descriptor, _set, ready)
        else:
            loop.add_reader(descriptor, _set, ready)
        try:
            await ready
        finally:
            if for_writing:
                loop.remove_writer(descriptor)
            else:
                loop.remove_reader(descriptor)


def _set(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)


async def receive_head(line: Line, request: Request) -> Head:
    """Send the request and read the head of its answer into a buffer of 16 KiB.

    What arrived behind the head in the same read is overwritten, unparsed. Raises BadHead, HeadTooLarge,
    Interrupted or OSError.
    """
    await line.send(request.to_bytes())
    buffer = bytearray(HEAD_LIMIT)
    with memoryview(buffer) as view:
        filled = start = 0
        while True:
            looked_at = max(start, filled - 2)
            with view[filled:] as free:
                count = await line.receive_into(free)
            if count == 0:
                raise Interrupted
            filled += count
            while (end := END_OF_HEAD.search(buffer, looked_at, filled)) is not None:
                head = read_head(bytes(view[start : end.end()]))
                if head.status >= 200 or head.status == 101:
                    view[end.end() : filled] = bytes(filled - end.end())
                    return head
                start = looked_at = end.end()  # an informational answer: the real one follows
            _check_unfinished(view[start:filled], filled)


def _check_unfinished(begun: memoryview, filled: int) -> None:
    """Stop early at what cannot become a head any more."""
    if not b"HTTP/".startswith(bytes(begun[:5])):
        raise BadHead
    if filled >= HEAD_LIMIT:
        raise HeadTooLarge


async def receive_document(line: Line, request: Request) -> Document:
    """Send the request and read its whole answer; the body of a redirect is not waited for.

    Raises BadHead, HeadTooLarge, DocumentTooLarge, Interrupted or OSError.
    """
    reading = _Reading(request)
    await line.send(request.to_bytes())
    buffer = bytearray(_PIECE)
    while True:
        count = await line.receive_into(memoryview(buffer))
        document = reading.take(bytes(buffer[:count]))
        if document is not None:
            return document
        if count == 0:
            raise Interrupted


class _Reading:
    """An answer with a body, as far as it has come; h11 knows where bodies end."""

    def __init__(self, request: Request) -> None:
        self._reader = h11.Connection(h11.CLIENT, max_incomplete_event_size=HEAD_LIMIT)
        self._reader.send(h11.Request(method="GET", target=request.target, headers=[("Host", request.authority)]))
        self._reader.send(h11.EndOfMessage())
        self._head: Head | None = None
        self._received = 0
        self._body = bytearray()

    def take(self, data: bytes) -> Document | None:
        """Read on with `data` (b"" at the end of the connection); the answer once it is whole."""
        if not data and self._head is None:
            raise Interrupted
        self._received += len(data)
        try:
            self._reader.receive_data(data)
            while (event := self._reader.next_event()) is not h11.NEED_DATA:
                document = self._take_event(event)
                if document is not None:
                    return document
        except h11.RemoteProtocolError as error:
            if not data:
                raise Interrupted from error
            raise (HeadTooLarge if self._head is None and error.error_status_hint == 431 else BadHead) from error
        if self._head is None and self._received > HEAD_LIMIT:
            raise HeadTooLarge
        # A body in chunks of a byte each is six times as long on the wire; nobody sends a document so.
        if self._received > HEAD_LIMIT + 2 * DOCUMENT_LIMIT:
            raise DocumentTooLarge
        return None

    def _take_event(self, event: object) -> Document | None:
        if isinstance(event, h11.Response):
            self._head = _checked_head(event)
            if self._head.status in REDIRECTS:
                return Document(self._head, b"")
        elif isinstance(event, h11.Data):
            self._body += event.data
            if len(self._body) > DOCUMENT_LIMIT:
                raise DocumentTooLarge
        elif isinstance(event, h11.EndOfMessage) and self._head is not None:
            return Document(self._head, bytes(self._body))
        elif isinstance(event, h11.ConnectionClosed) or event is h11.PAUSED:
            raise BadHead  # the answer to a question that was not asked
        return None


def _checked_head(response: h11.Response) -> Head:
    headers = tuple((bytes(name), bytes(value)) for name, value in response.headers)
    if len(headers) > MOST_HEADERS or sum(len(name) + len(value) + 4 for name, value in headers) > HEAD_LIMIT:
        raise HeadTooLarge
    return Head(response.status_code, headers)
