"""The judgement of one address: whether `safenet` would go there, and what its one canonical form is.

Parsing is WHATWG's (ada), so that `http://2130706433/`, `http://0x7f.1/` and `http:\\\\host` mean here what they
mean in a browser. The checks run in a fixed order (SCHEME, SYNTAX, HOST, PORT, ADDR) and the first failing one
is the verdict. Names are not looked up here; the connection vets what they resolve to.
"""

import re
from enum import StrEnum
from ipaddress import IPv4Address, IPv6Address
from typing import NamedTuple

from ada_url import URL, HostType, idna_to_unicode

from isigurt.safenet.ranges import IPAddress, explain
from isigurt.safenet.reserved import reserved_because
from isigurt.safenet.scripts import looks_latin, mixes_scripts
from isigurt.safenet.suffixes import known_top

ALLOWED_PORTS = frozenset({80, 443, 8000, 8008, 8080, 8081, 8443, 8888})
LONGEST_ADDRESS = 8192  # characters; RFC 9110 4.1 asks servers for 8,000, more is an attack
LONGEST_NAME = 253  # RFC 1035, without the root dot
LONGEST_LABEL = 63
_DEFAULT_PORTS = {"http": 80, "https": 443}


class Verdict(StrEnum):
    """What `safenet` would do with an address; the first failing check names the denial."""

    ALLOW = "ALLOW"
    DENY_SCHEME = "DENY_SCHEME"
    DENY_SYNTAX = "DENY_SYNTAX"
    DENY_HOST = "DENY_HOST"
    DENY_PORT = "DENY_PORT"
    DENY_ADDR = "DENY_ADDR"


class Flag(StrEnum):
    """What a person should know about an address beside its verdict."""

    USER_NAME_DROPPED = "user_name_dropped"
    FRAGMENT_DROPPED = "fragment_dropped"
    TRAILING_DOT_DROPPED = "trailing_dot_dropped"
    PUNYCODE = "punycode"
    MIXED_SCRIPTS = "mixed_scripts"
    LOOKALIKE = "lookalike"
    DISGUISED_NUMBER = "disguised_number"
    UNKNOWN_SUFFIX = "unknown_suffix"
    SCHEME_GUESSED = "scheme_guessed"


class Judgement(NamedTuple):
    """The verdict on one address.

    `canonical` is ASCII, without user name, and the same for every spelling that a browser takes for the same
    page; it is also given for a denied address where one exists, since a denied address stays a report, and
    "" where the text cannot be read as an address. `reason` is "" when allowed. `host` is the name or the IP
    address (IPv6 without brackets), `ip` is set when the host is an IP address.
    """

    verdict: Verdict
    canonical: str
    reason: str
    flags: tuple[Flag, ...] = ()
    scheme: str = ""
    host: str = ""
    port: int = 0
    ip: IPAddress | None = None

    @property
    def allowed(self) -> bool:
        """Whether `safenet` may go there, as far as this can be said without looking the name up."""
        return self.verdict is Verdict.ALLOW


_TRIMMED = "".join(map(chr, range(0x21)))  # WHATWG: C0 controls and the space, at both ends
_IGNORED = str.maketrans("", "", "\t\n\r")
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]{0,63}):")
_PUBLIC_NAME = re.compile(r"(?:[a-z0-9_-]{1,63}\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})")
_NAME_CHARACTERS = re.compile(r"[a-z0-9_-]*")
_SURROGATE = re.compile("[\ud800-\udfff]")
_KEPT_FRAGMENTS = ("#!", "#/")


def judge(text: str) -> Judgement:
    """Judge one address as typed, of any length and content; never raises."""
    text = text.strip(_TRIMMED)
    if "\t" in text or "\n" in text or "\r" in text:
        text = text.translate(_IGNORED)
    found = _SCHEME.match(text)
    if found is None:
        return Judgement(Verdict.DENY_SCHEME, "", "no scheme: an address begins with http:// or https://")
    scheme = found[1].lower()
    if scheme not in _DEFAULT_PORTS:
        return Judgement(Verdict.DENY_SCHEME, "", f"the scheme {scheme[:32]} is not http or https", scheme=scheme)
    if len(text) > LONGEST_ADDRESS:
        return _bad_syntax(scheme, f"longer than {LONGEST_ADDRESS} characters")
    try:
        url = URL(_encodable(text))
    except ValueError:
        return _bad_syntax(scheme, "not a readable address")
    return _judge_parsed(url, scheme, text)


def judge_redirect(base: str, location: str) -> Judgement:
    """Judge where a redirect from `base` (canonical) leads; `location` is the header's text, relative or whole."""
    try:
        target = URL(_encodable(location), base).href
    except ValueError:
        target = location
    return judge(target)


def _encodable(text: str) -> str:
    """The text without lone surrogates, which cannot be encoded."""
    return text if text.isascii() else _SURROGATE.sub(_as_escape, text)


def _as_escape(found: re.Match[str]) -> str:
    """A lone surrogate, as an escape: one that stands for a raw byte as that byte, any other as U+FFFD."""
    code = ord(found[0])
    return f"%{code - 0xDC00:02X}" if 0xDC80 <= code <= 0xDCFF else "\ufffd"


def _bad_syntax(scheme: str, reason: str) -> Judgement:
    return Judgement(Verdict.DENY_SYNTAX, "", reason, scheme=scheme)


def _judge_parsed(url: URL, scheme: str, text: str) -> Judgement:
    """SYNTAX (what ada leaves open), HOST, PORT and ADDR of a parsed http or https address."""
    flags: list[Flag] = []
    canonical = url.href
    if "@" in canonical and (url.username or url.password):
        url.username = url.password = ""
        flags.append(Flag.USER_NAME_DROPPED)
    if "#" in canonical and not url.hash.startswith(_KEPT_FRAGMENTS):
        url.hash = ""
        flags.append(Flag.FRAGMENT_DROPPED)
    host: str = url.hostname
    if len(host) > 1 and host[-1] == "." and host[-2] != ".":
        host = host[:-1]
        url.hostname = host
        flags.append(Flag.TRAILING_DOT_DROPPED)
    canonical = url.href
    if len(canonical) > LONGEST_ADDRESS:
        return _bad_syntax(scheme, f"longer than {LONGEST_ADDRESS} characters in canonical form")
    port = int(url.port or _DEFAULT_PORTS[scheme])
    if url.host_type != HostType.DEFAULT:
        return _judge_number(text, canonical, flags, scheme, host, port)
    unicode_labels = idna_to_unicode(host).split(".") if "xn--" in host else None
    if unicode_labels and any(label.startswith("xn--") for label in unicode_labels):
        return _bad_syntax(scheme, "a label of the name is not valid punycode")
    reason = _cannot_be_public(host)
    if reason:
        return Judgement(Verdict.DENY_HOST, canonical, reason, tuple(flags), scheme, host, port)
    flags += _name_flags(host, unicode_labels)
    if port not in ALLOWED_PORTS:
        return _bad_port(canonical, flags, scheme, host, port, None)
    return Judgement(Verdict.ALLOW, canonical, "", tuple(flags), scheme, host, port)


def _judge_number(text: str, canonical: str, flags: list[Flag], scheme: str, host: str, port: int) -> Judgement:
    """PORT and ADDR of an address whose host is an IP address."""
    ip: IPAddress = IPv6Address(host[1:-1]) if host[0] == "[" else IPv4Address(host)
    if host[0] != "[" and not any(before + host in text for before in "/\\@:"):
        flags.append(Flag.DISGUISED_NUMBER)
    if port not in ALLOWED_PORTS:
        return _bad_port(canonical, flags, scheme, str(ip), port, ip)
    reason = explain(ip)
    verdict = Verdict.DENY_ADDR if reason else Verdict.ALLOW
    return Judgement(verdict, canonical, reason or "", tuple(flags), scheme, str(ip), port, ip)


def _bad_port(canonical: str, flags: list[Flag], scheme: str, host: str, port: int, ip: IPAddress | None) -> Judgement:
    allowed = ", ".join(map(str, sorted(ALLOWED_PORTS)))
    reason = f"port {port} is not one of {allowed}"
    return Judgement(Verdict.DENY_PORT, canonical, reason, tuple(flags), scheme, host, port, ip)


def _cannot_be_public(host: str) -> str | None:
    """Why a host name cannot be in the public DNS, or None. `host` is lower-case ASCII without the root dot."""
    labels = host.split(".")
    if len(host) <= LONGEST_NAME and _PUBLIC_NAME.fullmatch(host):
        return reserved_because(labels)
    if any(not label for label in labels):
        return "a label of the name is empty"
    if len(host) > LONGEST_NAME:
        return f"the name is longer than {LONGEST_NAME} characters"
    if any(len(label) > LONGEST_LABEL for label in labels):
        return f"a label of the name is longer than {LONGEST_LABEL} characters"
    if len(labels) == 1:
        return "a name of one label is not public"
    if not all(map(_NAME_CHARACTERS.fullmatch, labels)):
        return "the name has characters that no public name has"
    return "the name ends in no possible top-level domain"


def _name_flags(host: str, unicode_labels: list[str] | None) -> list[Flag]:
    flags = []
    if unicode_labels:
        flags.append(Flag.PUNYCODE)
        if any(map(mixes_scripts, unicode_labels)):
            flags.append(Flag.MIXED_SCRIPTS)
        if unicode_labels[-1].isascii() and any(map(looks_latin, unicode_labels)):
            flags.append(Flag.LOOKALIKE)
    if not known_top(host.rpartition(".")[2]):
        flags.append(Flag.UNKNOWN_SUFFIX)
    return flags
