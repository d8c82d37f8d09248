"""What the public door has to know to take in who takes part: baked with the pages, read by the forms.

It holds nothing that does not stand on a public page.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from isigurt.baked.reading import Baked

ADDRESS = "/taking-part.json"
KIND = "application/json"
VERSION = 1
Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class OpenCampaign:
    """A campaign that takes people in, in one language; `until` is the last day, ISO, or empty."""

    key: str
    title: str
    address: str
    ways: tuple[str, ...]
    until: str = ""
    pledge: str = ""

    def open_on(self, day: date) -> bool:
        """Say whether it still takes people in on `day`."""
        return not self.until or date.fromisoformat(self.until) >= day


@dataclass(frozen=True)
class Offer:
    """What there is in one language: campaigns, what is printed, and the words that one can choose from."""

    campaigns: tuple[OpenCampaign, ...] = ()
    materials: Pairs = ()
    audiences: Pairs = ()
    kinds: Pairs = ()

    def open(self, way: str, day: date) -> list[OpenCampaign]:
        """Return the campaigns that are open for `way` on `day`; an order needs something printed."""
        if way == "order" and not self.materials:
            return []
        return [each for each in self.campaigns if way in each.ways and each.open_on(day)]


def offers_text(offers: Mapping[str, Offer]) -> bytes:
    """Return the offers of all languages as they are baked."""
    languages = {language: asdict(offer) for language, offer in offers.items()}
    return json.dumps({"version": VERSION, "languages": languages}, ensure_ascii=False).encode()


def read_offers(text: bytes) -> dict[str, Offer]:
    """Read them again; raises ValueError for what is none of ours."""
    read = json.loads(text)
    if read.get("version") != VERSION:
        raise ValueError("an unknown version of the offers")
    return {language: _offer(raw) for language, raw in read["languages"].items()}


def _offer(raw: Mapping[str, Any]) -> Offer:
    campaigns = tuple(OpenCampaign(**{**each, "ways": tuple(each["ways"])}) for each in raw["campaigns"])
    pairs = {name: tuple((key, words) for key, words in raw[name]) for name in ("materials", "audiences", "kinds")}
    return Offer(campaigns=campaigns, **pairs)


class Offers:
    """The offers of a baked site as they are now, read anew when they change."""

    def __init__(self, site: Baked) -> None:
        self._site = site
        self._tag = ""
        self._read: dict[str, Offer] = {}

    def of(self, language: str) -> Offer:
        """Return the offer in one language, empty while nothing is baked."""
        file = self._site.find(ADDRESS)
        if file is None:
            return Offer()
        if file.tag != self._tag:
            self._read, self._tag = read_offers(file.plain), file.tag
        return self._read.get(language, Offer())
