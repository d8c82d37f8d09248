"""A small HTTP/1.1 server: enough for the demo's hosts, and no more. One request a connection."""

import asyncio
import ssl
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

import h11

LARGEST_BODY = 64 * 1024
PATIENCE = 20.0


@dataclass(frozen=True)
class Request:
    """What came: the host without its port, the path without its query, the form's first values."""

    method: str
    host: str
    path: str
    query: dict[str, str]
    form: dict[str, str]
    headers: dict[str, str]


@dataclass(frozen=True)
class Response:
    """What goes back."""

    body: bytes = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: dict[str, str] = field(default_factory=dict)


Handler = Callable[[Request], Awaitable[Response | None]]


def _first_values(text: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(text).items()}


async def _read(connection: h11.Connection, reader: asyncio.StreamReader) -> Request | None:
    head: h11.Request | None = None
    body = b""
    while True:
        event = connection.next_event()
        if event is h11.NEED_DATA:
            connection.receive_data(await reader.read(8192))
        elif isinstance(event, h11.Request):
            head = event
        elif isinstance(event, h11.Data):
            body += bytes(event.data)
            if len(body) > LARGEST_BODY:
                return None
        elif isinstance(event, h11.EndOfMessage):
            break
        else:
            return None
    if head is None:
        return None
    headers = {name.decode("ascii"): value.decode("latin-1") for name, value in head.headers}
    target = urlsplit(head.target.decode("latin-1"))
    return Request(
        method=head.method.decode("ascii"),
        host=headers.get("host", "").partition(":")[0].lower(),
        path=target.path,
        query=_first_values(target.query),
        form=_first_values(body.decode("utf-8", "replace")),
        headers=headers,
    )


def _answer(connection: h11.Connection, response: Response, *, without_body: bool) -> bytes:
    headers = {
        "Content-Type": response.kind,
        "Content-Length": str(len(response.body)),
        "Connection": "close",
        **response.headers,
    }
    head = h11.Response(
        status_code=response.status,
        headers=list(headers.items()),
        reason=HTTPStatus(response.status).phrase.encode(),
    )
    sent = connection.send(head) or b""
    if not without_body:
        sent += connection.send(h11.Data(data=response.body)) or b""
    return sent


async def serve(handler: Handler, port: int, *, tls: ssl.SSLContext | None = None) -> asyncio.Server:
    """Listen on loopback's `port` and let `handler` answer; None from it leaves the visitor waiting."""

    async def visit(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        connection = h11.Connection(h11.SERVER)
        try:
            async with asyncio.timeout(PATIENCE):
                request = await _read(connection, reader)
                if request is None:
                    return
                response = await handler(request)
                if response is None:
                    await asyncio.sleep(PATIENCE * 2)
                    return
                writer.write(_answer(connection, response, without_body=request.method == "HEAD"))
                await writer.drain()
        except (TimeoutError, ConnectionError, ssl.SSLError, h11.RemoteProtocolError):
            pass
        finally:
            writer.close()

    return await asyncio.start_server(visit, "127.0.0.1", port, ssl=tls)
