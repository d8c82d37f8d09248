"""The mail that a notice leaves as."""

from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from isigurt.takedown.letters import Letter

XARF_FILE = "xarf.json"


def mail_of(
    letter: Letter,
    *,
    sender_name: str,
    sender: str,
    to: str,
    message_id: str,
    written_at: datetime,
    language: str,
) -> EmailMessage:
    """Return the mail: a plain readable part and, where there is one, the XARF report as an attachment.

    `sender` and `to` are plain mail addresses that `normal_mail_address` has accepted. The same letter gives the
    same mail with the same Message-ID every time, so that a provider can tell a copy from a new notice. Nothing in
    it asks a mail program to fetch anything.
    """
    mail = EmailMessage(policy=SMTP)
    mail["From"] = Address(display_name=sender_name, addr_spec=sender)
    mail["To"] = Address(addr_spec=to)
    mail["Subject"] = letter.subject
    mail["Date"] = format_datetime(written_at)
    mail["Message-ID"] = message_id
    mail["Content-Language"] = language
    mail.set_content(letter.text, charset="utf-8", cte="quoted-printable")
    if letter.xarf:
        mail.add_attachment(letter.xarf.encode("ascii"), maintype="application", subtype="json", filename=XARF_FILE)
    return mail
