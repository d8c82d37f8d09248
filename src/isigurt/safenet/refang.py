"""Addresses as people paste them: `hxxp`, `[.]`, no scheme, in the middle of a sentence, several on a line.

Every pattern here is bounded, so that a megabyte of brackets costs no more than a megabyte of letters. (The
ioc-fanger package knows more disguises, but takes 19 s for 20,000 opening brackets, which the public form could
not bear; the tests hold its answers beside ours.) The text of the person is never changed: each found address
carries the exact piece in which it was found.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import AddressValueError, IPv6Address

from isigurt.safenet.address import Flag, Judgement, judge
from isigurt.safenet.suffixes import known_top, public_suffix

MOST_FOUND = 1000  # addresses of one text; the form asks for fifty at most

# Top-level domains after which a spelled-out dot is believed: "instagram dot com", "faqja pikë al".
_SPELLED_TOPS = "com|net|org|info|al|xk|xyz|ru|tv|io|me|to|co|onion"
_DISGUISES = re.compile(
    r"""
    (?P<invisible> [\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff] )
  | (?P<scheme>
        (?<![A-Za-z0-9])
        (?: \[ h[tx*_+\#]{1,3}p s? \] | \( h[tx*_+\#]{1,3}p s? \)
          | (?: h[tx*_+\#]{1,3}p | ttp ) (?: s | \[s\] | \(s\) )? )
        [ \t]{0,2}
        (?: (?: :|;|\[:\]|\(:\)|\{:\} ) [ \t]{0,2} (?: [/\\]{1,4} | \[//?\] ) (?: [ \t]{1,2} (?=[\w\[]) )?
          | \[:/{1,2}\] | [/\\]{2,3} :? ) )
  | (?P<dot>
        [ \t]{0,2} [\[({<]{1,2} [ \t]{0,2}
        (?: \. | dot | pikë | pike | punto | punkt )
        [ \t]{0,2} [\])}>]{1,2} [ \t]{0,2}
      | \[\.(?=\w) | (?<=\w)\.\](?=\w) | \\\.(?=\w)
      | (?<=\w) [ \t]{1,2} (?: dot | pikë | pike | \. ) [ \t]{1,2} (?= (?:"""
    + _SPELLED_TOPS
    + r""")\b ) )
  | (?P<colon> \[:\] | \(:\) | \{:\} )
  | (?P<slash> \[/\] | \(/\) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_PIECE = re.compile(r"""[^\s<>"“”„«»`|]+""")
_SEAM = re.compile(r"\]\(|[,;](?=[A-Za-z][A-Za-z0-9+.\-]{1,20}://|www\.)|(?<=[A-Za-z0-9])(?=https?://)", re.IGNORECASE)
_SCHEME = re.compile(r"(?<![A-Za-z0-9+.\-])[A-Za-z][A-Za-z0-9+.\-]{1,20}://")
_BARE_NAME = re.compile(
    r"(?<![\w@.\-/])(?>(?P<host>(?:[\w\-]{1,63}\.){1,30}[^\W\d_][\w\-]{1,62}))\.?"
    r"(?P<port>:\d{1,5})?(?P<rest>[/?#].*)?(?![\w@\-])"
)
_BARE_IPV4 = re.compile(
    r"(?<![\w@.\-/:])(?P<host>\d{1,3}(?:\.\d{1,3}){3})(?P<port>:\d{1,5})?(?P<rest>[/?#].*)?(?![\w.])"
)
_BARE_IPV6 = re.compile(r"\[(?P<host>[0-9A-Fa-f:.]{3,45})\](?P<port>:\d{1,5})?(?P<rest>[/?#].*)?")
_LOOSE_IPV6 = re.compile(r"[0-9A-Fa-f:.]{6,45}")

_TRAILING = frozenset(".,;:!?…'’‘*")
_CLOSERS = {")": "(", "]": "[", "}": "{"}
_PLAIN_HTTP_PORTS = frozenset({":80", ":8000", ":8008", ":8080", ":8081", ":8888"})
# Endings of files and of Albanian abbreviations ("p.sh.") that are top-level domains too.
_FILE_LIKE_TOPS = frozenset({"zip", "mov", "md", "py", "sh", "rs", "ps", "so", "tel"})


@dataclass(frozen=True, slots=True)
class FoundAddress:
    """One address found in a text: the exact piece as typed, and the judgement of what it means."""

    raw: str
    judgement: Judgement


def find_addresses(text: str, *, limit: int = MOST_FOUND) -> list[FoundAddress]:
    """Every address in `text` in order, each once, at most `limit`. Never raises; time grows with the length."""
    clear = _ClearText(text)
    found: list[FoundAddress] = []
    seen: set[str] = set()
    for start, end, readable, guessed in _candidates(clear.text):
        if len(found) >= limit:
            break
        if readable in seen:
            continue
        seen.add(readable)
        judgement = judge(readable)
        if judgement.canonical in seen and judgement.canonical != readable:
            continue
        seen.add(judgement.canonical or readable)
        if guessed:
            judgement = judgement._replace(flags=(*judgement.flags, Flag.SCHEME_GUESSED))
        found.append(FoundAddress(raw=clear.typed(start, end), judgement=judgement))
    return found


class _ClearText:
    """A text with its disguises taken off, that still knows where each piece of it was typed."""

    def __init__(self, typed: str) -> None:
        self._typed = typed
        self._clear_starts: list[int] = []
        self._spans: list[tuple[int, int, bool]] = []  # start and end as typed, whether left as typed
        pieces: list[str] = []
        length = position = 0
        for found in _DISGUISES.finditer(typed):
            start, end = found.span()
            for piece, span in (
                (typed[position:start], (position, start, True)),
                (_undisguised(found), (start, end, False)),
            ):
                if piece:
                    self._clear_starts.append(length)
                    self._spans.append(span)
                    pieces.append(piece)
                    length += len(piece)
            position = end
        if position < len(typed):
            self._clear_starts.append(length)
            self._spans.append((position, len(typed), True))
            pieces.append(typed[position:])
        self.text = "".join(pieces)

    def typed(self, start: int, end: int) -> str:
        """The piece as typed that became `text[start:end]` (not empty)."""
        first = self._span_at(start)
        last = self._span_at(end - 1)
        typed_start = first[1][0] + (start - first[0] if first[1][2] else 0)
        typed_end = last[1][0] + (end - last[0]) if last[1][2] else last[1][1]
        return self._typed[typed_start:typed_end]

    def _span_at(self, position: int) -> tuple[int, tuple[int, int, bool]]:
        index = bisect_right(self._clear_starts, position) - 1
        return self._clear_starts[index], self._spans[index]


def _undisguised(found: re.Match[str]) -> str:
    """What a disguise stands for."""
    match found.lastgroup:
        case "dot":
            return "."
        case "colon":
            return ":"
        case "slash":
            return "/"
        case "scheme":
            letters = re.split(r"p", found[0], maxsplit=1, flags=re.IGNORECASE)[1]
            return "https://" if letters.lstrip("[(").lower().startswith("s") else "http://"
        case _:
            return ""


_Candidate = tuple[int, int, str, bool]  # start and end in the clear text, readable address, scheme guessed


def _candidates(text: str) -> Iterator[_Candidate]:
    """What may be an address in clear text."""
    for piece in _PIECE.finditer(text):
        start = piece.start()
        for seam in [*_SEAM.finditer(text, piece.start(), piece.end()), None]:
            end = seam.start() if seam else piece.end()
            for first, last, readable, guessed in _candidates_in(text[start:end]):
                yield start + first, start + last, readable, guessed
            start = seam.end() if seam else end


def _candidates_in(piece: str) -> Iterator[_Candidate]:
    """The addresses of one piece without spaces; the first one with a scheme takes all up to the end."""
    scheme = _SCHEME.search(piece)
    if scheme is None:
        yield from _bare(piece)
        return
    yield from _bare(piece[: scheme.start()])
    end = _trimmed_end(piece, scheme.start(), len(piece))
    if end > scheme.end():
        yield scheme.start(), end, piece[scheme.start() : end], False


def _bare(piece: str) -> Iterator[_Candidate]:
    """The addresses without a scheme in one piece; one with a path takes all up to the end."""
    ipv6 = _BARE_IPV6.match(piece)
    if ipv6 is not None and ipv6["host"].count(":") > 1:
        end = _trimmed_end(piece, 0, ipv6.end())
        yield 0, end, _guessed_scheme(ipv6["port"]) + piece[:end], True
        return
    trimmed = _trimmed_end(piece, 0, len(piece))
    if _is_loose_ipv6(piece[: min(trimmed, 46)]):
        yield 0, trimmed, f"http://[{piece[:trimmed]}]/", True
        return
    for found in _BARE_NAME.finditer(piece):
        if _is_believable(found):
            end = _trimmed_end(piece, found.start(), found.end())
            yield found.start(), end, _guessed_scheme(found["port"]) + piece[found.start() : end], True
    for found in _BARE_IPV4.finditer(piece):
        if all(int(octet) < 256 for octet in found["host"].split(".")):
            end = _trimmed_end(piece, found.start(), found.end())
            yield found.start(), end, "http://" + piece[found.start() : end], True


def _guessed_scheme(port: str | None) -> str:
    """https, as browsers try first today; http for a port on which nobody speaks TLS."""
    return "http://" if port in _PLAIN_HTTP_PORTS else "https://"


def _is_loose_ipv6(piece: str) -> bool:
    if piece.count(":") < 2 or len(piece) > 45 or not _LOOSE_IPV6.fullmatch(piece):
        return False
    try:
        IPv6Address(piece)
    except AddressValueError:
        return False
    return True


def _is_believable(found: re.Match[str]) -> bool:
    """Whether a dotted word is a name that can be registered, and not two sentences or an abbreviation."""
    host = found["host"]
    labels = host.split(".")
    last = labels[-1]
    top = last.lower()
    if not known_top(top) or public_suffix(host.lower()) == host.lower():
        return False
    if found["port"] or found["rest"] or labels[0].lower() == "www":
        return True
    if last[0].isupper() and last[1:].islower() and not labels[0].istitle():
        return False  # "mirë.Me" is a full stop without its space
    is_initials = len(labels) > 2 and all(len(label) == 1 for label in labels[:-1])  # "d.m.th."
    return top not in _FILE_LIKE_TOPS and not is_initials


def _trimmed_end(text: str, start: int, end: int) -> int:
    """The end of an address without the punctuation of the sentence around it; its own brackets stay."""
    surplus = {
        closer: text.count(closer, start, end) - text.count(opener, start, end) for closer, opener in _CLOSERS.items()
    }
    while end > start:
        last = text[end - 1]
        if last in _TRAILING:
            end -= 1
        elif surplus.get(last, 0) > 0:
            surplus[last] -= 1
            end -= 1
        else:
            break
    return end
