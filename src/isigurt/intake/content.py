"""What a person sends, as it is sealed: JSON in UTF-8 with a version, the same bytes for the same words.

What is digested for the envelope's name (`canonical`) leaves out what changes from one attempt to the next: the
moment and the lane. So sending again after a lost answer names the same envelope.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Any, Self

VERSION = 1
MOST_ADDRESSES = 50
MOST_CHARACTERS = 10_000
MOST_BYTES = 256 * 1024
# What the door still takes when its disk is getting full.
SHORT_CHARACTERS = 1_000

# What makes a word look like an address: a dot within, a defanged one, or a scheme.
_MARKS_OF_ADDRESS = (".", "://", "[dot]", "(dot)")
_BETWEEN = re.compile(r"[\s,;|]+")
_AROUND = ".,;:!?…\"'“”„’‘()[]<>«»"


class ContentInvalid(ValueError):
    """What an envelope held is not content of a known version and shape."""


@dataclass(frozen=True, kw_only=True)
class ReportContent:
    """The three questions' answers, as typed. Every id is the country pack's; every text may be empty."""

    language: str
    harm: str
    where: str = ""
    platform: str = ""
    account: str = ""
    words: str = ""
    reporter_kind: str = ""
    age_band: str = ""
    contact: str = ""

    @property
    def characters(self) -> int:
        """Number of characters typed in all."""
        return len(self.where) + len(self.account) + len(self.words) + len(self.contact)


@dataclass(frozen=True, kw_only=True)
class ReplyContent:
    """A reporter's answer in the conversation. `nonce` belongs to the form it was written in: the same words sent
    from one form twice are one reply, from two forms two."""

    words: str
    nonce: str = ""

    @property
    def characters(self) -> int:
        """Number of characters typed."""
        return len(self.words)


@dataclass(frozen=True, kw_only=True)
class WithdrawalContent:
    """The wish to withdraw; it has no words. `nonce` is as for replies."""

    nonce: str = ""

    @property
    def characters(self) -> int:
        """Nothing was typed."""
        return 0


@dataclass(frozen=True, kw_only=True)
class SignUpContent:
    """How somebody takes part in a campaign, as typed; `way` says which of the answers belong to it.

    `campaign` and `material` are keys of the pages they stand on; `audiences` are ids with spaces between them.
    """

    language: str
    campaign: str
    way: str
    organisation: str = ""
    organisation_kind: str = ""
    municipality: str = ""
    title: str = ""
    what: str = ""
    day: str = ""
    begins: str = ""
    place: str = ""
    audiences: str = ""
    expected: str = ""
    material: str = ""
    copies: str = ""
    recipient: str = ""
    delivery: str = ""
    contact: str = ""

    @property
    def characters(self) -> int:
        """Number of characters typed in all."""
        typed = (self.organisation, self.title, self.what, self.place, self.recipient, self.delivery, self.contact)
        return sum(map(len, typed))


Content = ReportContent | ReplyContent | WithdrawalContent | SignUpContent
_KINDS: dict[str, type[Content]] = {
    "report": ReportContent,
    "reply": ReplyContent,
    "withdrawal": WithdrawalContent,
    "sign-up": SignUpContent,
}


def kind_of(content: Content) -> str:
    """Return the envelope's kind for this content."""
    return next(kind for kind, shape in _KINDS.items() if isinstance(content, shape))


@dataclass(frozen=True, kw_only=True)
class Letter:
    """What is inside an envelope: the content, the moment it was received, and the reporter's public key."""

    content: Content
    received_at: datetime
    public_key: bytes

    def to_bytes(self) -> bytes:
        """Return the letter as it is sealed."""
        return _dump(
            {
                "version": VERSION,
                "kind": kind_of(self.content),
                "content": asdict(self.content),
                "received_at": self.received_at.isoformat(),
                "public_key": self.public_key.hex(),
            }
        )

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """Read what was opened; raises ContentInvalid."""
        try:
            raw = json.loads(data)
            version = raw["version"]
            content = _content(_KINDS[raw["kind"]], raw["content"])
            received_at = datetime.fromisoformat(raw["received_at"])
            public_key = bytes.fromhex(raw["public_key"])
        except ContentInvalid:
            raise
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
            raise ContentInvalid(f"not a letter: {type(error).__name__}") from None
        if version != VERSION:
            raise ContentInvalid("an unknown version")
        if received_at.tzinfo is None or len(public_key) != 32:
            raise ContentInvalid("a moment without a zone, or a key of another size")
        return cls(content=content, received_at=received_at, public_key=public_key)


def canonical(content: Content) -> bytes:
    """Return the bytes that stand for the content alone."""
    return _dump(asdict(content))


def _dump(value: Mapping[str, Any]) -> bytes:
    # Escaped to ASCII: a lone surrogate that slipped through a form is kept, never a reason to lose a report.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"), sort_keys=True).encode("ascii")


def _content(shape: type[Content], raw: Any) -> Content:
    names = {field.name for field in fields(shape)}
    if not isinstance(raw, dict) or set(raw) - names or not all(isinstance(value, str) for value in raw.values()):
        raise ContentInvalid("not the fields of its kind")
    return shape(**raw)


def count_addresses(where: str) -> int:
    """Count what may be an address in pasted text, cheaply; judging is the desk's business."""
    words = (word.strip(_AROUND).lower() for word in _BETWEEN.split(where))
    return sum(1 for word in words if any(mark in word for mark in _MARKS_OF_ADDRESS))


def lines(where: str) -> list[str]:
    """Return the lines of pasted text that hold anything, each stripped of the space around it."""
    return [line for line in (line.strip() for line in where.splitlines()) if line]
