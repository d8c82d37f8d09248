"""How fast `safenet` probes over HTTPS, beside bare asyncio streams with the same TLS context.

Both open a new connection for each probe to the same server (a process of its own, on loopback) and read the
head. The probe does all it does in production on top: it judges the address, asks a DNS server for A and AAAA,
vets the answers, bounds and reads the head, makes the fingerprint. Prints `name value unit`, medians of five
rounds that alternate, so that both see the same weather. CPU is this process alone: the client.
"""

import asyncio
import multiprocessing
import multiprocessing.synchronize
import socket
import ssl
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from multiprocessing.connection import Connection
from pathlib import Path

import dns.flags
import dns.message
import dns.rrset
import trustme

from isigurt.safenet.connection import probe
from isigurt.safenet.names import Resolver, Server
from isigurt.safenet.network import Network, connect_to
from isigurt.safenet.ranges import IPAddress
from isigurt.safenet.results import Outcome

NAME = "watched.isigurt.al"
PUBLIC_ADDRESS = "93.184.215.14"
ROUNDS = 5
PROBES = 400
AT_ONCE = 8
ANSWER = (
    b"HTTP/1.1 200 OK\r\nServer: bench\r\nDate: Tue, 24 Nov 2026 10:00:00 GMT\r\nContent-Type: text/html\r\n"
    b'Content-Length: 5000\r\nETag: "abc"\r\nLast-Modified: Mon, 23 Nov 2026 10:00:00 GMT\r\n'
    b"Cache-Control: no-store\r\nX-Frame-Options: DENY\r\nVary: Accept\r\nConnection: close\r\n\r\n" + b"x" * 5000
)


class _Web(asyncio.Protocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        if data.endswith(b"\r\n\r\n"):
            self._transport.write(ANSWER)
            self._transport.close()


class _Names(asyncio.DatagramProtocol):
    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._answers: dict[bytes, bytes] = {}

    def datagram_received(self, data: bytes, peer: tuple[str, int]) -> None:
        wire = self._answers.get(data[2:])
        if wire is None:
            query = dns.message.from_wire(data)
            answer = dns.message.make_response(query)
            answer.flags |= dns.flags.RA
            question = query.question[0]
            if question.rdtype == 1:
                answer.answer.append(dns.rrset.from_text(question.name, 60, "IN", "A", PUBLIC_ADDRESS))
            wire = self._answers[data[2:]] = answer.to_wire()[2:]
        self._transport.sendto(data[:2] + wire, peer)


async def _serve(tls: ssl.SSLContext, ports: Connection) -> None:
    loop = asyncio.get_running_loop()
    web = await loop.create_server(_Web, "127.0.0.1", 0, ssl=tls, backlog=1024)
    names, _ = await loop.create_datagram_endpoint(_Names, local_addr=("127.0.0.1", 0))
    ports.send((web.sockets[0].getsockname()[1], names.get_extra_info("sockname")[1]))
    await asyncio.Event().wait()


def serve(chain: str, ports: Connection) -> None:
    """The server process: a web server and a DNS server on loopback."""
    tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    tls.load_cert_chain(chain)
    asyncio.run(_serve(tls, ports))


class BenchDialer:
    def __init__(self, port: int) -> None:
        self._port = port

    async def connect(self, address: IPAddress, port: int) -> socket.socket:
        assert (str(address), port) == (PUBLIC_ADDRESS, 443)
        return await connect_to("127.0.0.1", self._port)


async def bare_probe(port: int, tls: ssl.SSLContext) -> None:
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=tls, server_hostname=NAME)
    writer.write(b"GET /seen/1 HTTP/1.1\r\nHost: %b\r\nConnection: close\r\n\r\n" % NAME.encode())
    await reader.readuntil(b"\r\n\r\n")
    writer.transport.abort()


async def full_probe(network: Network) -> None:
    result = await probe(f"https://{NAME}/seen/1", network=network)
    assert result.outcome is Outcome.ANSWERED, result


async def _measure(one: Callable[[], Awaitable[None]], probes: int) -> tuple[float, float]:
    """(probes a second, client CPU ms a probe)."""

    async def several(count: int) -> None:
        for _ in range(count):
            await one()

    began, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*(several(probes // AT_ONCE) for _ in range(AT_ONCE)))
    return probes / (time.perf_counter() - began), (time.process_time() - cpu) * 1000 / probes


async def compare(web_port: int, dns_port: int, tls: ssl.SSLContext, probes: int) -> dict[str, list[float]]:
    network = Network((Resolver("bench", (Server("127.0.0.1", dns_port),)),), BenchDialer(web_port), tls)
    figures: dict[str, list[float]] = {name: [] for name in ("rate", "cpu", "floor_rate", "floor_cpu", "share")}
    await _measure(lambda: full_probe(network), AT_ONCE * 4)
    await _measure(lambda: bare_probe(web_port, tls), AT_ONCE * 4)
    for _ in range(ROUNDS):
        floor_rate, floor_cpu = await _measure(lambda: bare_probe(web_port, tls), probes)
        rate, cpu = await _measure(lambda: full_probe(network), probes)
        for name, value in zip(figures, (rate, cpu, floor_rate, floor_cpu, 100 * rate / floor_rate), strict=True):
            figures[name].append(value)
    return figures


def main(probes: int = PROBES) -> int:
    authority = trustme.CA()
    certificate = authority.issue_cert(NAME)
    tls = ssl.create_default_context()
    authority.configure_trust(tls)
    spawn = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        chain = Path(folder) / "chain.pem"
        certificate.private_key_and_cert_chain_pem.write_to_path(str(chain))
        here, there = spawn.Pipe()
        server = spawn.Process(target=serve, args=(str(chain), there), daemon=True)
        server.start()
        try:
            web_port, dns_port = here.recv()
            figures = asyncio.run(compare(web_port, dns_port, tls, probes))
        finally:
            server.terminate()
            server.join()
    middle = {name: statistics.median(values) for name, values in figures.items()}
    print(f"watch_probes {middle['rate']:.0f} probes/s")
    print(f"watch_probe_cpu {middle['cpu']:.2f} ms")
    print(f"watch_floor {middle['floor_rate']:.0f} probes/s")
    print(f"watch_floor_cpu {middle['floor_cpu']:.2f} ms")
    print(f"watch_share_of_floor {middle['share']:.0f} %")
    return 0


if __name__ == "__main__":
    sys.exit(main())
