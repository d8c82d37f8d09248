"""The little of the DNS wire format that a look-up of addresses needs (RFC 1035 section 4, RFC 6891 for EDNS).

dnspython reads and writes the same at thirty times the cost, which was a third of a whole probe; it is the test
oracle. Nothing here follows a compression pointer, so a message cannot make the reader loop.
"""

import struct
from dataclasses import dataclass
from enum import IntEnum
from ipaddress import IPv4Address, IPv6Address

from isigurt.safenet.ranges import IPAddress

PAYLOAD = 1232  # bytes of a UDP answer, as the DNS Flag Day 2020 recommends
_HEADER = struct.Struct(">HHHHHH")
_RECORD = struct.Struct(">HHIH")
_RECURSION_DESIRED = 0x0100
_IS_ANSWER = 0x8000
_TRUNCATED = 0x0200
_IN = 1
# An OPT record: root name, type 41, payload size in place of the class, no flags, no options.
_EDNS = b"\0" + _RECORD.pack(41, PAYLOAD, 0, 0)


class Kind(IntEnum):
    """The record types that are asked for."""

    A = 1
    AAAA = 28


class BadMessage(Exception):
    """The bytes are not an answer to the question."""


@dataclass(frozen=True, slots=True)
class Message:
    """What an answer says: the response code, whether it was cut short, the addresses of its answer section."""

    code: int
    truncated: bool
    addresses: tuple[IPAddress, ...]


def question(name: str, kind: Kind) -> bytes:
    """The question section for a lower-case ASCII name without the root dot; raises ValueError if it is none."""
    labels = name.encode("ascii").split(b".")
    if any(not 0 < len(label) < 64 for label in labels) or len(name) > 253:
        raise ValueError("not a host name")
    return b"".join(bytes((len(label),)) + label for label in labels) + b"\0" + struct.pack(">HH", kind, _IN)


def query(number: int, asked: bytes) -> bytes:
    """A query with the id `number` for one question, with recursion and EDNS."""
    return _HEADER.pack(number, _RECURSION_DESIRED, 1, 0, 0, 1) + asked + _EDNS


def answers_to(message: bytes, number: int) -> bool:
    """Whether a datagram claims to answer the query with the id `number`."""
    return len(message) >= _HEADER.size and message[2] & 0x80 != 0 and message[0] << 8 | message[1] == number


def read(message: bytes, number: int, asked: bytes) -> Message:
    """Read the answer to `query(number, asked)`; raises BadMessage when it is not one."""
    try:
        found, flags, questions, answers, _, _ = _HEADER.unpack_from(message)
        start = _HEADER.size + len(asked)
        code = flags & 0x0F
        if found != number or not flags & _IS_ANSWER or flags & 0x7800:
            raise BadMessage
        if questions == 0 and code != 0 and not answers:
            return Message(code, truncated=False, addresses=())  # a refusal need not repeat the question
        if questions != 1 or message[_HEADER.size : start].lower() != asked:
            raise BadMessage
        truncated = bool(flags & _TRUNCATED)
        return Message(code, truncated, () if truncated else _addresses(message, start, answers))
    except (struct.error, IndexError) as error:
        raise BadMessage from error


def _addresses(message: bytes, position: int, count: int) -> tuple[IPAddress, ...]:
    found: list[IPAddress] = []
    for _ in range(count):
        position = _after_name(message, position)
        kind, family, _, length = _RECORD.unpack_from(message, position)
        position += _RECORD.size
        data = message[position : position + length]
        if len(data) != length:
            raise BadMessage
        position += length
        if family != _IN or kind not in _SIZES:
            continue
        if length != _SIZES[kind]:
            raise BadMessage
        found.append(IPv4Address(data) if kind == Kind.A else IPv6Address(data))
    return tuple(found)


_SIZES = {int(Kind.A): 4, int(Kind.AAAA): 16}


def _after_name(message: bytes, position: int) -> int:
    """Where the record goes on behind a name; a pointer ends the name and is not followed."""
    while True:
        length = message[position]
        if length >= 0xC0:
            return position + 2
        if length == 0:
            return position + 1
        if length >= 0x40:
            raise BadMessage
        position += length + 1
