"""One text of the words' form, and what makes it."""

from dataclasses import dataclass
from typing import Protocol

from django.utils.safestring import SafeString


@dataclass(frozen=True)
class Field:
    """One text to edit. `read` is the text as it will stand, `references` what each reference stands for.

    `beside` is what another language says here, where this one says nothing yet.
    """

    name: str
    label: str
    text: str
    errors: tuple[str, ...]
    references: tuple[tuple[str, str], ...]
    read: SafeString | str
    hint: str = ""
    short: bool = False
    beside: str = ""

    @property
    def id(self) -> str:
        """The id of the field on the page."""
        return f"field-{self.name.replace('/', '-')}"


class FieldMaker(Protocol):
    """Makes the field of the text at a place."""

    def __call__(self, place: str, label: str, *, short: bool = False) -> Field:
        """Return the field."""
