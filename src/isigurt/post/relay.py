"""Hands a mail to the operator's relay, and knows how far it came when it did not arrive.

Three answers matter to whoever sends a notice: it was accepted, it was not sent for certain, or nobody can know. The
line between the last two is the end of the message: until the final dot has been given to the network, the relay must
throw away what it has (RFC 5321, 4.1.1.4 and 4.5.3.2.6); from then on, only the relay's own answer tells.

One message goes to all its recipients or to none: when the relay refuses one of them, nothing is sent.
"""

import os
import re
import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass, field
from email.message import EmailMessage
from email.utils import getaddresses
from enum import StrEnum
from typing import Self
from urllib.parse import unquote, urlsplit


class Outcome(StrEnum):
    """What became of a message."""

    HANDED_OVER = "handed_over"
    """The relay said it has taken the message over."""
    NOT_CONNECTED = "not_connected"
    """Not sent for certain: the relay could not be reached, or was lost before the end of the message."""
    REFUSED_RECIPIENT = "refused_recipient"
    """Not sent for certain: the relay refused an address, or it is no address."""
    REFUSED = "refused"
    """Not sent for certain: the relay refused us, the sender or the message."""
    UNSURE = "unsure"
    """The whole message was sent and no answer came: it may have been accepted."""


class Phase(StrEnum):
    """How far the conversation came."""

    ADDRESS = "address"
    CONNECT = "connect"
    TLS = "tls"
    SIGN_IN = "sign_in"
    SENDER = "sender"
    RECIPIENT = "recipient"
    MESSAGE = "message"
    END = "end"


@dataclass(frozen=True)
class Delivery:
    """The outcome, the phase it was reached in, and the relay's own words as evidence."""

    outcome: Outcome
    phase: Phase
    code: int | None = None
    reply: str = ""

    @property
    def certainly_not_sent(self) -> bool:
        """Whether it can be tried again without the risk of a second copy."""
        return self.outcome not in {Outcome.HANDED_OVER, Outcome.UNSURE}

    @property
    def for_good(self) -> bool:
        """Whether trying the same again is of no use (a 5xx answer, or an address that is none)."""
        return self.certainly_not_sent and (self.phase is Phase.ADDRESS or (self.code or 0) >= 500)


class RelayMisconfiguredError(ValueError):
    """The relay's address in the settings cannot be used. The message never holds its password."""


@dataclass(frozen=True)
class Relay:
    """Where the relay is and how it is spoken to."""

    host: str
    port: int
    encryption: str
    user: str = ""
    password: str = field(default="", repr=False)

    @classmethod
    def parse(cls, address: str) -> "Relay":
        """Read `smtp://[user:password@]host[:port]`, `smtps://` or `smtp+starttls://`."""
        try:
            parts = urlsplit(address)
            host, port = parts.hostname, parts.port
        except ValueError as error:
            raise RelayMisconfiguredError("ISIGURT_MAIL_RELAY is no address of a mail relay") from error
        if parts.scheme not in _PORTS or not host:
            raise RelayMisconfiguredError(
                "ISIGURT_MAIL_RELAY must look like smtp://host:port, smtps://user:password@host or "
                "smtp+starttls://user:password@host"
            )
        if parts.password and parts.scheme == "smtp" and host not in _THIS_MACHINE:
            raise RelayMisconfiguredError(
                "ISIGURT_MAIL_RELAY would send its password unencrypted: use smtps:// or smtp+starttls://"
            )
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        return cls(host, port or _PORTS[parts.scheme], parts.scheme, user, password)


@dataclass(frozen=True)
class Patience:
    """How long to wait, in seconds: for a connection, for an answer, for the answer to the whole message, for all."""

    connect: float = 15
    answer: float = 30
    end: float = 60
    whole: float = 90


_PORTS = {"smtp": 25, "smtps": 465, "smtp+starttls": 587}
_THIS_MACHINE = {"localhost", "127.0.0.1", "::1"}
# Plain addresses only: no quotes, no comments, nothing that would need SMTPUTF8. RFC 5321, 4.5.3.1.3: 254 characters.
_ADDRESS = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@(?:[A-Za-z0-9][A-Za-z0-9.-]*|\[[0-9A-Fa-f:.]+\])\Z")
_LONGEST_ADDRESS = 254
_LINE_END = re.compile(rb"\r\n|\r|\n")
_LEADING_DOT = re.compile(rb"(?m)^\.")
_LONGEST_REPLY = 200


def deliver(message: EmailMessage, *, relay: str, patience: Patience | None = None) -> Delivery:
    """Hand `message` to `relay` once and say what became of it; it never tries again by itself.

    The envelope is the message's From, and its To, Cc and Bcc. No fault of the network or of an address raises;
    `RelayMisconfiguredError` does, when `relay` is not what `Relay.parse` reads. An empty `relay` means that mail
    is switched off: nothing is sent.
    """
    if not relay:
        return Delivery(Outcome.NOT_CONNECTED, Phase.CONNECT, reply="no mail relay is set")
    where = Relay.parse(relay)
    sender = _addresses(message, "From")
    recipients = _addresses(message, "To", "Cc", "Bcc")
    if len(sender) != 1 or not recipients or not all(is_mail_address(one) for one in (*sender, *recipients)):
        return Delivery(Outcome.REFUSED_RECIPIENT, Phase.ADDRESS, reply="the sender or a recipient is no mail address")
    with _Conversation(where, sender[0], patience or Patience()) as conversation:
        return conversation.hand_over(recipients, _as_sent(message))


def is_mail_address(text: str) -> bool:
    """Tell whether mail can be sent to `text`; ask before putting into a header what a registry gave."""
    return len(text) <= _LONGEST_ADDRESS and bool(_ADDRESS.match(text))


def _addresses(message: EmailMessage, *headers: str) -> list[str]:
    values = [str(value) for header in headers for value in message.get_all(header, [])]
    return list(dict.fromkeys(address for _, address in getaddresses(values)))


def _as_sent(message: EmailMessage) -> bytes:
    """Return the message as it goes over the wire without its end: 7 bit, CRLF, leading dots doubled."""
    sent = copy(message)
    del sent["Bcc"]
    flat = sent.as_bytes(policy=message.policy.clone(linesep="\r\n", cte_type="7bit"))
    lines = _LINE_END.sub(b"\r\n", flat).removesuffix(b"\r\n")
    return _LEADING_DOT.sub(b"..", lines)


class _Refused(Exception):
    """The relay answered no."""

    def __init__(self, phase: Phase, code: int, reply: bytes) -> None:
        super().__init__(phase, code)
        self.phase, self.code, self.reply = phase, code, reply


class _Session(smtplib.SMTP):
    """smtplib's client over a connection that is encrypted from the start where the relay asks for it."""

    def __init__(self, relay: Relay, name: str, patience: Patience) -> None:
        self._relay = relay
        self.watched: socket.socket | None = None
        super().__init__(local_hostname=name, timeout=patience.connect)
        self._host = relay.host  # smtplib reads it as the name to verify after STARTTLS

    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        plain = socket.create_connection((host, port), timeout)
        # A second handle on the same connection, so that it can be cut from outside whatever TLS is doing.
        self.watched = socket.socket(fileno=os.dup(plain.fileno()))
        if self._relay.encryption != "smtps":
            return plain
        try:
            return ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        except OSError:
            plain.close()
            raise


class _Conversation:
    """One connection, one message; remembers the phase it is in."""

    def __init__(self, relay: Relay, sender: str, patience: Patience) -> None:
        self.relay, self.sender, self.patience = relay, sender, patience
        self.phase = Phase.CONNECT
        name = sender.rpartition("@")[2]
        self.session = _Session(relay, name, patience)
        self.too_late = threading.Timer(patience.whole, self._cut)
        self.too_late.daemon = True

    def __enter__(self) -> Self:
        self.too_late.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.too_late.cancel()
        self.session.close()
        if self.session.watched is not None:
            self.session.watched.close()

    def hand_over(self, recipients: list[str], content: bytes) -> Delivery:
        """Go through all phases and say how it ended."""
        try:
            self._open()
            self._envelope(recipients)
            self._content(content)
            return self._finish()
        except _Refused as refusal:
            at_recipient = refusal.phase is Phase.RECIPIENT
            outcome = Outcome.REFUSED_RECIPIENT if at_recipient else Outcome.REFUSED
            self._say_goodbye()
            return Delivery(outcome, refusal.phase, refusal.code, _words(refusal.reply))
        except (OSError, smtplib.SMTPException, ValueError) as fault:
            outcome = Outcome.UNSURE if self.phase is Phase.END else Outcome.NOT_CONNECTED
            return Delivery(outcome, self.phase, None, _words(str(fault).encode()))

    def _open(self) -> None:
        session, relay = self.session, self.relay
        self._expect(session.connect(relay.host, relay.port), 220)
        self._wait(self.patience.answer)
        self._hello()
        if relay.encryption == "smtp+starttls":
            self.phase = Phase.TLS
            with self._refusals():
                session.starttls(context=ssl.create_default_context())
            self._hello()
        if relay.user:
            self.phase = Phase.SIGN_IN
            self._sign_in()

    def _sign_in(self) -> None:
        """Sign in by the first way both sides know; a refused password is not tried again by another way."""
        session = self.session
        session.user, session.password = self.relay.user, self.relay.password
        offered = session.esmtp_features.get("auth", "").upper().split()
        with self._refusals():
            if "PLAIN" in offered:
                session.auth("PLAIN", session.auth_plain)
            elif "LOGIN" in offered:
                session.auth("LOGIN", session.auth_login)
            else:
                raise smtplib.SMTPNotSupportedError("the relay offers no way to sign in that is known here")

    def _hello(self) -> None:
        with self._refusals():
            self.session.ehlo_or_helo_if_needed()

    def _envelope(self, recipients: list[str]) -> None:
        self.phase = Phase.SENDER
        self._expect(self.session.mail(self.sender), 250)
        self.phase = Phase.RECIPIENT
        for recipient in recipients:
            self._expect(self.session.rcpt(recipient), 250, 251)

    def _content(self, content: bytes) -> None:
        """Send the message up to, and not including, its end."""
        self.phase = Phase.MESSAGE
        self._expect(self.session.docmd("DATA"), 354)
        self.session.send(content)

    def _finish(self) -> Delivery:
        """Send the end; from here on only the relay knows."""
        self.phase = Phase.END
        self._wait(self.patience.end)
        self.session.send(b"\r\n.\r\n")
        code, reply = self.session.getreply()
        if code // 100 == 2:
            self.too_late.cancel()
            self._say_goodbye()
            return Delivery(Outcome.HANDED_OVER, Phase.END, code, _words(reply))
        if code // 100 in {4, 5}:
            raise _Refused(Phase.END, code, reply)
        return Delivery(Outcome.UNSURE, Phase.END, code, _words(reply))

    def _expect(self, answer: tuple[int, bytes], *good: int) -> None:
        code, reply = answer
        if code in good:
            return
        if code // 100 in {4, 5}:
            raise _Refused(self.phase, code, reply)
        # Anything else is no answer to what was asked: whatever listens there is not a relay.
        raise smtplib.SMTPException(f"not an answer of a mail relay: {_words(reply)}")

    @contextmanager
    def _refusals(self) -> Iterator[None]:
        """Turn smtplib's refusal of a greeting, of encryption or of a password into ours."""
        try:
            yield
        except smtplib.SMTPServerDisconnected:
            raise
        except smtplib.SMTPResponseException as error:
            reply = error.smtp_error
            raise _Refused(
                self.phase, error.smtp_code, reply if isinstance(reply, bytes) else reply.encode()
            ) from error

    def _wait(self, seconds: float) -> None:
        if self.session.sock is not None:
            self.session.sock.settimeout(seconds)

    def _say_goodbye(self) -> None:
        with suppress(OSError, smtplib.SMTPException):
            self._wait(2)
            self.session.quit()

    def _cut(self) -> None:
        """End a conversation that is slow in every single step; whoever waits for an answer gets none."""
        watched = self.session.watched
        if watched is not None:
            with suppress(OSError):
                watched.shutdown(socket.SHUT_RDWR)


def _words(reply: bytes) -> str:
    """Return what the relay said as one printable line of at most 200 characters."""
    text = " ".join(reply.decode("utf-8", "replace").split())
    return "".join(letter for letter in text if letter.isprintable())[:_LONGEST_REPLY]
