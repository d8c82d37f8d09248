"""Which recommendations an edition makes: a pool in data, and a rule on one published figure for each."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from isigurt.insight.publication.content import Content
from isigurt.insight.publication.document import Addressee, Recommendation

ADDRESSEES: dict[str, Promise] = {
    "state": pgettext_lazy("recommended to", "State institutions"),
    "society": pgettext_lazy("recommended to", "Civil society"),
    "schools": pgettext_lazy("recommended to", "Schools"),
    "industry": pgettext_lazy("recommended to", "Industry"),
    "families": pgettext_lazy("recommended to", "Families"),
}


class NotInThisLanguage(LookupError):
    """A recommendation has not been translated."""


@dataclass(frozen=True)
class Entry:
    """One of the pool. `least` is the smallest value of its figure for which it is made."""

    id: str
    addressee: str
    figures: tuple[str, ...]
    texts: dict[str, str]
    least: int = 0
    fallback: bool = False

    def figure(self, content: Content) -> str | None:
        """Return the figure that supports it, where this edition publishes one and it is large enough."""
        numbers = content.numbers()
        found = next((numbers[each] for each in self.figures if each in numbers), None)
        return found.reference if found and found.value >= self.least else None

    def text(self, language: str) -> str:
        """Return the text; raise NotInThisLanguage where nobody has translated it."""
        if language not in self.texts:
            raise NotInThisLanguage(f"The recommendation {self.id} is not translated into {language!r}.")
        return self.texts[language]


@lru_cache
def pool() -> tuple[Entry, ...]:
    """Return everything that may be recommended, in the order of the file."""
    listed = tomllib.loads((Path(__file__).parent / "recommendations.toml").read_text("utf-8"))
    known = {"id", "addressee", "figures", "least", "fallback"}
    return tuple(
        Entry(
            id=each["id"],
            addressee=each["addressee"],
            figures=tuple(each["figures"]),
            texts={name: text for name, text in each.items() if name not in known},
            least=each.get("least", 0),
            fallback=each.get("fallback", False),
        )
        for each in listed["recommendation"]
    )


def recommended(content: Content) -> tuple[Addressee, ...]:
    """Return what is recommended to each addressee: at least one thing, if anything at all is published."""
    return tuple(Addressee(name, str(title), _to(name, content)) for name, title in ADDRESSEES.items())


def _to(addressee: str, content: Content) -> tuple[Recommendation, ...]:
    mine = [entry for entry in pool() if entry.addressee == addressee]
    chosen = [entry for entry in mine if not entry.fallback and entry.figure(content)]
    chosen = chosen or [entry for entry in mine if entry.fallback and entry.figure(content)]
    return tuple(
        Recommendation(entry.id, entry.text(content.language), entry.figure(content) or "") for entry in chosen
    )
