"""The demo's resolvers: DNS over UDP and TCP for the demo's zone; every other name is refused."""

import asyncio
import struct

import dns.exception
import dns.flags
import dns.message
import dns.name
import dns.rcode
import dns.rdataclass
import dns.rdatatype
import dns.rrset

from demo.internet.condition import Conditions
from demo.world import ZONE, addresses

TTL = 30
_zone = dns.name.from_text(ZONE)
_SOA = f"ns.{ZONE}. operator.{ZONE}. 1 3600 600 86400 {TTL}"


def answer(question: dns.message.Message, conditions: Conditions) -> dns.message.Message:
    """Return the answer to `question`."""
    response = dns.message.make_response(question, recursion_available=True)
    if len(question.question) != 1 or question.opcode() != 0:
        response.set_rcode(dns.rcode.REFUSED)
        return response
    asked = question.question[0]
    if not asked.name.is_subdomain(_zone) or asked.rdclass != dns.rdataclass.IN:
        response.set_rcode(dns.rcode.REFUSED)
        return response
    name = asked.name.to_text(omit_final_dot=True).lower()
    address = addresses().get(name)
    if (address is None and name != ZONE) or conditions.is_off(name):
        response.set_rcode(dns.rcode.NXDOMAIN)
        conditions.seen(f"DNS {name}", "NXDOMAIN")
    elif address is not None and asked.rdtype == dns.rdatatype.A:
        response.answer.append(dns.rrset.from_text(asked.name, TTL, "IN", "A", address))
        return response
    response.authority.append(dns.rrset.from_text(_zone, TTL, "IN", "SOA", _SOA))
    return response


def _answer_bytes(wire: bytes, conditions: Conditions) -> bytes | None:
    try:
        return answer(dns.message.from_wire(wire), conditions).to_wire()
    except dns.exception.DNSException:
        return None


class _Datagrams(asyncio.DatagramProtocol):
    def __init__(self, conditions: Conditions) -> None:
        self._conditions = conditions

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self._transport = transport

    def datagram_received(self, data: bytes, addr: tuple[str, int]) -> None:
        if (reply := _answer_bytes(data, self._conditions)) is not None:
            self._transport.sendto(reply, addr)


async def serve(conditions: Conditions, port: int) -> tuple[asyncio.DatagramTransport, asyncio.Server]:
    """Listen on loopback's `port`, UDP and TCP."""

    async def visit(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(5):
                (length,) = struct.unpack("!H", await reader.readexactly(2))
                reply = _answer_bytes(await reader.readexactly(length), conditions)
                if reply is not None:
                    writer.write(struct.pack("!H", len(reply)) + reply)
                    await writer.drain()
        except (TimeoutError, ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()

    loop = asyncio.get_running_loop()
    datagrams, _ = await loop.create_datagram_endpoint(lambda: _Datagrams(conditions), local_addr=("127.0.0.1", port))
    return datagrams, await asyncio.start_server(visit, "127.0.0.1", port)
