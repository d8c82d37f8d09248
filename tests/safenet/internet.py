"""A small internet on loopback for these tests: real DNS servers, real TLS, public addresses mapped to loopback.

The dialer is the only thing that differs from the product; whatever the policy lets through is dialled here.
"""

import asyncio
import socket
import ssl
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any, Self, TypeVar

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import trustme

from isigurt.safenet.names import Resolver, Server
from isigurt.safenet.network import Network, connect_to
from isigurt.safenet.ranges import IPAddress

Script = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
Value = TypeVar("Value")

PLACE = "93.184.215.14"  # public addresses that no test ever reaches
OTHER_PLACE = "93.184.215.15"
PLACE_6 = "2606:4700::1111"


class Names:
    """A DNS server over UDP and TCP. `zone` maps a name to the answers of its queries, the last one for ever."""

    def __init__(self) -> None:
        self.zone: dict[str, deque[list[str] | dns.rcode.Rcode | bytes | None]] = {}
        self.aliases: dict[str, str] = {}
        self.asked: list[tuple[str, str]] = []
        self.over_tcp = 0
        self.truncate = False
        self.port = 0

    def say(self, name: str, *answers: list[str] | dns.rcode.Rcode | bytes | None) -> None:
        """What to answer for `name`: addresses, a response code, raw bytes behind the id, or None for silence."""
        self.zone[name] = deque(answers)

    async def start(self, stack: AsyncExitStack, address: str = "127.0.0.1") -> None:
        loop = asyncio.get_running_loop()
        stream = await asyncio.start_server(self._stream, address, 0)
        stack.callback(stream.close)
        self.port = stream.sockets[0].getsockname()[1]
        transport, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(self), local_addr=(address, self.port))
        stack.callback(transport.close)

    def answer(self, wire: bytes, *, truncate: bool = False) -> bytes | None:
        query = dns.message.from_wire(wire)
        question = query.question[0]
        name, kind = question.name.to_text(omit_final_dot=True), dns.rdatatype.to_text(question.rdtype)
        self.asked.append((name, kind))
        said = self._said(name, kind)
        if said is None or isinstance(said, bytes):
            return said and wire[:2] + said
        reply = dns.message.make_response(query)
        if truncate:
            reply.flags |= dns.flags.TC
        elif isinstance(said, dns.rcode.Rcode):
            reply.set_rcode(said)
        else:
            owner = self.aliases.get(name, name) + "."
            if owner != name + ".":
                reply.answer.append(dns.rrset.from_text(name + ".", 60, "IN", "CNAME", owner))
            fitting = [address for address in said if (":" in address) == (kind == "AAAA")]
            if fitting:
                reply.answer.append(dns.rrset.from_text(owner, 60, "IN", kind, *fitting))
        return reply.to_wire(max_size=65535)

    def _said(self, name: str, kind: str) -> list[str] | dns.rcode.Rcode | bytes | None:
        said = self.zone.get(f"{name} {kind}", self.zone.get(name))
        if said is None:
            return dns.rcode.NXDOMAIN
        return said.popleft() if len(said) > 1 else said[0]

    async def _stream(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.over_tcp += 1
        wire = await reader.readexactly(int.from_bytes(await reader.readexactly(2), "big"))
        reply = self.answer(wire) or b""
        writer.write(len(reply).to_bytes(2, "big") + reply)
        writer.close()


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, names: Names) -> None:
        self._names = names

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def datagram_received(self, data: bytes, peer: Any) -> None:
        reply = self._names.answer(data, truncate=self._names.truncate)
        if reply is not None:
            self._transport.sendto(reply, peer)


class LoopbackDialer:
    """Maps public addresses onto loopback ports and refuses all others, as the demo's does."""

    def __init__(self) -> None:
        self.table: dict[tuple[str, int], int] = {}
        self.silent: set[str] = set()
        self.dialled: list[tuple[str, int]] = []

    async def connect(self, address: IPAddress, port: int) -> socket.socket:
        self.dialled.append((str(address), port))
        if str(address) in self.silent:
            await asyncio.Event().wait()
        place = self.table.get((str(address), port))
        if place is None:
            raise ConnectionRefusedError
        return await connect_to("127.0.0.1", place)


class Internet:
    """Names, web servers and the network that leads to them."""

    def __init__(self, authority: trustme.CA) -> None:
        self.names = Names()
        self.dialer = LoopbackDialer()
        self.requests: list[bytes] = []
        self._authority = authority
        self._stack = AsyncExitStack()
        self._tasks: set[asyncio.Task[Any]] = set()
        self.tls = ssl.create_default_context()
        authority.configure_trust(self.tls)

    async def __aenter__(self) -> Self:
        await self.names.start(self._stack)
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._stack.aclose()
        await asyncio.sleep(0)

    def network(self, *, deadline: float = 5.0, patience: float = 2.0) -> Network:
        resolver = Resolver("loopback", (Server("127.0.0.1", self.names.port),), patience=patience)
        return Network((resolver,), self.dialer, self.tls, deadline)

    async def web(
        self, script: Script, *, name: str = "faqja.isigurt.al", at: str = PLACE, port: int = 443, **certificate: Any
    ) -> None:
        """Serve `name` at a public address by `script`; with TLS unless the port is that of plain HTTP."""
        tls = None
        if port in {443, 8443}:
            tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            issued_for = certificate.pop("issued_for", name)
            self._authority.issue_cert(issued_for, **certificate).configure_cert(tls)
        self.names.zone.setdefault(name, deque([[at]]))
        server = await asyncio.start_server(self._guarded(script), "127.0.0.1", 0, ssl=tls)
        self._stack.callback(server.close)
        self.dialer.table[at, port] = server.sockets[0].getsockname()[1]

    def _guarded(self, script: Script) -> Script:
        async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.current_task()
            assert task is not None
            self._tasks.add(task)
            try:
                self.requests.append(await reader.readuntil(b"\r\n\r\n"))
                await script(reader, writer)
            except (OSError, asyncio.IncompleteReadError, asyncio.CancelledError):
                pass
            finally:
                self._tasks.discard(task)
                writer.transport.abort()

        return serve


def answers(*pieces: bytes, pause: float = 0.0, hold: bool = False) -> Script:
    """A script that sends the pieces, waiting before each, then closes (or holds the connection open)."""

    async def script(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for piece in pieces:
            await asyncio.sleep(pause)
            writer.write(piece)
            await writer.drain()
        if hold:
            await asyncio.Event().wait()
        writer.close()
        await writer.wait_closed()

    return script


def endless(pieces: Callable[[], AsyncIterator[bytes]]) -> Script:
    """A script that sends what `pieces` yields until the other side goes away."""

    async def script(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async for piece in pieces():
            writer.write(piece)
            await writer.drain()

    return script


def redirect(to: str, status: int = 302) -> Script:
    return answers(b"HTTP/1.1 %d Found\r\nLocation: %b\r\nContent-Length: 0\r\n\r\n" % (status, to.encode()))


def run(authority: trustme.CA, scenario: Callable[[Internet], Coroutine[Any, Any, Value]]) -> Value:
    """Run one scenario in an internet of its own."""

    async def whole() -> Value:
        async with Internet(authority) as internet:
            return await scenario(internet)

    return asyncio.run(whole())
