"""What the demo puts under the product: a network that ends on this machine, and a fast clock.

The product has no setting for either. The address policy stays the product's own: it is asked before the dialer.
"""

import asyncio
import socket

from demo import clock as demo_clock
from demo.choices import Choices
from demo.internet.authority import AUTHORITY
from demo.world import HOSTS, REGISTRY
from isigurt import clock
from isigurt.safenet import network
from isigurt.safenet.names import Resolver, Server
from isigurt.safenet.ranges import IPAddress

LOOPBACK = "127.0.0.1"
PLAIN, SECURE = 80, 443


class LoopbackDialer:
    """Connects the demo's public addresses to the demo's ports on this machine; there is no other way out."""

    def __init__(self, choices: Choices) -> None:
        self._ports = {(REGISTRY.address, SECURE): choices.registry_port}
        for host in HOSTS:
            self._ports[host.address, PLAIN] = choices.web_port
            self._ports[host.address, SECURE] = choices.secure_web_port

    async def connect(self, address: IPAddress, port: int) -> socket.socket:
        """Connect to where the demo keeps `address`; raises ConnectionRefusedError for every other."""
        local = self._ports.get((str(address), port))
        if local is None:
            await asyncio.sleep(0)
            raise ConnectionRefusedError(f"the demo's internet has no {address} port {port}")
        return await network.connect_to(LOOPBACK, local)


def demo_network(choices: Choices) -> network.Network:
    """Return the demo's network: two resolvers, the loopback dialer, TLS verified with the demo's authority too."""
    outside, inside = choices.name_ports
    return network.Network(
        resolvers=(
            Resolver("demo outside", (Server(LOOPBACK, outside),), outside=True),
            Resolver("demo inside", (Server(LOOPBACK, inside),)),
        ),
        dialer=LoopbackDialer(choices),
        tls=network.verifying_context((choices.folder / AUTHORITY).read_text("ascii")),
        deadline=10.0,
    )


def install(*, role: str) -> None:
    """Put the demo under this process; `front` reaches no network and gets the clock alone."""
    choices = Choices.read()
    clock.install(demo_clock.read(choices))
    if role != "front":
        network.install(demo_network(choices))
