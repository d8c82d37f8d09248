"""The head of an HTTP/1 answer, read from bytes, and its fingerprint.

As lenient as h11, which is the test oracle: what h11 reads is read here with the same result. More lenient in
one thing: a header line that is none is skipped, not fatal, because the status is what a probe is after, and
the connection is never used again, so there is nothing to smuggle.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b

HEAD_LIMIT = 16 * 1024  # bytes, all informational answers included
MOST_HEADERS = 100
END_OF_HEAD = re.compile(rb"\n\r?\n")
_STATUS_LINE = re.compile(rb"HTTP/\d\.\d ([1-9]\d\d)(?: [^\x00\n\r\x0b\x0c]*)?")
_LINE_END = re.compile(rb"\r?\n")
_FOLD = re.compile(rb"\r?\n[ \t]+")  # RFC 9112 5.2: such a line goes on with the header before it
_HEADER_LINE = re.compile(rb"([!#$%&'*+\-.^_`|~0-9A-Za-z]+):([^\x00\n\r\x0b\x0c]*)")
_FINGERPRINTED = (b"server", b"content-type", b"content-length", b"etag", b"last-modified")
_TOLD = (b"server", b"content-type", b"retry-after", b"cf-mitigated", b"www-authenticate")
_LONGEST_TOLD = 120
_UNPRINTABLE = re.compile(r"[^\x20-\x7e]")


class BadHead(Exception):
    """The bytes are not the head of an HTTP/1 answer."""


class HeadTooLarge(Exception):
    """The head has more bytes or more headers than are read."""


@dataclass(frozen=True, slots=True)
class Head:
    """Status and headers (lower-case names, in order, as bytes)."""

    status: int
    headers: tuple[tuple[bytes, bytes], ...]

    def all(self, name: bytes) -> list[bytes]:
        """Every value of the header `name` (lower case)."""
        return [value for header, value in self.headers if header == name]

    def fingerprint(self) -> str:
        """32 hex characters over the status and the headers that change when the content does; no header text."""
        digest = blake2b(str(self.status).encode(), digest_size=16, person=b"isigurt.head")
        for name in _FINGERPRINTED:
            for value in self.all(name):
                digest.update(b"\n%b:%d:%b" % (name, len(value), value))
        return digest.hexdigest()

    def told(self) -> tuple[tuple[str, str], ...]:
        """The few headers that say whether an answer is a challenge or a login, made printable and short."""
        return tuple(
            (name.decode("ascii"), _UNPRINTABLE.sub("?", value.decode("latin-1"))[:_LONGEST_TOLD])
            for name, value in self.headers
            if name in _TOLD
        )


def read_head(raw: bytes) -> Head:
    """Read the bytes up to the empty line; raises BadHead or HeadTooLarge."""
    if len(raw) > HEAD_LIMIT:
        raise HeadTooLarge
    status_line, _, rest = raw.partition(b"\n")
    status = _STATUS_LINE.fullmatch(status_line.removesuffix(b"\r"))
    if status is None:
        raise BadHead
    headers: list[tuple[bytes, bytes]] = []
    for count, line in enumerate(_LINE_END.split(_FOLD.sub(b" ", rest))):
        if not line:
            break
        if count >= MOST_HEADERS:
            raise HeadTooLarge
        found = _HEADER_LINE.fullmatch(line)
        if found is not None:
            headers.append((found[1].lower(), found[2].strip(b" \t")))
    return Head(int(status[1]), tuple(headers))
