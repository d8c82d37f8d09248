"""One text of the words' form, and what makes it."""

from dataclasses import dataclass
from typing import Protocol

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from isigurt.insight.publication.document import STATES

MORE = "more"  # where the number of a text stands: one that is not there yet


@dataclass(frozen=True)
class Choice:
    """What became of a recommendation, in one word of a fixed list."""

    name: str
    value: str
    errors: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the choice on the page."""
        return f"field-{self.name.replace('/', '-')}"

    @property
    def options(self) -> tuple[tuple[str, Promise | str], ...]:
        """What can be chosen."""
        return (("", _("Not said yet")), *STATES.items())


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
    chosen: Choice | None = None

    @property
    def id(self) -> str:
        """The id of the field on the page."""
        return f"field-{self.name.replace('/', '-')}"


class FieldMaker(Protocol):
    """Makes the field of the text at a place."""

    def __call__(self, place: str, label: str, *, short: bool = False) -> Field:
        """Return the field."""
