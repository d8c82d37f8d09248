"""The demo's mail server: takes every mail, keeps it as a file, and lets it be read."""

import asyncio
import json
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes, policy
from email.message import EmailMessage
from itertools import count
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

LARGEST = 1024 * 1024
_numbers = count(1)


@dataclass(frozen=True)
class Attachment:
    """An attachment as text; JSON is laid out for reading."""

    name: str
    kind: str
    text: str


@dataclass(frozen=True)
class Mail:
    """A mail that came, read for people."""

    number: str
    sender: str
    recipients: str
    subject: str
    date: str
    message_id: str
    text: str
    attachments: tuple[Attachment, ...]


class Mailbox:
    """Mails kept as files in one folder; the file's name sorts by arrival."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802, ARG002
        """Keep the mail on disk, then accept it (aiosmtpd calls this)."""
        number = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}-{next(_numbers):04d}"
        head = f"X-Envelope-To: {', '.join(envelope.rcpt_tos)}\r\n".encode()
        content = envelope.content if isinstance(envelope.content, bytes) else (envelope.content or "").encode()
        fresh = self._folder / f"{number}.new"
        fresh.write_bytes(head + content)
        os.replace(fresh, self._folder / f"{number}.eml")  # noqa: PTH105 - one atomic step
        return "250 2.0.0 kept"

    def all(self) -> list[Mail]:
        """Return every mail, newest first."""
        return [_read(path) for path in sorted(self._folder.glob("*.eml"), reverse=True)]

    def one(self, number: str) -> Mail | None:
        """Return the mail `number`, or None."""
        path = self._folder / f"{Path(number).name}.eml"
        return _read(path) if path.is_file() else None


def _read(path: Path) -> Mail:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    if not isinstance(message, EmailMessage):
        raise TypeError("the default policy makes an EmailMessage")
    body = message.get_body(preferencelist=("plain",))
    return Mail(
        number=path.stem,
        sender=str(message["From"] or ""),
        recipients=str(message["To"] or message["X-Envelope-To"] or ""),
        subject=str(message["Subject"] or ""),
        date=str(message["Date"] or ""),
        message_id=str(message["Message-ID"] or ""),
        text=body.get_content() if body is not None else "",
        attachments=tuple(
            Attachment(part.get_filename() or "", part.get_content_type(), _laid_out(part))
            for part in message.iter_attachments()
            if isinstance(part, EmailMessage)
        ),
    )


def _laid_out(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    try:
        return json.dumps(json.loads(text), indent=2, ensure_ascii=False)
    except ValueError:
        return text


async def serve(mailbox: Mailbox, port: int) -> asyncio.Server:
    """Listen for mail on loopback's `port`."""

    def protocol() -> SMTP:
        return SMTP(mailbox, hostname="mail.demo.isigurt.al", enable_SMTPUTF8=True, data_size_limit=LARGEST)

    return await asyncio.get_running_loop().create_server(protocol, "127.0.0.1", port)
