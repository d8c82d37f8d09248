"""Text in every language of a pack, shown in the language that is active when it is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import get_language


@dataclass(frozen=True, slots=True)
class Words:
    """One text in each language of the pack, first language first.

    ``str(words)`` gives the active language of Django, or the pack's first language when there is none
    or the pack does not speak it. So a ``Words`` can be handed to a template or a form choice as it is.
    """

    texts: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Words:
        """Make words from a mapping of language code to text, in its order."""
        return cls(tuple(texts.items()))

    def spoken(self, language: str) -> str:
        """Text in ``language`` (``"sq-AL"`` counts as ``"sq"``), else in the first language."""
        wanted = language.partition("-")[0].lower()
        return next((text for code, text in self.texts if code == wanted), self.texts[0][1])

    @property
    def languages(self) -> tuple[str, ...]:
        """Codes of the languages this text exists in."""
        return tuple(code for code, _ in self.texts)

    @property
    def sq(self) -> str:
        """Albanian text (the first language of a pack that has no Albanian)."""
        return self.spoken("sq")

    @property
    def en(self) -> str:
        """English text (the first language of a pack that has no English)."""
        return self.spoken("en")

    def __str__(self) -> str:
        return self.spoken(get_language() or "")
