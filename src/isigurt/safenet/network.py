"""What the two verbs work with: resolvers, a dialer, a TLS context and a deadline.

There is no setting for any of it. A composition (the demo, a test) may install another network, whose dialer
decides where a vetted public address really is; the policy itself is asked in `connection` before the dialer,
and no network can change it.
"""

import asyncio
import socket
import ssl
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

import certifi

from isigurt.safenet.names import Resolver, Server, system_servers
from isigurt.safenet.ranges import IPAddress

DEADLINE = 20.0  # seconds for one verb, from the first DNS query to the last byte
# Quad9 without its blocking: outside every country's block lists, run by a foundation, keeps no addresses.
OUTSIDE_SERVERS = (Server("9.9.9.10"), Server("149.112.112.10"))


class Dialer(Protocol):
    """What opens the TCP connection to an address that has been vetted."""

    async def connect(self, address: IPAddress, port: int) -> socket.socket:
        """A connected, non-blocking socket; raises OSError when there is none to be had."""


class DirectDialer:
    """The dialer of the product: it connects to the very address it is given."""

    async def connect(self, address: IPAddress, port: int) -> socket.socket:
        """Connect to `address` itself."""
        return await connect_to(str(address), port)


async def connect_to(address: str, port: int) -> socket.socket:
    """A connected, non-blocking TCP socket to a numeric address; raises OSError."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.settimeout(0)
        await asyncio.get_running_loop().sock_connect(sock, (address, port))
    except BaseException:
        sock.close()
        raise
    return sock


@dataclass(frozen=True, slots=True)
class Network:
    """The surroundings of one verb. Probes ask the first resolver that answers; `deadline` is in seconds."""

    resolvers: tuple[Resolver, ...]
    dialer: Dialer
    tls: ssl.SSLContext
    deadline: float = DEADLINE

    def __post_init__(self) -> None:
        if not self.resolvers:
            raise ValueError("a network needs a resolver")
        if self.tls.verify_mode is not ssl.CERT_REQUIRED or not self.tls.check_hostname:
            raise ValueError("a network verifies certificates and host names")


def verifying_context(authorities: str | None = None) -> ssl.SSLContext:
    """A client context that verifies; `authorities` is PEM text of extra ones, for demo and tests."""
    context = ssl.create_default_context()
    if context.cert_store_stats()["x509_ca"] == 0:
        context.load_verify_locations(cafile=certifi.where())  # a machine without ca-certificates
    if authorities is not None:
        context.load_verify_locations(cadata=authorities)
    return context


@lru_cache(maxsize=1)
def _product() -> Network:
    outside = Resolver("outside", OUTSIDE_SERVERS, outside=True)
    servers = system_servers()
    local = (Resolver("system", servers),) if servers else ()
    return Network(resolvers=(outside, *local), dialer=DirectDialer(), tls=verifying_context())


_installed: list[Network] = []


def current() -> Network:
    """The network in use: what a composition installed, or the real one."""
    return _installed[-1] if _installed else _product()


def install(network: Network | None) -> Network | None:
    """Use `network` from now on in this process (None: the real one); returns what was installed before.

    Only a composition calls this: `demo/` and the tests.
    """
    before = _installed[-1] if _installed else None
    _installed[:] = [] if network is None else [network]
    return before
