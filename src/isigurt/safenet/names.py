"""Host names looked up: both address families, once, from resolvers that the operator knows.

Queries go out over one connected UDP socket a server (so the kernel drops what comes from elsewhere) with a
fresh port and random ids; a truncated answer is asked for again over TCP.
"""

import asyncio
import secrets
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import dns.resolver

from isigurt.safenet import wire
from isigurt.safenet.ranges import IPAddress
from isigurt.safenet.wire import Kind

_NXDOMAIN = 3  # RFC 1035 4.1.1
_LARGEST_DATAGRAM = 65535
_ROUNDS = 2
_random = secrets.SystemRandom()


class NameOutcome(StrEnum):
    """What a resolver said about a name."""

    FOUND = "found"
    NXDOMAIN = "nxdomain"
    NO_ADDRESS = "no_address"  # the name exists and has no A or AAAA record
    SERVFAIL = "servfail"  # or any other refusal to answer
    TIMEOUT = "timeout"
    BAD_ANSWER = "bad_answer"
    UNREACHABLE = "unreachable"


# What a mixed pair of answers amounts to: the first of these that occurs; NXDOMAIN counts only for both types.
_WORST_FIRST = (
    NameOutcome.TIMEOUT,
    NameOutcome.UNREACHABLE,
    NameOutcome.BAD_ANSWER,
    NameOutcome.SERVFAIL,
    NameOutcome.NO_ADDRESS,
    NameOutcome.NXDOMAIN,
)
_TRY_ANOTHER_SERVER = frozenset(_WORST_FIRST[:4])


@dataclass(frozen=True, slots=True)
class Resolution:
    """One resolver's answer about one name; `outside` says whether that resolver stands outside the country."""

    name: str
    outcome: NameOutcome
    addresses: tuple[IPAddress, ...] = ()
    resolver: str = ""
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Server:
    """The place of one DNS server: an IP address and a port."""

    address: str
    port: int = 53


@dataclass(frozen=True, slots=True)
class _Answer:
    outcome: NameOutcome
    addresses: tuple[IPAddress, ...] = ()


_NOT_ANSWERED = _Answer(NameOutcome.TIMEOUT)


@dataclass(frozen=True, slots=True)
class Resolver:
    """A group of DNS servers that answer alike, tried in order.

    `outside` marks resolvers that stand outside the country or walk the tree themselves, so that a national
    block does not reach them. `patience` is in seconds, for one try at one server.
    """

    label: str
    servers: tuple[Server, ...]
    outside: bool = False
    patience: float = 2.0

    async def resolve(self, name: str) -> Resolution:
        """Look up A and AAAA of `name` (ASCII, no root dot). An answered question is never asked again."""
        answers: dict[Kind, _Answer] = {}
        for server in self.servers * _ROUNDS:
            missing = [kind for kind in Kind if answers.get(kind, _NOT_ANSWERED).outcome in _TRY_ANOTHER_SERVER]
            if not missing or any(answer.addresses for answer in answers.values()):
                break
            answers |= await _ask(server, name, missing, self.patience)
        found = tuple(address for kind in Kind for address in answers.get(kind, _NOT_ANSWERED).addresses)
        if found:
            outcome = NameOutcome.FOUND
        else:
            said = {answers.get(kind, _NOT_ANSWERED).outcome for kind in Kind}
            outcome = next(candidate for candidate in _WORST_FIRST if candidate in said)
        return Resolution(name, outcome, found, self.label, self.outside)


async def ask_everyone(name: str, resolvers: Sequence[Resolver]) -> tuple[Resolution, ...]:
    """What each resolver says about `name`, asked at the same time, in the order of `resolvers`."""
    return tuple(await asyncio.gather(*(resolver.resolve(name) for resolver in resolvers)))


def ask_everyone_now(name: str, resolvers: Sequence[Resolver]) -> tuple[Resolution, ...]:
    """`ask_everyone` for code without an event loop."""
    return asyncio.run(ask_everyone(name, resolvers))


def says_gone(resolutions: Sequence[Resolution]) -> bool:
    """Whether the name is gone: NXDOMAIN from two resolvers, one of them outside, so that a block is no removal."""
    gone = [resolution for resolution in resolutions if resolution.outcome is NameOutcome.NXDOMAIN]
    return len({resolution.resolver for resolution in gone}) > 1 and any(resolution.outside for resolution in gone)


def system_servers() -> tuple[Server, ...]:
    """The DNS servers this machine is set up with; empty when it has none."""
    try:
        configured = dns.resolver.Resolver(configure=True)
    except dns.resolver.NoResolverConfiguration:
        return ()
    return tuple(Server(str(server), configured.port) for server in configured.nameservers)


@dataclass(frozen=True, slots=True)
class _Query:
    kind: Kind
    number: int
    asked: bytes

    def to_wire(self) -> bytes:
        return wire.query(self.number, self.asked)


async def _ask(server: Server, name: str, kinds: Sequence[Kind], patience: float) -> dict[Kind, _Answer]:
    """Ask one server for the given types; what it did not answer in time is reported as a timeout."""
    answers = dict.fromkeys(kinds, _NOT_ANSWERED)
    try:
        numbers = _random.sample(range(1 << 16), len(kinds))  # never the same for two
        queries = [_Query(kind, number, wire.question(name, kind)) for kind, number in zip(kinds, numbers, strict=True)]
    except ValueError:
        return dict.fromkeys(kinds, _Answer(NameOutcome.BAD_ANSWER))
    try:
        async with asyncio.timeout(patience):
            await _exchange(server, queries, answers)
    except TimeoutError:
        pass
    except OSError:
        for kind, answer in answers.items():
            if answer is _NOT_ANSWERED:
                answers[kind] = _Answer(NameOutcome.UNREACHABLE)
    return answers


async def _exchange(server: Server, queries: list[_Query], answers: dict[Kind, _Answer]) -> None:
    """Send all queries and fill `answers` as they come in, until each has one."""
    loop = asyncio.get_running_loop()
    family = socket.AF_INET6 if ":" in server.address else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as sock:
        sock.settimeout(0)
        sock.connect((server.address, server.port))
        for query in queries:
            sock.send(query.to_wire())
        waiting = list(queries)
        while waiting:
            datagram = await loop.sock_recv(sock, _LARGEST_DATAGRAM)
            answered = next((query for query in waiting if wire.answers_to(datagram, query.number)), None)
            if answered is None:
                continue  # a stray or forged datagram
            waiting.remove(answered)
            answers[answered.kind] = await _read(server, answered, datagram)


async def _read(server: Server, query: _Query, datagram: bytes) -> _Answer:
    """What a datagram says; when it was cut short, what the server says over TCP."""
    try:
        message = wire.read(datagram, query.number, query.asked)
        if message.truncated:
            message = wire.read(await _ask_by_stream(server, query), query.number, query.asked)
    except (wire.BadMessage, asyncio.IncompleteReadError):
        return _Answer(NameOutcome.BAD_ANSWER)
    if message.code == _NXDOMAIN:
        return _Answer(NameOutcome.NXDOMAIN)
    if message.code or message.truncated:
        return _Answer(NameOutcome.SERVFAIL)
    return _Answer(NameOutcome.FOUND if message.addresses else NameOutcome.NO_ADDRESS, message.addresses)


async def _ask_by_stream(server: Server, query: _Query) -> bytes:
    """The answer over TCP, framed by its length in two bytes (RFC 1035 4.2.2)."""
    reader, writer = await asyncio.open_connection(server.address, server.port)
    try:
        whole = query.to_wire()
        writer.write(len(whole).to_bytes(2, "big") + whole)
        return await reader.readexactly(int.from_bytes(await reader.readexactly(2), "big"))
    finally:
        writer.transport.abort()
