"""The National Report as a document: what the PDF, the web pages and the fact sheet all print, in one language.

Its texts hold numbers as references only (`{cell:...}`, `{year:2026}`); `references.filled` puts them in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from isigurt.insight.publication.content import Content

# What became of a recommendation of last year, in a word; an editor says the rest.
STATES: Mapping[str, Promise] = {
    "done": pgettext_lazy("what became of a recommendation", "Done"),
    "begun": pgettext_lazy("what became of a recommendation", "Begun"),
    "not_begun": pgettext_lazy("what became of a recommendation", "Not begun"),
    "refused": pgettext_lazy("what became of a recommendation", "Refused"),
}


@dataclass(frozen=True)
class Chapter:
    """One chapter: paragraphs of text with references, then the tables that belong to it, by their ids."""

    id: str
    title: str
    paragraphs: tuple[str, ...]
    tables: tuple[str, ...] = ()


@dataclass(frozen=True)
class Recommendation:
    """What one addressee is asked to do. `figure` is the reference of the number that supports it."""

    id: str
    text: str
    figure: str
    became: str = ""  # of last year's ones: what became of it
    state: str = ""  # of last year's ones: one of STATES, or nothing is said yet


@dataclass(frozen=True)
class Addressee:
    """State institutions, civil society, schools, industry or families, and what is recommended to them."""

    id: str
    title: str
    recommendations: tuple[Recommendation, ...]


@dataclass(frozen=True)
class Note:
    """One of the notes at the end: method, definitions, limits, how numbers are protected."""

    id: str
    title: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True)
class Illustration:
    """A picture of the editor's own, at `place`: "cover" or a chapter's id. `file` lies in the edition's folder."""

    place: str
    file: str
    alternative: str
    credit: str
    width: int
    height: int


@dataclass(frozen=True)
class Document:
    """One edition in one language, whole."""

    content: Content
    title: str
    subtitle: str
    opening: tuple[str, ...]  # the year in a few sentences, also on the fact sheet
    key_figures: tuple[str, ...]  # references, the most important first: the number tiles
    chapters: tuple[Chapter, ...]
    addressees: tuple[Addressee, ...]
    last_year: tuple[Recommendation, ...]
    notes: tuple[Note, ...]
    illustrations: tuple[Illustration, ...] = ()

    def illustration(self, place: str) -> Illustration | None:
        """Return the picture at a place, if there is one."""
        return next((each for each in self.illustrations if each.place == place), None)
