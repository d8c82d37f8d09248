"""The two verbs, and the only way to a reported address: `probe` and `lookup`.

Every hop, the first as well as each redirect, goes the same way: judge the address (scheme, syntax, host, port,
address), look its name up once, refuse it if any answer is denied, connect to one of those very answers, verify
TLS for the name, read the head. One deadline holds for all of it.
"""

import asyncio
import json
import socket
import ssl
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from isigurt.safenet.address import ALLOWED_PORTS, Judgement, Verdict, judge, judge_redirect
from isigurt.safenet.exchange import (
    REDIRECTS,
    DocumentTooLarge,
    Interrupted,
    Line,
    Request,
    receive_document,
    receive_head,
)
from isigurt.safenet.head import BadHead, Head, HeadTooLarge
from isigurt.safenet.names import NameOutcome
from isigurt.safenet.network import Network, current
from isigurt.safenet.ranges import IPAddress, explain
from isigurt.safenet.results import Hop, LookupResult, Outcome, ProbeResult, Stage

MOST_REDIRECTS = 5
CONNECT_PATIENCE = 4.0  # seconds for one address when the name has others
MOST_ADDRESSES = 4  # of one name that are tried
_HTTP = frozenset({"http", "https"})
_HTTPS = frozenset({"https"})
_RDAP_TYPES = "application/rdap+json, application/json"

_NAME_OUTCOMES = {
    NameOutcome.NXDOMAIN: Outcome.NXDOMAIN,
    NameOutcome.NO_ADDRESS: Outcome.NO_ADDRESS,
    NameOutcome.SERVFAIL: Outcome.SERVFAIL,
    NameOutcome.BAD_ANSWER: Outcome.SERVFAIL,
    NameOutcome.TIMEOUT: Outcome.TIMEOUT,
    NameOutcome.UNREACHABLE: Outcome.TIMEOUT,
}
_NOT_ANSWERED = frozenset({NameOutcome.TIMEOUT, NameOutcome.UNREACHABLE})


class _Ended(Exception):
    """The way ends here, without an answer."""

    def __init__(self, outcome: Outcome, detail: str, verdict: Verdict | None = None) -> None:
        super().__init__(detail)
        self.outcome = outcome
        self.detail = detail
        self.verdict = verdict


@dataclass(slots=True)
class _Way:
    """One verb under way: what it works with, how far it came."""

    asked: str
    network: Network
    schemes: frozenset[str]
    accept: str
    receive: Callable[[Line, Request], Awaitable[Head]]
    hops: list[Hop] = field(default_factory=list)
    stage: Stage = Stage.ADDRESS
    started: float = field(default_factory=time.monotonic)

    def told(self, outcome: Outcome, detail: str = "", verdict: Verdict | None = None) -> dict[str, Any]:
        """The part of a result that both verbs share."""
        return {
            "outcome": outcome,
            "canonical": self.asked,
            "status": self.hops[-1].status if self.hops and outcome is Outcome.ANSWERED else None,
            "hops": tuple(self.hops),
            "stage": self.stage,
            "detail": detail,
            "verdict": verdict,
            "seconds": time.monotonic() - self.started,
        }


async def probe(canonical: str, *, network: Network | None = None) -> ProbeResult:
    """Ask a reported address whether something is there: a GET that is cut off after the head. Never raises.

    The result holds no byte of the content, and nothing of it reaches a log.
    """
    way = _Way(canonical, network or current(), _HTTP, "*/*", receive_head)
    ended, head = await _walk(way)
    if ended is not None or head is None:
        return ProbeResult(**_told_end(way, ended))
    return ProbeResult(**way.told(Outcome.ANSWERED), fingerprint=head.fingerprint(), headers=head.told())


async def lookup(url: str, *, network: Network | None = None) -> LookupResult:
    """Fetch a registry's JSON (RDAP) over https, at most 256 KiB. Never raises.

    The policy is the same as for a probe: a registry's address comes from outside too.
    """
    bodies: list[bytes] = []

    async def receive(line: Line, request: Request) -> Head:
        document = await receive_document(line, request)
        bodies[:] = [document.body]
        return document.head

    way = _Way(url, network or current(), _HTTPS, _RDAP_TYPES, receive)
    ended, head = await _walk(way)
    if ended is not None or head is None:
        return LookupResult(**_told_end(way, ended))
    way.stage = Stage.BODY
    parsed = _json_object(head, bodies[0])
    if parsed is None and 200 <= head.status < 300:
        return LookupResult(**way.told(Outcome.BAD_ANSWER, "the answer is not a JSON object"))
    return LookupResult(**way.told(Outcome.ANSWERED), document=parsed)


def probe_now(canonical: str, *, network: Network | None = None) -> ProbeResult:
    """`probe` for code without an event loop."""
    return asyncio.run(probe(canonical, network=network))


def lookup_now(url: str, *, network: Network | None = None) -> LookupResult:
    """`lookup` for code without an event loop."""
    return asyncio.run(lookup(url, network=network))


def _told_end(way: _Way, ended: _Ended | None) -> dict[str, Any]:
    if ended is None:
        return way.told(Outcome.TIMEOUT, f"no answer within {way.network.deadline:g} s")
    return way.told(ended.outcome, ended.detail, ended.verdict)


async def _walk(way: _Way) -> tuple[_Ended | None, Head | None]:
    """Go from hop to hop under the one deadline; the last head, or why there is none (both None: too late)."""
    try:
        async with asyncio.timeout(way.network.deadline):
            return None, await _follow(way)
    except TimeoutError:
        return None, None
    except _Ended as ended:
        return ended, None


async def _follow(way: _Way) -> Head:
    """Follow at most five redirects, each of them judged like the first address."""
    judgement = judge(way.asked)
    for _ in range(MOST_REDIRECTS + 1):
        _require_allowed(way, judgement)
        head = await _visit(way, judgement)
        locations = set(head.all(b"location")) if head.status in REDIRECTS else set()
        if not locations:
            return head
        if len(locations) > 1:
            raise _Ended(Outcome.BAD_ANSWER, "the redirect leads to several addresses")
        location = locations.pop().decode("utf-8", "surrogateescape")
        judgement = judge_redirect(judgement.canonical, location)
    raise _Ended(Outcome.TOO_MANY_REDIRECTS, f"more than {MOST_REDIRECTS} redirects")


def _require_allowed(way: _Way, judgement: Judgement) -> None:
    way.stage = Stage.ADDRESS
    if not judgement.allowed:
        raise _Ended(Outcome.REFUSED_BY_POLICY, judgement.reason, judgement.verdict)
    if judgement.scheme not in way.schemes:
        reason = f"the scheme {judgement.scheme} is not enough here"
        raise _Ended(Outcome.REFUSED_BY_POLICY, reason, Verdict.DENY_SCHEME)


async def _visit(way: _Way, judgement: Judgement) -> Head:
    """One hop: resolve once, vet every answer, connect to one of those answers, converse."""
    way.hops.append(Hop(judgement.canonical))
    addresses = (judgement.ip,) if judgement.ip is not None else await _vetted_addresses(way, judgement.host)
    way.stage = Stage.CONNECT
    sock, ip = await _connect(way, addresses[:MOST_ADDRESSES], judgement.port)
    way.hops[-1] = Hop(judgement.canonical, str(ip))
    try:
        head = await _converse(way, judgement, sock)
    except ssl.SSLCertVerificationError as error:
        raise _Ended(Outcome.TLS_ERROR, f"certificate: {error.verify_message}") from error
    except (OSError, ValueError, Interrupted) as error:
        if way.stage is Stage.TLS:
            raise _Ended(Outcome.TLS_ERROR, "the TLS handshake failed") from error
        raise _Ended(Outcome.CONNECTION_ERROR, "the connection ended before the answer was whole") from error
    except BadHead as error:
        raise _Ended(Outcome.BAD_ANSWER, "the answer is not HTTP") from error
    except HeadTooLarge as error:
        raise _Ended(Outcome.HEAD_TOO_LARGE, "the head is larger than is read") from error
    except DocumentTooLarge as error:
        raise _Ended(Outcome.BODY_TOO_LARGE, "the document is larger than is read") from error
    way.hops[-1] = Hop(judgement.canonical, str(ip), head.status)
    return head


async def _vetted_addresses(way: _Way, name: str) -> tuple[IPAddress, ...]:
    """The addresses of a name, looked up once; refused when any of them is denied."""
    way.stage = Stage.NAME
    for resolver in way.network.resolvers:
        resolution = await resolver.resolve(name)
        if resolution.outcome not in _NOT_ANSWERED:
            break
    if resolution.outcome is not NameOutcome.FOUND:
        raise _Ended(_NAME_OUTCOMES[resolution.outcome], f"the name gave {resolution.outcome.value}")
    for address in resolution.addresses:
        _require_public(address)
    return resolution.addresses


def _require_public(address: IPAddress) -> None:
    reason = explain(address)
    if reason is not None:
        raise _Ended(Outcome.REFUSED_BY_POLICY, f"it leads to {address}: {reason}", Verdict.DENY_ADDR)


async def _connect(way: _Way, addresses: tuple[IPAddress, ...], port: int) -> tuple[socket.socket, IPAddress]:
    """A connection to the first address that takes one. The policy is asked once more, whoever called."""
    timed_out = False
    for ip in addresses:
        _require_public(ip)
        if port not in ALLOWED_PORTS:
            raise _Ended(Outcome.REFUSED_BY_POLICY, f"port {port}", Verdict.DENY_PORT)
        way.hops[-1] = Hop(way.hops[-1].canonical, str(ip))
        try:
            async with asyncio.timeout(CONNECT_PATIENCE if len(addresses) > 1 else None):
                return await way.network.dialer.connect(ip, port), ip
        except TimeoutError:
            timed_out = True
        except OSError:
            continue
    outcome = Outcome.TIMEOUT if timed_out else Outcome.CONNECTION_ERROR
    raise _Ended(outcome, "no address of the name takes a connection")


async def _converse(way: _Way, judgement: Judgement, sock: socket.socket) -> Head:
    """Request and answer on a new connection, verified for the host's name when the scheme is https."""
    line = Line(sock)
    try:
        if judgement.scheme == "https":
            way.stage = Stage.TLS
            await line.secure(way.network.tls, judgement.host)
        way.stage = Stage.HEAD
        return await way.receive(line, _request(judgement, way.accept))
    finally:
        line.close()


def _request(judgement: Judgement, accept: str) -> Request:
    """What to ask for; the canonical form is `scheme://authority/path?query#fragment`, all ASCII."""
    rest = judgement.canonical.partition("://")[2].partition("#")[0]
    authority, _, target = rest.partition("/")
    return Request(authority, "/" + target, accept)


def _json_object(head: Head, body: bytes) -> dict[str, Any] | None:
    """The body as a JSON object, or None when it is none or is compressed against our wish."""
    if head.all(b"content-encoding") not in ([], [b"identity"]):
        return None
    try:
        parsed = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return parsed if isinstance(parsed, dict) else None
