"""Recognising a content delivery network, behind which the real host is hidden."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class DeliveryNetwork:
    """One content delivery network; the fields are those of `delivery_networks.toml`."""

    name: str
    source: str
    organisations: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    abuse_page: str = ""


@cache
def known_networks() -> tuple[DeliveryNetwork, ...]:
    """Return the networks listed in `delivery_networks.toml`."""
    text = files("isigurt.takedown").joinpath("delivery_networks.toml").read_text(encoding="utf-8")
    return tuple(
        DeliveryNetwork(
            name=entry["name"],
            source=entry["source"],
            organisations=tuple(entry.get("organisations", ())),
            names=tuple(entry.get("names", ())),
            abuse_page=entry.get("abuse_page", ""),
        )
        for entry in tomllib.loads(text)["network"]
    )


def delivery_network(*, organisations: Iterable[str], aliases: Iterable[str]) -> DeliveryNetwork | None:
    """Return the delivery network that the registry's organisation names or the alias names point to, if any."""
    said = [text.casefold() for text in organisations if text]
    ends = [alias.casefold().rstrip(".") for alias in aliases]
    for network in known_networks():
        if any(_says(text, word) for text in said for word in network.organisations):
            return network
        if any(end == name or end.endswith(f".{name}") for end in ends for name in network.names):
            return network
    return None


def _says(text: str, word: str) -> bool:
    return re.search(rf"(?<![a-z0-9]){re.escape(word.casefold())}(?![a-z0-9])", text) is not None
