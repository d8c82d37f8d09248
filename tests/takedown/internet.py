"""A small real internet on loopback: two name servers, web hosts over TLS, a registry, a mail relay."""

import json
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import BaseRequestHandler, ThreadingUDPServer
from typing import Any

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import trustme

from isigurt.safenet import network
from isigurt.safenet.names import Resolver, Server

LOOPBACK = "127.0.0.1"
REGISTRY_NAME = "rdap.regjistri-provash.al"
REGISTRY_IP = "28.2.2.53"
NXDOMAIN, SERVFAIL, SILENT = "nxdomain", "servfail", "silent"


@dataclass
class Page:
    """What a web host does when it is asked: a status with headers, after a while, or raw bytes."""

    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    after: float = 0
    raw: bytes | None = None


@dataclass
class Internet:
    """What the servers answer; tests change it while they run. `asked` is what was asked, in order."""

    names: dict[str, Any] = field(default_factory=dict)
    inside: dict[str, Any] = field(default_factory=dict)  # what the resolver in the country says instead
    aliases: dict[str, str] = field(default_factory=dict)
    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    missing: Page = field(default_factory=lambda: Page(404))
    registry: dict[str, Any] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)
    under: network.Network | None = None

    def host(self, name: str, ip: str, **pages: Page) -> None:
        self.names[name] = [ip]
        for path, page in pages.items():
            self.pages[name, f"/{path}"] = page


class _Names(BaseRequestHandler):
    server: Any

    def handle(self) -> None:
        data, sock = self.request
        query = dns.message.from_wire(data)
        name = query.question[0].name.to_text(omit_final_dot=True)
        known = {**self.server.internet.names, **(self.server.internet.inside if self.server.is_inside else {})}
        found = known.get(name, NXDOMAIN)
        if found == SILENT:
            return
        answer = dns.message.make_response(query)
        answer.flags |= dns.flags.RA
        if found == NXDOMAIN:
            answer.set_rcode(dns.rcode.NXDOMAIN)
        elif found == SERVFAIL:
            answer.set_rcode(dns.rcode.SERVFAIL)
        elif query.question[0].rdtype == dns.rdatatype.CNAME and name in self.server.internet.aliases:
            alias = f"{self.server.internet.aliases[name]}."
            answer.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", "CNAME", alias))
        elif query.question[0].rdtype == dns.rdatatype.A:
            owner = f"{name}."
            if name in self.server.internet.aliases:
                alias = f"{self.server.internet.aliases[name]}."
                answer.answer.append(dns.rrset.from_text(owner, 60, "IN", "CNAME", alias))
                owner = alias
            answer.answer.append(dns.rrset.from_text(owner, 60, "IN", "A", *found))
        sock.sendto(answer.to_wire(), self.client_address)


class _Web(BaseHTTPRequestHandler):
    server: Any
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        internet: Internet = self.server.internet
        host = (self.headers["Host"] or "").partition(":")[0]
        internet.asked.append(f"{host}{self.path}")
        if host == REGISTRY_NAME:
            self._registry(internet)
            return
        page = internet.pages.get((host, self.path), internet.missing)
        time.sleep(page.after)
        self.close_connection = True
        if page.raw is not None:
            self.wfile.write(page.raw)
            return
        self.send_response(page.status)
        for name, value in page.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _registry(self, internet: Internet) -> None:
        found = internet.registry.get(self.path.rpartition("/")[2], 404)
        self.close_connection = True
        if isinstance(found, Page):
            time.sleep(found.after)
            if found.raw is not None:
                self.wfile.write(found.raw)
                return
            found = found.status
        if isinstance(found, int):
            self.send_response(found)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        body = json.dumps(found).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/rdap+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


class _WebServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:  # a probe hangs up in the middle: that is how it works
        pass


class _Dialer:
    def __init__(self, plain: int, secure: int) -> None:
        self._ports = {80: plain, 443: secure}

    async def connect(self, address: Any, port: int) -> Any:
        if str(address) == "28.9.9.9":  # where nothing listens
            raise ConnectionRefusedError
        return await network.connect_to(LOOPBACK, self._ports[port])


def _serve(stack: ExitStack, server: Any) -> int:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    stack.callback(thread.join)
    stack.callback(server.server_close)
    stack.callback(server.shutdown)
    return int(server.server_address[1])


@contextmanager
def internet() -> Iterator[Internet]:
    """Run the servers and put them under `safenet`; the address policy stays as it is."""
    world = Internet(names={REGISTRY_NAME: [REGISTRY_IP]})
    authority = trustme.CA()
    with ExitStack() as stack:
        ports = []
        for is_inside in (False, True):
            server: Any = ThreadingUDPServer((LOOPBACK, 0), _Names)
            server.internet, server.is_inside, server.daemon_threads = world, is_inside, True
            ports.append(_serve(stack, server))
        plain: Any = _WebServer((LOOPBACK, 0), _Web)
        secure: Any = _WebServer((LOOPBACK, 0), _Web)
        plain.internet = secure.internet = world
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        authority.issue_cert(REGISTRY_NAME, "*.faqe-prove.al", "faqe-prove.al").configure_cert(context)
        # The handshake in the connection's own thread, so that one that never ends holds up no other.
        secure.socket = context.wrap_socket(secure.socket, server_side=True, do_handshake_on_connect=False)
        world.under = network.Network(
            resolvers=(
                Resolver("outside", (Server(LOOPBACK, ports[0]),), outside=True, patience=0.3),
                Resolver("inside", (Server(LOOPBACK, ports[1]),), patience=0.3),
            ),
            dialer=_Dialer(_serve(stack, plain), _serve(stack, secure)),
            tls=network.verifying_context(authority.cert_pem.bytes().decode()),
            deadline=2.0,
        )
        before = network.install(world.under)
        stack.callback(network.install, before)
        yield world


def registry_answer(*mails: str, country: str = "NL", name: str = "PROVE-NET", **more: Any) -> dict[str, Any]:
    """What a registry says about a network whose holder has these abuse contacts."""

    def card(title: str, mail: str = "") -> list[Any]:
        fields: list[Any] = [["version", {}, "text", "4.0"], ["fn", {}, "text", title], ["kind", {}, "text", "org"]]
        return ["vcard", [*fields, *([["email", {}, "text", mail]] if mail else [])]]

    return {
        "objectClassName": "ip network",
        "handle": "NET-PROVE",
        "name": name,
        "startAddress": "28.77.1.0",
        "endAddress": "28.77.1.255",
        "ipVersion": "v4",
        "country": country,
        "entities": [
            {"objectClassName": "entity", "handle": "O", "roles": ["registrant"], "vcardArray": card("Prove Hosting")},
            *(
                {"objectClassName": "entity", "handle": "A", "roles": ["abuse"], "vcardArray": card("Abuse", mail)}
                for mail in mails
            ),
        ],
        **more,
    }
