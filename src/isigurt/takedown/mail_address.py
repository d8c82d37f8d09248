"""What counts as a mail address that a notice may go to."""

import re
import unicodedata

LONGEST = 254  # RFC 5321 4.5.3.1.3: a path is 256 octets with its angle brackets
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*", re.ASCII)
_LABEL = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?", re.ASCII)


class MailAddressInvalid(ValueError):
    """The text is not one plain mail address. Its message says why, for a person, without quoting the text."""


def normal_mail_address(text: str) -> str:
    """Return the one mail address that `text` is, its domain in lower case.

    Only the plain form of RFC 5321 is taken: no display name, no quoted local part, no address literal, no
    list, nothing outside ASCII. Whatever could start another header or another recipient is refused, so the
    result is safe in a header and in `RCPT TO`. Raises MailAddressInvalid.
    """
    address = text.strip(" ")
    if any(unicodedata.category(sign).startswith("C") or sign.isspace() for sign in address):
        raise MailAddressInvalid("it holds a space, a line break or an invisible sign")
    if not address or len(address) > LONGEST:
        raise MailAddressInvalid("it is empty or too long")
    local, at, domain = address.rpartition("@")
    if not at or len(local) > 64 or not _LOCAL.fullmatch(local):
        raise MailAddressInvalid("the part before the @ is not plain")
    labels = domain.lower().split(".")
    if len(labels) < 2 or not all(_LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit():
        raise MailAddressInvalid("the part after the @ is not a domain name")
    return f"{local}@{'.'.join(labels)}"
