"""The IP ranges that are never connected to, written out.

Sources: IANA's IPv4 and IPv6 Special-Purpose Address Registries (state of 2025-10-09), IANA's IPv4 and IPv6
multicast and global-unicast registries, and the RFC named beside each range. The table is explicit because
`ipaddress.is_global` on Python 3.11 answers wrongly for a dozen of these ranges.

Ranges that the registries call globally reachable but that serve a protocol and no website (AS112, AMT, the
anycast addresses, ORCHID) are denied too: no reported page can live there.
"""

from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network

IPAddress = IPv4Address | IPv6Address


@dataclass(frozen=True, slots=True)
class DeniedRange:
    """One denied range: its prefix, what it is for, and the document that says so."""

    prefix: str
    purpose: str
    source: str

    def __str__(self) -> str:
        return f"{self.prefix} is {self.purpose} ({self.source})"


IPV4_RANGES = (
    DeniedRange("0.0.0.0/8", "this network", "RFC 791"),
    DeniedRange("10.0.0.0/8", "private use", "RFC 1918"),
    DeniedRange("100.64.0.0/10", "shared address space of carriers", "RFC 6598"),
    DeniedRange("127.0.0.0/8", "loopback", "RFC 1122"),
    # Azure gives this public address to the machine's own control service; from outside it is nothing.
    DeniedRange("168.63.129.16/32", "a cloud's control service", "Azure"),
    DeniedRange("169.254.0.0/16", "link-local, cloud metadata among it", "RFC 3927"),
    DeniedRange("172.16.0.0/12", "private use", "RFC 1918"),
    DeniedRange("192.0.0.0/24", "protocol assignments", "RFC 6890"),
    DeniedRange("192.0.2.0/24", "documentation", "RFC 5737"),
    DeniedRange("192.31.196.0/24", "AS112", "RFC 7535"),
    DeniedRange("192.52.193.0/24", "AMT relays", "RFC 7450"),
    DeniedRange("192.88.99.0/24", "6to4 relays, deprecated", "RFC 7526"),
    DeniedRange("192.168.0.0/16", "private use", "RFC 1918"),
    DeniedRange("192.175.48.0/24", "AS112", "RFC 7534"),
    DeniedRange("198.18.0.0/15", "benchmarking", "RFC 2544"),
    DeniedRange("198.51.100.0/24", "documentation", "RFC 5737"),
    DeniedRange("203.0.113.0/24", "documentation", "RFC 5737"),
    DeniedRange("224.0.0.0/4", "multicast", "RFC 5771"),
    DeniedRange("255.255.255.255/32", "limited broadcast", "RFC 919"),
    DeniedRange("240.0.0.0/4", "reserved", "RFC 1112"),
)

IPV6_RANGES = (
    DeniedRange("::/128", "the unspecified address", "RFC 4291"),
    DeniedRange("::1/128", "loopback", "RFC 4291"),
    DeniedRange("::ffff:0:0/96", "IPv4-mapped", "RFC 4291"),
    DeniedRange("::ffff:0:0:0/96", "IPv4-translated", "RFC 2765"),
    DeniedRange("::/96", "IPv4-compatible, deprecated", "RFC 4291"),
    DeniedRange("64:ff9b::/96", "NAT64", "RFC 6052"),
    DeniedRange("64:ff9b:1::/48", "local NAT64", "RFC 8215"),
    DeniedRange("100::/64", "discard-only", "RFC 6666"),
    DeniedRange("100:0:0:1::/64", "the dummy prefix", "RFC 9780"),
    DeniedRange("2001::/32", "Teredo", "RFC 4380"),
    DeniedRange("2001:2::/48", "benchmarking", "RFC 5180"),
    DeniedRange("2001:3::/32", "AMT relays", "RFC 7450"),
    DeniedRange("2001:4:112::/48", "AS112", "RFC 7535"),
    DeniedRange("2001:10::/28", "ORCHID, deprecated", "RFC 4843"),
    DeniedRange("2001:20::/28", "ORCHIDv2", "RFC 7343"),
    DeniedRange("2001:30::/28", "drone remote identification", "RFC 9374"),
    DeniedRange("2001::/23", "protocol assignments", "RFC 2928"),
    DeniedRange("2001:db8::/32", "documentation", "RFC 3849"),
    DeniedRange("2002::/16", "6to4", "RFC 3056"),
    DeniedRange("2620:4f:8000::/48", "AS112", "RFC 7534"),
    DeniedRange("3ffe::/16", "the 6bone, returned", "RFC 3701"),
    DeniedRange("3fff::/20", "documentation", "RFC 9637"),
    DeniedRange("5f00::/16", "segment routing", "RFC 9602"),
    DeniedRange("fc00::/7", "unique local", "RFC 4193"),
    DeniedRange("fe80::/10", "link-local", "RFC 4291"),
    DeniedRange("fec0::/10", "site-local, deprecated", "RFC 3879"),
    DeniedRange("ff00::/8", "multicast", "RFC 4291"),
)
OUTSIDE_GLOBAL_UNICAST = DeniedRange("::/0 without 2000::/3", "not global unicast", "RFC 4291")
EMBEDDED_IPV4 = "an IPv6 address that carries a denied IPv4 address"

_IPV4_MASKS = tuple(
    (int(network.netmask), int(network.network_address), entry)
    for entry in IPV4_RANGES
    for network in (IPv4Network(entry.prefix),)
)
_IPV6_MASKS = tuple(
    (int(network.netmask), int(network.network_address), entry)
    for entry in IPV6_RANGES
    for network in (IPv6Network(entry.prefix),)
)
_GLOBAL_UNICAST_TOP = 0b001
# RFC 5214: an ISATAP interface identifier is 0000:5efe or 0200:5efe, then an IPv4 address.
_ISATAP = frozenset({0x00005EFE, 0x02005EFE})


def denied_range(address: IPAddress) -> DeniedRange | None:
    """The range for which `address` is never connected to, or None when it is public.

    An IPv6 address of a translation or tunnel mechanism is denied with its whole range, whatever IPv4 address
    it carries; ISATAP has no range of its own, so the carried address is judged itself.
    """
    number = int(address)
    if isinstance(address, IPv4Address):
        return _first_match(number, _IPV4_MASKS)
    found = _first_match(number, _IPV6_MASKS)
    if found is None and number >> 125 != _GLOBAL_UNICAST_TOP:
        return OUTSIDE_GLOBAL_UNICAST
    if found is None and (number >> 32) & 0xFFFFFFFF in _ISATAP:
        carried = denied_range(IPv4Address(number & 0xFFFFFFFF))
        if carried is not None:
            return DeniedRange(str(address), f"{EMBEDDED_IPV4}: {carried.prefix}, {carried.purpose}", "RFC 5214")
    return found


def embedded_ipv4(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a mapped, compatible, translated, NAT64, 6to4 or Teredo address carries, if any."""
    number = int(address)
    if number >> 112 == 0x2002:
        return IPv4Address((number >> 80) & 0xFFFFFFFF)
    if number >> 96 == 0x20010000:
        return IPv4Address(~number & 0xFFFFFFFF)  # Teredo stores it inverted
    if number >> 32 in _CARRIES_IN_LAST_32_BITS and number > 1:
        return IPv4Address(number & 0xFFFFFFFF)
    return None


_CARRIES_IN_LAST_32_BITS = frozenset(
    int(IPv6Address(prefix)) >> 32 for prefix in ("::", "::ffff:0:0", "::ffff:0:0:0", "64:ff9b::")
)


def explain(address: IPAddress) -> str | None:
    """Words for why `address` is denied, naming the IPv4 address it carries; None when it is public."""
    found = denied_range(address)
    if found is None:
        return None
    carried = embedded_ipv4(address) if isinstance(address, IPv6Address) else None
    if carried is None:
        return str(found)
    inner = denied_range(carried)
    return f"{found}; it carries {carried}" + (f", {inner.purpose}" if inner else "")


def _first_match(number: int, masks: tuple[tuple[int, int, DeniedRange], ...]) -> DeniedRange | None:
    for mask, start, entry in masks:
        if number & mask == start:
            return entry
    return None
