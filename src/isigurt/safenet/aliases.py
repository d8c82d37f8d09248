"""The names that a host name stands for (CNAME): what a trace needs and a probe does not."""

from collections.abc import Sequence

import dns.exception
import dns.message
import dns.query
import dns.rdatatype

from isigurt.safenet.names import Resolver, Server

LONGEST_CHAIN = 8


def aliases_now(name: str, resolvers: Sequence[Resolver]) -> tuple[str, ...]:
    """The chain of aliases of `name` (ASCII, no root dot), first to last; empty when there is none or no answer."""
    found: list[str] = []
    while len(found) < LONGEST_CHAIN:
        target = _target(found[-1] if found else name, resolvers)
        if target is None or target in found or target == name:
            break
        found.append(target)
    return tuple(found)


def _target(name: str, resolvers: Sequence[Resolver]) -> str | None:
    for resolver in resolvers:
        for server in resolver.servers:
            try:
                return _ask(name, server, resolver.patience)
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
