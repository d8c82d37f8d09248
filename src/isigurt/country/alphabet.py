"""Sorts words by the alphabet of a language, in which a letter may be written with two signs (Albanian "dh").

Signs that the alphabet does not have find their place too: marks on a letter count only between words that are
otherwise alike, foreign Latin letters stand where Latin has them, everything else stands after the letters. Where two
signs happen to meet between parts of a word ("mos-hapi") they are taken for the one letter: only a dictionary knows.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

Rank = tuple[int, int, int]
Key = tuple[tuple[Rank, ...], str, str]
BLANK, MARK, DIGIT, LETTER, OTHER = range(5)


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


class Alphabet:
    """One language's letters in their order."""

    def __init__(self, letters: tuple[str, ...]) -> None:
        self._place = {_composed(letter): place for place, letter in enumerate(letters)}
        longest_first = sorted(self._place, key=len, reverse=True)
        self._signs = re.compile("|".join([*map(re.escape, longest_first), "."]), re.DOTALL)
        self._latin = [(self._plain(letter)[0], place) for letter, place in self._place.items()]

    def key(self, text: str) -> Key:
        """Return what to sort ``text`` by: its letters, then the marks on them, then small before capital."""
        text = _composed(text)
        small = _composed(text.casefold())
        ranks = tuple(self._rank(sign) for sign in self._signs.findall(small) if not unicodedata.combining(sign[0]))
        return ranks, small, text.swapcase() + text

    def _rank(self, sign: str) -> Rank:
        known = self._known(sign)
        if known is not None:
            return LETTER, known, 0
        if sign.isspace():
            return BLANK, 0, 0
        plain = self._plain(sign)
        if plain.isdecimal():
            return DIGIT, unicodedata.decimal(plain), 0
        if plain.isascii() and plain.isalpha():
            before = [place for letter, place in self._latin if letter.isascii() and letter < plain]
            return LETTER, max(before, default=-1), ord(plain)
        return (OTHER if sign.isalpha() else MARK), ord(sign), 0

    def _known(self, sign: str) -> int | None:
        """Return the place of the letter under the marks: that of "ë" for an "ë" with an accent."""
        if sign in self._place:
            return self._place[sign]
        parts = unicodedata.normalize("NFD", sign)
        stems = (_composed(parts[:end]) for end in range(len(parts) - 1, 0, -1))
        return next((self._place[stem] for stem in stems if stem in self._place), None)

    @staticmethod
    def _plain(sign: str) -> str:
        return unicodedata.normalize("NFKD", sign)[0]


@lru_cache(maxsize=32)
def alphabet(letters: tuple[str, ...]) -> Alphabet:
    """Return the alphabet with these letters, made once."""
    return Alphabet(letters)
