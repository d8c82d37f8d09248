"""Names that cannot be public: the special-use names, and name spaces outside the public DNS.

Sources: IANA's Special-Use Domain Names registry (opened by RFC 6761), the RFC beside each name, RFC 6762
appendix G for the names that private networks use, and ICANN's resolution of 2024-07-29 for `internal`.
A name of another name space (Tor, I2P, blockchain names) would answer NXDOMAIN, which must never be mistaken
for a removal: so these are denied rather than looked up.
"""

RESERVED_TOPS = {
    "alt": "reserved for names outside the DNS (RFC 9476)",
    "arpa": "reserved for infrastructure (RFC 3172)",
    "example": "reserved for examples (RFC 6761)",
    "invalid": "reserved to be invalid (RFC 6761)",
    "local": "reserved for multicast DNS (RFC 6762)",
    "localhost": "reserved for loopback (RFC 6761)",
    "onion": "reserved for Tor (RFC 7686)",
    "test": "reserved for tests (RFC 6761)",
    "internal": "reserved for private use (ICANN 2024)",
    "corp": "used by private networks (RFC 6762)",
    "home": "used by private networks (RFC 6762)",
    "intranet": "used by private networks (RFC 6762)",
    "lan": "used by private networks (RFC 6762)",
    "private": "used by private networks (RFC 6762)",
    "mail": "used by private networks (ICANN 2018)",
    "localdomain": "used by private networks (never delegated)",
    "bit": "outside the public DNS (Namecoin)",
    "crypto": "outside the public DNS (blockchain names)",
    "eth": "outside the public DNS (blockchain names)",
    "exit": "outside the public DNS (Tor)",
    "gnu": "outside the public DNS (GNUnet)",
    "i2p": "outside the public DNS (I2P)",
    "zkey": "outside the public DNS (GNUnet)",
}
RESERVED_SECOND_LEVEL = {
    "example.com": "reserved for examples (RFC 6761)",
    "example.net": "reserved for examples (RFC 6761)",
    "example.org": "reserved for examples (RFC 6761)",
}


def reserved_because(labels: list[str]) -> str | None:
    """Why the name made of `labels` (lower case, no root label) cannot be public, or None."""
    return RESERVED_TOPS.get(labels[-1]) or RESERVED_SECOND_LEVEL.get(".".join(labels[-2:]))
