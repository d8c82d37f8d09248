"""The receipt: sixteen characters that a reporter keeps, and all that is derived from them.

Fifteen characters carry 75 random bits, the sixteenth is a check. The alphabet is Crockford's base 32 (digits and
letters without I, L, O and U), printed in four groups. Nothing of a receipt is ever stored: the stores know its
locator and its public key, both derived one way (keyed BLAKE2b, a domain for each purpose).

The check character is a weighted sum over the field of 32 elements, with sixteen different weights, none of them
zero. So it catches *every* single wrong character and *every* swap of two characters, neighbours or not; of other
mistakes it lets one in 32 pass, which then finds no report.
"""

import hashlib
import secrets
import uuid
from dataclasses import dataclass, field
from functools import cached_property
from typing import Self

from isigurt.vault.derive import derive
from isigurt.vault.sealing import PrivateKey

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
GROUP = 4
RANDOM_BITS = 75
REPORTER = "reporter"

_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
# What people write for what they read; Crockford's own folding.
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
# Whatever people and word processors put between the groups.
_BETWEEN = " \t\r\n\v\f-_.,:;/·•\u00a0\u00ad\u200b\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u202f\ufeff"
_DROPPED = str.maketrans("", "", _BETWEEN)


class ReceiptInvalid(ValueError):
    """What was typed is no receipt; `reason` is `empty`, `length`, `letter` or `check`. It never quotes the text."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"not a receipt: {reason}")
        self.reason = reason


def _times_alpha(value: int) -> int:
    """Multiply by the generator of GF(32) with the polynomial x⁵ + x² + 1."""
    value <<= 1
    return value ^ 0b100101 if value & 0b100000 else value


def _multiply(left: int, right: int) -> int:
    product = 0
    for bit in range(5):
        if right >> bit & 1:
            product ^= left
        left = _times_alpha(left)
    return product


def _powers() -> list[int]:
    powers = [1]
    while len(powers) < LENGTH:
        powers.append(_times_alpha(powers[-1]))
    return powers


# Weight 1 is the check character's own, so that it is simply the sum of the others.
_WEIGHTS = [*_powers()[1:], 1]
_WEIGHED = [[_multiply(weight, value) for value in range(32)] for weight in _WEIGHTS]


def _check_value(values: list[int]) -> int:
    total = 0
    for weighed, value in zip(_WEIGHED, values, strict=False):
        total ^= weighed[value]
    return total


@dataclass(frozen=True)
class Receipt:
    """A valid receipt. Its text never shows in a traceback or a log."""

    code: str = field(repr=False)

    @classmethod
    def fresh(cls) -> Self:
        """Return a new receipt from the system's randomness."""
        bits = secrets.randbits(RANDOM_BITS)
        values = [bits >> shift & 31 for shift in range(RANDOM_BITS - 5, -1, -5)]
        values.append(_check_value(values))
        return cls("".join(ALPHABET[value] for value in values))

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a receipt as people type it: any case, spaces or dashes anywhere, O for 0, I or L for 1.

        Raises ReceiptInvalid.
        """
        # Nobody types this much; and full-width letters from a phone's keyboard may fold to plain ones.
        code = text[:200].translate(_DROPPED).upper().translate(_READ_AS)
        if not code:
            raise ReceiptInvalid("empty")
        if any(letter not in _VALUE for letter in code):
            raise ReceiptInvalid("letter")
        if len(code) != LENGTH:
            raise ReceiptInvalid("length")
        if _check_value([_VALUE[letter] for letter in code]):
            raise ReceiptInvalid("check")
        return cls(code)

    @property
    def text(self) -> str:
        """The receipt as it is printed: `ABCD-EFGH-JKMN-PQRS`."""
        return "-".join(self.groups)

    @property
    def groups(self) -> list[str]:
        """The four groups of four characters."""
        return [self.code[at : at + GROUP] for at in range(0, LENGTH, GROUP)]

    @cached_property
    def _secret(self) -> bytes:
        return self.code.encode("ascii")

    @cached_property
    def locator(self) -> str:
        """What the stores know the report by: 32 hex digits, from which the receipt cannot be found."""
        return derive(self._secret, "receipt locator 1", 16).hex()

    @cached_property
    def entry_id(self) -> uuid.UUID:
        """The id of the report that a form with this receipt enters by hand, so that it enters one only."""
        return uuid.UUID(bytes=derive(self._secret, "receipt entry 1", 16), version=4)

    def keypair(self) -> PrivateKey:
        """Return the reporter's own key pair, to which the hotline's messages are sealed."""
        return PrivateKey(REPORTER, derive(self._secret, "receipt key pair 1", 32))

    def envelope_id(self, kind: str, content: bytes) -> str:
        """Return the name (64 hex digits) of the envelope that carries `content`.

        The same content sent again has the same name; nobody without the receipt can tell whether a guess at the
        content is right.
        """
        secret = derive(self._secret, "receipt envelope 1", 32)
        digest = hashlib.blake2b(key=secret, digest_size=32, person=b"isigurt envel 1")
        digest.update(len(kind).to_bytes(1, "big") + kind.encode() + content)
        return digest.hexdigest()
