import ssl
import time
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest
import trustme
from hypothesis import given, settings
from hypothesis import strategies as st

from isigurt.post.relay import (
    Delivery,
    Outcome,
    Patience,
    Phase,
    Relay,
    RelayMisconfiguredError,
    _as_sent,
    deliver,
    is_mail_address,
)
from tests.post import servers
from tests.post.servers import Answering, Dropping, Mailbox, RefusingOne, Slow, relay, scripted

# Room enough for a busy machine: only a relay that never answers is waited for impatiently.
PATIENCE = Patience(connect=20, answer=20, end=20, whole=60)
IMPATIENCE = Patience(connect=0.6, answer=0.4, end=0.4, whole=1)


def message(*, to: str = "abuse@host.example", body: str = "Njoftim për përmbajtje të paligjshme\n") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "iSIGURT <notice@isigurt.al>"
    mail["To"] = to
    mail["Subject"] = "Njoftim"
    mail.set_content(body)
    return mail


def send(
    port: int,
    *,
    scheme: str = "smtp",
    user: str = "",
    mail: EmailMessage | None = None,
    patience: Patience = PATIENCE,
) -> Delivery:
    address = f"{scheme}://{user}127.0.0.1:{port}"
    return deliver(mail or message(), relay=address, patience=patience)


def test_a_message_is_handed_over_with_the_relays_answer_as_evidence():
    mailbox = Mailbox()
    with relay(mailbox) as port:
        delivery = send(port)
    assert delivery == Delivery(Outcome.HANDED_OVER, Phase.END, 250, "OK queued as 4711")
    assert not delivery.certainly_not_sent
    (envelope,) = mailbox.envelopes
    assert (envelope.mail_from, envelope.rcpt_tos) == ("notice@isigurt.al", ["abuse@host.example"])


def test_hidden_recipients_get_the_message_and_stay_hidden():
    mailbox = Mailbox()
    mail = message(to="Abuse <abuse@host.example>, noc@host.example")
    mail["Bcc"] = "lead@isigurt.al"
    with relay(mailbox) as port:
        send(port, mail=mail)
    (envelope,) = mailbox.envelopes
    assert envelope.rcpt_tos == ["abuse@host.example", "noc@host.example", "lead@isigurt.al"]
    assert b"lead@isigurt.al" not in envelope.content
    assert mail["Bcc"] == "lead@isigurt.al"


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_no_text_can_end_the_message_early_or_reach_the_relay_as_a_command(body: str):
    sent = _as_sent(message(body=body))
    lines = sent.split(b"\r\n")
    assert b"." not in lines
    assert all(b"\r" not in line and b"\n" not in line for line in lines)
    assert sent.isascii()


@pytest.mark.parametrize("body", [".\n", "a\n.\nQUIT\n", "..\n", "ë\n.\n", "a" * 2000 + "\n"])
def test_a_text_arrives_as_it_was_written(body: str):
    from email import message_from_bytes, policy  # noqa: PLC0415

    mailbox = Mailbox()
    with relay(mailbox) as port:
        send(port, mail=message(body=body))
    (envelope,) = mailbox.envelopes
    received = message_from_bytes(envelope.content, policy=policy.default)
    assert received.get_content().replace("\r\n", "\n") == body


def test_a_relay_that_is_down_has_nothing():
    delivery = send(servers.free_port())
    assert (delivery.outcome, delivery.phase) == (Outcome.NOT_CONNECTED, Phase.CONNECT)
    assert delivery.certainly_not_sent
    assert not delivery.for_good


def test_a_relay_whose_name_does_not_exist_has_nothing():
    delivery = deliver(message(), relay="smtp://no-such-host.invalid:25", patience=PATIENCE)
    assert delivery.outcome is Outcome.NOT_CONNECTED


def test_without_a_relay_nothing_is_sent():
    assert deliver(message(), relay="").outcome is Outcome.NOT_CONNECTED


@pytest.mark.parametrize(
    ("command", "answer", "outcome", "phase"),
    [
        ("MAIL", "550 5.7.1 not from you", Outcome.REFUSED, Phase.SENDER),
        ("MAIL", "451 later", Outcome.REFUSED, Phase.SENDER),
        ("RCPT", "550 5.1.1 no such user", Outcome.REFUSED_RECIPIENT, Phase.RECIPIENT),
        ("RCPT", "450 greylisted", Outcome.REFUSED_RECIPIENT, Phase.RECIPIENT),
        ("DATA", "554 spam", Outcome.REFUSED, Phase.END),
        ("DATA", "452 disk full", Outcome.REFUSED, Phase.END),
    ],
)
def test_a_refusal_at_each_phase_is_not_sent_for_certain(command: str, answer: str, outcome: Outcome, phase: Phase):
    with relay(Answering(command, answer)) as port:
        delivery = send(port)
    assert (delivery.outcome, delivery.phase, delivery.code) == (outcome, phase, int(answer[:3]))
    assert delivery.certainly_not_sent
    assert delivery.for_good == answer.startswith("5")
    assert answer[4:] in delivery.reply


def test_a_relay_that_does_not_greet_back_is_a_refusal():
    def refuse(connection: servers.socket.socket) -> None:
        connection.sendall(b"220 relay\r\n")
        while servers.until(connection, b"\r\n"):
            connection.sendall(b"550 not you\r\n")

    with scripted(refuse) as port:
        delivery = send(port)
    assert (delivery.outcome, delivery.phase, delivery.code) == (Outcome.REFUSED, Phase.CONNECT, 550)


def test_a_relay_that_wants_nobody_now_is_a_refusal():
    with scripted(lambda connection: connection.sendall(b"421 too busy\r\n")) as port:
        delivery = send(port)
    assert (delivery.outcome, delivery.phase, delivery.code) == (Outcome.REFUSED, Phase.CONNECT, 421)


def test_when_one_recipient_is_refused_none_gets_the_message():
    handler = RefusingOne("gone@host.example")
    with relay(handler) as port:
        delivery = send(port, mail=message(to="abuse@host.example, gone@host.example"))
    assert delivery.outcome is Outcome.REFUSED_RECIPIENT
    assert handler.envelopes == []


def test_a_connection_dropped_after_the_message_leaves_it_unsure():
    handler = Dropping()
    with relay(handler) as port:
        delivery = send(port)
    assert (delivery.outcome, delivery.phase) == (Outcome.UNSURE, Phase.END)
    assert not delivery.certainly_not_sent
    assert not delivery.for_good
    assert len(handler.envelopes) == 1


def test_an_answer_that_comes_too_late_leaves_it_unsure():
    handler = Slow()
    with relay(handler) as port:
        delivery = send(port, patience=Patience(connect=20, answer=20, end=0.4, whole=60))
    assert delivery.outcome is Outcome.UNSURE
    assert len(handler.envelopes) == 1


@pytest.mark.parametrize("answer", [b"hello\r\n", b"999 what\r\n", b"\r\n", b"25", b"250-OK\r\n", b"x" * 10000])
def test_an_answer_to_the_message_that_is_none_leaves_it_unsure(answer: bytes):
    def garbled(connection: servers.socket.socket) -> None:
        connection.sendall(b"354 go on\r\n")
        servers.until(connection, b"\r\n.\r\n")
        connection.sendall(answer)

    with scripted(servers.polite_until("DATA", garbled)) as port:
        assert send(port).outcome is Outcome.UNSURE


@pytest.mark.parametrize("word", ["EHLO", "MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("end", [servers.nothing, lambda connection: None], ids=["silence", "a drop"])
def test_a_relay_lost_before_the_message_has_nothing(word: str, end: Callable[[servers.socket.socket], None]):
    with scripted(servers.polite_until(word, end)) as port:
        delivery = send(port, patience=IMPATIENCE)
    assert delivery.outcome is Outcome.NOT_CONNECTED


def test_a_relay_lost_in_the_middle_of_the_message_has_nothing():
    def lose(connection: servers.socket.socket) -> None:
        connection.sendall(b"354 go on\r\n")
        connection.recv(1000)
        connection.setsockopt(servers.socket.SOL_SOCKET, servers.socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")

    with scripted(servers.polite_until("DATA", lose)) as port:
        delivery = send(port, mail=message(body="a line of a long message\n" * 400_000))
    assert (delivery.outcome, delivery.phase) == (Outcome.NOT_CONNECTED, Phase.MESSAGE)


def test_a_relay_that_never_greets_is_given_up():
    with scripted(servers.nothing) as port:
        delivery = send(port, patience=IMPATIENCE)
    assert (delivery.outcome, delivery.phase) == (Outcome.NOT_CONNECTED, Phase.CONNECT)


@pytest.mark.parametrize(
    ("word", "outcome"), [("EHLO", Outcome.NOT_CONNECTED), ("RCPT", Outcome.NOT_CONNECTED), (".", Outcome.UNSURE)]
)
def test_a_relay_that_answers_a_letter_at_a_time_is_cut_off(word: str, outcome: Outcome):
    letters = b"250-still thinking\r\n" * 15
    drip = servers.drip(letters)
    begun = time.monotonic()
    with scripted(servers.polite_until(word, drip) if word != "." else _dripping_end(drip)) as port:
        delivery = send(port, patience=Patience(connect=20, answer=20, end=20, whole=3))
        took = time.monotonic() - begun
    assert delivery.outcome is outcome
    assert took < len(letters) * servers.BETWEEN_LETTERS  # it did not wait for the end of them


def _dripping_end(drip: Callable[[servers.socket.socket], None]) -> Callable[[servers.socket.socket], None]:
    def end(connection: servers.socket.socket) -> None:
        connection.sendall(b"354 go on\r\n")
        servers.until(connection, b"\r\n.\r\n")
        drip(connection)

    return servers.polite_until("DATA", end)


def test_something_that_is_no_relay_has_nothing():
    with scripted(lambda connection: connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")) as port:
        assert send(port).outcome is Outcome.NOT_CONNECTED


@pytest.mark.parametrize(
    "to",
    ["abuse", "@host.example", "ab use@host.example", "abuse@host.example\x00", "abusë@host.example", ""],
)
def test_what_is_no_mail_address_is_refused_before_anything_is_sent(to: str):
    mail = message()
    del mail["To"]
    mail["To"] = to
    mailbox = Mailbox()
    with relay(mailbox) as port:
        delivery = send(port, mail=mail)
    assert (delivery.outcome, delivery.phase) == (Outcome.REFUSED_RECIPIENT, Phase.ADDRESS)
    assert delivery.for_good
    assert mailbox.envelopes == []


@pytest.mark.parametrize("text", ["abuse@host.example", "a.b+c@host.example", "abuse@[192.0.2.1]", "o'neil@h.al"])
def test_a_mail_address_is_known_as_one(text: str):
    assert is_mail_address(text)


@pytest.mark.parametrize(
    "text",
    ["abuse@", "@", "", "a@b@c", "abuse@host.example\n", "<a@b.al>", "mailto:a@b.al", "a@b.al, c@d.al", "a" * 300],
)
def test_what_is_no_mail_address_is_known_before_a_message_is_made(text: str):
    assert not is_mail_address(text)


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    return trustme.CA()


def tls_server(authority: trustme.CA, name: str) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert(name).configure_cert(context)
    return context


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(str(file))
    monkeypatch.setenv("SSL_CERT_FILE", str(file))


@pytest.mark.usefixtures("trusted")
def test_a_relay_with_a_good_certificate_is_spoken_to_encrypted(authority: trustme.CA):
    mailbox = Mailbox()
    with relay(mailbox, tls=tls_server(authority, "127.0.0.1")) as port:
        assert send(port, scheme="smtps").outcome is Outcome.HANDED_OVER
    assert len(mailbox.envelopes) == 1


@pytest.mark.usefixtures("trusted")
def test_a_plain_connection_that_turns_encrypted_is_verified_and_can_sign_in(authority: trustme.CA):
    mailbox = Mailbox()
    options = {
        "tls_context": tls_server(authority, "127.0.0.1"),
        "require_starttls": True,
        "authenticator": servers.sign_in,
        "auth_required": True,
    }
    with relay(mailbox, **options) as port:
        delivery = send(port, scheme="smtp+starttls", user="isigurt:p%40ss%2Fword@")
        wrong = send(port, scheme="smtp+starttls", user="isigurt:guess@")
    assert delivery.outcome is Outcome.HANDED_OVER
    assert (wrong.outcome, wrong.phase, wrong.code) == (Outcome.REFUSED, Phase.SIGN_IN, 535)
    assert len(mailbox.envelopes) == 1


@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
def test_a_certificate_nobody_vouches_for_gets_nothing(authority: trustme.CA, scheme: str):
    mailbox = Mailbox()
    context = tls_server(authority, "127.0.0.1")
    options = {"tls": context} if scheme == "smtps" else {"tls_context": context}
    with relay(mailbox, **options) as port:
        delivery = send(port, scheme=scheme)
    assert delivery.outcome is Outcome.NOT_CONNECTED
    assert "certificate" in delivery.reply.lower()
    assert mailbox.envelopes == []


@pytest.mark.usefixtures("trusted")
@pytest.mark.parametrize("scheme", ["smtps", "smtp+starttls"])
def test_a_certificate_for_another_name_gets_nothing(authority: trustme.CA, scheme: str):
    mailbox = Mailbox()
    context = tls_server(authority, "other.example")
    options = {"tls": context} if scheme == "smtps" else {"tls_context": context}
    with relay(mailbox, **options) as port:
        assert send(port, scheme=scheme).outcome is Outcome.NOT_CONNECTED
    assert mailbox.envelopes == []


def test_a_relay_that_offers_no_encryption_gets_nothing_when_it_was_asked_for():
    mailbox = Mailbox()
    with relay(mailbox) as port:
        delivery = send(port, scheme="smtp+starttls")
    assert (delivery.outcome, delivery.phase) == (Outcome.NOT_CONNECTED, Phase.TLS)
    assert mailbox.envelopes == []


@pytest.mark.parametrize(
    "address",
    [
        "relay.example",
        "http://relay.example",
        "smtp://",
        "smtp://relay.example:port",
        "smtp://relay.example:99999",
        "smtp://isigurt:secret@relay.example",
    ],
)
def test_a_relay_that_cannot_be_used_is_the_operators_mistake_and_no_password_shows(address: str):
    with pytest.raises(RelayMisconfiguredError, match="ISIGURT_MAIL_RELAY") as fault:
        deliver(message(), relay=address)
    assert "secret" not in str(fault.value)


def test_a_relays_password_shows_in_no_text():
    assert "secret" not in repr(Relay.parse("smtps://isigurt:secret@relay.example"))


@pytest.mark.parametrize(
    ("address", "port"), [("smtp://a", 25), ("smtps://a", 465), ("smtp+starttls://a", 587), ("smtps://a:2465", 2465)]
)
def test_each_kind_of_relay_has_its_usual_port(address: str, port: int):
    assert Relay.parse(address).port == port


def test_a_reply_is_kept_as_one_short_printable_line():
    with relay(Answering("RCPT", "550 no\x1b[31m " + "x" * 300)) as port:
        delivery = send(port)
    assert len(delivery.reply) <= 200
    assert delivery.reply.isprintable()
