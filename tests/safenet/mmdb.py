"""Writes small MMDB files for the tests, after MaxMind DB file format 2.0 (24-bit records)."""

import struct
from ipaddress import ip_network
from typing import Any

MARKER = b"\xab\xcd\xefMaxMind.com"


def encoded(value: Any) -> bytes:
    match value:
        case str():
            raw = value.encode()
            return control(2, len(raw)) + raw
        case dict():
            return control(7, len(value)) + b"".join(encoded(key) + encoded(item) for key, item in value.items())
        case list():
            return control(11, len(value)) + b"".join(map(encoded, value))
        case int():
            raw = value.to_bytes((value.bit_length() + 7) // 8, "big")
            return control(6 if len(raw) <= 4 else 9, len(raw)) + raw
    raise TypeError(value)


def control(kind: int, size: int) -> bytes:
    assert size < 29 + 256
    extended = b"" if kind < 8 else bytes([kind - 7])
    first = (kind << 5 if kind < 8 else 0) | min(size, 29)
    return bytes([first]) + extended + (bytes([size - 29]) if size >= 29 else b"")


def written(networks: dict[str, Any], *, version: int = 6) -> bytes:
    """The file that maps each network to its record; IPv4 networks lie under ::/96 in a file of version 6."""
    nodes: list[list[int | None]] = [[None, None]]
    data = b""
    for text, record in networks.items():
        network = ip_network(text)
        bits = f"{int(network.network_address):0{network.max_prefixlen}b}"[: network.prefixlen]
        if version == 6 and network.version == 4:
            bits = "0" * 96 + bits
        node = 0
        for bit in bits[:-1]:
            following = nodes[node][int(bit)]
            if following is None:
                nodes.append([None, None])
                following = nodes[node][int(bit)] = len(nodes) - 1
            node = following
        nodes[node][int(bits[-1])] = -len(data) - 1
        data += encoded(record)
    count = len(nodes)

    def pointer(found: int | None) -> int:
        if found is None:
            return count
        return found if found >= 0 else count + 16 + (-found - 1)

    tree = b"".join(struct.pack(">I", pointer(side))[1:] for node in nodes for side in node)
    metadata = {
        "binary_format_major_version": 2,
        "binary_format_minor_version": 0,
        "build_epoch": 1,
        "database_type": "test",
        "description": {},
        "ip_version": version,
        "languages": [],
        "node_count": count,
        "record_size": 24,
    }
    return tree + bytes(16) + data + MARKER + encoded(metadata)
