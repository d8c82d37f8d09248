"""Who did it: a member of the staff, the worker, a person at the command line, or somebody not known."""

import uuid
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Actor:
    """One who acts. `str(actor)` is what the ledger keeps: an id, never a name."""

    kind: Literal["member", "worker", "command", "nobody"]
    member_id: uuid.UUID | None = None

    def __post_init__(self) -> None:
        if (self.kind == "member") != (self.member_id is not None):
            raise ValueError("a member, and only a member, has a member's id")

    def __str__(self) -> str:
        return self.kind if self.member_id is None else f"member:{self.member_id}"

    @classmethod
    def member(cls, member_id: uuid.UUID) -> "Actor":
        """Return the actor for a member of the staff."""
        return cls("member", member_id)


WORKER = Actor("worker")
COMMAND = Actor("command")
NOBODY = Actor("nobody")
"""Somebody who is not signed in, such as the one behind a failed sign-in."""
