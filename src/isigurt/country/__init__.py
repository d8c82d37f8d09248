"""The country pack: harms, assessment, law, authorities, helplines, platforms, places, words; and its languages.

All that differs from one country to another is data in ``packs/<country>/*.toml``, and all that differs from one
language to another in ``languages/<code>.toml`` and the catalogues. Code asks ``pack()`` and ``language()`` and never
names a number, an institution, an article or a language itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from django.conf import settings
from django.utils.translation import get_language

from isigurt.country.alphabet import Key, alphabet
from isigurt.country.country_pack import CountryPack, load_pack
from isigurt.country.language import Language
from isigurt.country.listing import Listing, Titled, Unlisted
from isigurt.country.reading import PackInvalid
from isigurt.country.words import Words

__all__ = [
    "CountryPack",
    "Language",
    "Listing",
    "PackInvalid",
    "Unlisted",
    "Words",
    "alphabetical",
    "first_language",
    "folder_of",
    "language",
    "language_choices",
    "load_pack",
    "loaded",
    "pack",
    "sort_key",
]

PACKS = Path(__file__).parent / "packs"
Entry = TypeVar("Entry", bound=Titled)


def pack() -> CountryPack:
    """Return the pack that ``settings.ISIGURT_COUNTRY`` names: ``"al"``, or a path to a folder elsewhere.

    Raises PackInvalid, with every mistake found, the first time a faulty pack is asked for.
    """
    return loaded(str(settings.ISIGURT_COUNTRY))


def folder_of(country: str) -> Path:
    """Return the folder of the pack that is named so: ``"al"``, or a path."""
    return Path(country) if "/" in country else PACKS / country


@lru_cache(maxsize=8)
def loaded(country: str) -> CountryPack:
    """Return the pack that is named so, read once. The settings use it: it asks no setting itself."""
    return load_pack(folder_of(country))


def language(code: str = "") -> Language:
    """Return the language with this code, or the active one; the pack's first for one that nobody knows."""
    country = pack()
    wanted = (code or get_language() or "").partition("-")[0].lower()
    return country.known_languages.get(wanted) or country.known_languages[country.hotline.languages[0]]


def language_choices() -> list[tuple[str, str]]:
    """Return the pack's languages for a field of a form: the code, and the language's own name."""
    return [(each.id, each.title.spoken(each.id)) for each in pack().languages]


def first_language() -> str:
    """Return the code of the language that is spoken when in doubt."""
    return pack().hotline.languages[0]


def sort_key(text: str, code: str = "") -> Key:
    """Return what to sort a name by, in the language with this code or the active one."""
    return alphabet(language(code).alphabet).key(text)


def alphabetical(entries: Iterable[Entry], code: str = "") -> list[Entry]:
    """Return entries of the pack sorted by their titles, in the language with this code or the active one."""
    spoken = language(code)
    return sorted(entries, key=lambda entry: sort_key(entry.title.spoken(spoken.id), spoken.id))
