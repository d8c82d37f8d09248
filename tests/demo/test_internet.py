"""The demo internet, asked as its visitors ask it: over its ports."""

import asyncio
import http.client
import json
import smtplib
import socket
import ssl
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import dns.message
import dns.query
import dns.rcode
import pytest

from demo.choices import Choices
from demo.internet import authenticator, authority, web
from demo.internet.mail import Mailbox
from demo.internet.running import internet_beside
from demo.world import PAGES, network_of
from tests.system.demo_run import free_ports

PAGE = PAGES[0]
PATIENCE = 15  # seconds: a busy machine is no mistake


@pytest.fixture(scope="module")
def choices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Choices]:
    made = Choices(folder=tmp_path_factory.mktemp("demo"), first_port=free_ports(7), speed=720)
    with internet_beside(made):
        yield made


def ask(choices: Choices, address: str, *, port: int | None = None, patience: float = PATIENCE) -> tuple[int, str]:
    scheme, _, rest = address.partition("://")
    host, slash, path = rest.partition("/")
    tls = authority.client_context(choices.folder)
    sock: socket.socket = socket.create_connection(
        ("127.0.0.1", port or (choices.secure_web_port if scheme == "https" else choices.web_port)), timeout=patience
    )
    if scheme == "https":
        sock = tls.wrap_socket(sock, server_hostname=host)
    with sock:
        sock.sendall(f"GET {slash}{path} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        answer = http.client.HTTPResponse(sock)
        answer.begin()
        return answer.status, answer.read().decode()


def press(choices: Choices, path: str, origin: str | None = None, **form: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", choices.operator_port, timeout=PATIENCE)
    body = "&".join(f"{name}={value}" for name, value in form.items())
    headers = {"Host": "localhost", "Origin": origin or f"http://localhost:{choices.operator_port}"}
    connection.request("POST", path, body, headers)
    status = connection.getresponse().status
    connection.close()
    return status


def resolve(choices: Choices, name: str, kind: str = "A", *, over: str = "udp") -> list[dns.message.Message]:
    return [
        getattr(dns.query, over)(dns.message.make_query(name, kind), "127.0.0.1", port=port, timeout=PATIENCE)
        for port in choices.name_ports
    ]


@pytest.mark.parametrize("over", ["udp", "tcp"])
def test_both_resolvers_know_the_demo_names_and_refuse_all_others(choices: Choices, over: str) -> None:
    for answer in resolve(choices, PAGE.host, over=over):
        assert network_of(answer.answer[0][0].address).country == "AL"
    for answer in resolve(choices, PAGE.host, "AAAA", over=over):
        assert (answer.rcode(), answer.answer) == (dns.rcode.NOERROR, [])
    for answer in resolve(choices, "nobody.demo.isigurt.al", over=over):
        assert answer.rcode() == dns.rcode.NXDOMAIN
    for answer in resolve(choices, "example.com", over=over):
        assert answer.rcode() == dns.rcode.REFUSED


def test_a_name_switched_off_is_denied_by_both_resolvers(choices: Choices) -> None:
    assert press(choices, "/name", name="arkiv.demo.isigurt.al", act="off") == 303
    assert {answer.rcode() for answer in resolve(choices, "arkiv.demo.isigurt.al")} == {dns.rcode.NXDOMAIN}
    press(choices, "/name", name="arkiv.demo.isigurt.al", act="on")
    assert {answer.rcode() for answer in resolve(choices, "arkiv.demo.isigurt.al")} == {dns.rcode.NOERROR}


def test_every_page_is_served_under_its_own_address(choices: Choices) -> None:
    for page in PAGES:
        status, text = ask(choices, page.address)
        assert status == 200
        assert page.story.partition(" ·")[0] in text


def test_a_sibling_that_was_never_there_is_not_found(choices: Choices) -> None:
    assert ask(choices, PAGE.address + "0")[0] == 404


def test_a_page_answers_as_the_operator_wishes(choices: Choices) -> None:
    for act, status in (("down", 404), ("error", 500), ("up", 200)):
        assert press(choices, "/page", address=PAGE.address, act=act) == 303
        assert ask(choices, PAGE.address)[0] == status
    press(choices, "/page", address=PAGE.address, act="silent")
    with pytest.raises(TimeoutError):
        ask(choices, PAGE.address, patience=2)
    press(choices, "/page", address=PAGE.address, act="up")


def test_a_condition_outlives_the_demo(tmp_path: Path) -> None:
    made = Choices(folder=tmp_path, first_port=free_ports(7), speed=720)
    with internet_beside(made):
        press(made, "/page", address=PAGE.address, act="down")
    with internet_beside(made):
        assert ask(made, PAGE.address)[0] == 404


def test_a_page_elsewhere_cannot_press_the_buttons(choices: Choices) -> None:
    assert press(choices, "/page", origin="https://evil.example", address=PAGE.address, act="down") == 403
    assert ask(choices, PAGE.address)[0] == 200


def test_only_the_demos_authority_vouches_for_the_demos_names(choices: Choices) -> None:
    with (
        socket.create_connection(("127.0.0.1", choices.secure_web_port), timeout=PATIENCE) as sock,
        pytest.raises(ssl.SSLCertVerificationError),
    ):
        ssl.create_default_context().wrap_socket(sock, server_hostname=PAGE.host)


def test_the_registry_names_the_network_and_its_abuse_contact(choices: Choices) -> None:
    port = choices.registry_port
    status, text = ask(choices, "https://rdap.demo.isigurt.al/ip/28.10.20.31", port=port)
    answer = json.loads(text)
    assert (status, answer["objectClassName"], answer["country"]) == (200, "ip network", "AL")
    (abuse,) = answer["entities"][0]["entities"]
    assert abuse["roles"] == ["abuse"]
    assert ["email", {}, "text", "abuse@strehimi.demo.isigurt.al"] in abuse["vcardArray"][1]
    assert ask(choices, "https://rdap.demo.isigurt.al/ip/8.8.8.8", port=port)[0] == 404
    assert ask(choices, "https://rdap.demo.isigurt.al/ip/nonsense", port=port)[0] == 400


def test_a_mail_is_kept_and_shown_with_its_attachment(choices: Choices) -> None:
    message = EmailMessage()
    message["From"], message["To"] = "hotline@isigurt.al", "abuse@strehimi.demo.isigurt.al"
    message["Subject"], message["Message-ID"] = "Njoftim për përmbajtje <1>", "<one@isigurt.al>"
    message.set_content("Ju lutemi hiqeni.")
    message.add_attachment(b'{"XARF":"4"}', maintype="application", subtype="json", filename="xarf.json")
    with smtplib.SMTP("127.0.0.1", choices.mail_port, timeout=PATIENCE) as relay:
        relay.send_message(message)
    (mail,) = Mailbox(choices.folder / "mail").all()
    assert (mail.text.strip(), mail.message_id) == ("Ju lutemi hiqeni.", "<one@isigurt.al>")
    operator = f"http://localhost/mail/{mail.number}"
    status, text = ask(choices, operator, port=choices.operator_port)
    assert status == 200
    assert "Njoftim për përmbajtje &lt;1&gt;" in text
    assert "&quot;XARF&quot;: &quot;4&quot;" in text


def test_the_operators_pages_let_nothing_in_from_elsewhere(choices: Choices) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", choices.operator_port, timeout=PATIENCE)
    connection.request("GET", "/", headers={"Host": "localhost"})
    answer = connection.getresponse()
    policy, text = answer.getheader("Content-Security-Policy"), answer.read().decode()
    connection.close()
    assert policy.startswith("default-src 'none'")
    assert "<script" not in text
    assert "style=" not in text
    assert ask(choices, "http://elsewhere.example/", port=choices.operator_port)[0] == 421


def test_the_codes_are_those_of_the_standard() -> None:
    # RFC 6238, appendix B: the secret "12345678901234567890" at 59 s, SHA-1, last six of eight digits.
    assert authenticator.one_time_code("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", 59) == "287082"


def test_a_form_that_is_too_large_or_cut_off_does_no_harm() -> None:
    async def visit(sent: bytes) -> bytes:
        async def handle(request: web.Request) -> web.Response:
            return web.Response(request.form.get("a", "").encode())

        port = free_ports(1)
        server = await web.serve(handle, port)
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(sent)
        writer.write_eof()
        answer = await reader.read()
        writer.close()
        await writer.wait_closed()
        server.close()
        return answer

    head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: {}\r\n\r\n"
    assert asyncio.run(visit(head.format(3).encode() + b"a=b")).endswith(b"\r\n\r\nb")
    assert asyncio.run(visit(head.format(100).encode() + b"a=b")) == b""
    assert asyncio.run(visit(head.format(100_000).encode() + b"a" * 100_000)) == b""
