"""The names that a host name stands for (CNAME): what a trace needs and a probe does not."""

import time
from collections.abc import Sequence

import dns.exception
import dns.message
import dns.query
import dns.rdatatype

from isigurt.safenet.names import Resolver, Server

LONGEST_CHAIN = 8
DEADLINE = 10.0


def aliases_now(name: str, resolvers: Sequence[Resolver], deadline: float = DEADLINE) -> tuple[str, ...]:
    """The chain of aliases of `name` (ASCII, no root dot), first to last; empty when there is none or no answer.

    `deadline` is in seconds and holds for the whole chain; what was found by then is returned.
    """
    until = time.monotonic() + deadline
    found: list[str] = []
    while len(found) < LONGEST_CHAIN:
        target = _target(found[-1] if found else name, resolvers, until)
        if target is None or target in found or target == name:
            break
        found.append(target)
    return tuple(found)


def _target(name: str, resolvers: Sequence[Resolver], until: float) -> str | None:
    for resolver in resolvers:
        for server in resolver.servers:
            left = until - time.monotonic()
            if left <= 0:
                return None
            try:
                return _ask(name, server, min(resolver.patience, left))
            except (dns.exception.DNSException, OSError, ValueError):
                continue
    return None


def _ask(name: str, server: Server, patience: float) -> str | None:
    query = dns.message.make_query(name, dns.rdatatype.CNAME)
    answer, _ = dns.query.udp_with_fallback(query, server.address, timeout=patience, port=server.port)
    for rrset in answer.answer:
        if rrset.rdtype == dns.rdatatype.CNAME:
            return str(rrset[0].target.to_text(omit_final_dot=True)).lower()
    return None
