"""The country pack: harms, assessment, law, authorities, helplines, platforms, words.

All that differs from one country to another is data in ``packs/<country>/*.toml``. Code asks ``pack()`` and
never names a number, an institution or an article itself.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from isigurt.country.country_pack import CountryPack, load_pack
from isigurt.country.listing import Listing, Unlisted
from isigurt.country.reading import PackInvalid
from isigurt.country.words import Words

__all__ = ["CountryPack", "Listing", "PackInvalid", "Unlisted", "Words", "load_pack", "pack"]

PACKS = Path(__file__).parent / "packs"


def pack() -> CountryPack:
    """Return the pack that ``settings.ISIGURT_COUNTRY`` names: ``"al"``, or a path to a folder elsewhere.

    Raises PackInvalid, with every mistake found, the first time a faulty pack is asked for.
    """
    return _loaded(str(settings.ISIGURT_COUNTRY))


@lru_cache(maxsize=8)
def _loaded(country: str) -> CountryPack:
    return load_pack(Path(country) if "/" in country else PACKS / country)
