"""What a report names: from what was typed in a place to addresses and accounts, without losing a letter of it."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from isigurt.casework.choices import ItemKind
from isigurt.country import pack
from isigurt.intake.queries import OpenPlace
from isigurt.safenet.address import Judgement, judge
from isigurt.safenet.refang import find_addresses
from isigurt.vault.blind import blind_index

ADDRESS_PURPOSE = "casework.item.address"
HOST_PURPOSE = "casework.item.host"
ALLOW = "ALLOW"
# On a platform these first parts of a path lead to a person's or group's page, whatever follows is its name.
_PROFILE_PATHS = frozenset({"u", "user", "users", "profile", "channel", "c", "in", "add", "people", "groups", "pages"})
_PROFILE_PAGES = frozenset({"profile.php", "people"})


@dataclass(frozen=True)
class Named:
    """One address or account found in what was typed.

    `address` is what the item keeps: the canonical address, `platform: name` for an account, or the raw text when it
    cannot be used; `index` is empty then, so that it is never taken for another.
    """

    raw: str
    kind: ItemKind
    address: str
    host: str = ""
    platform: str = ""
    verdict: str = ""
    reason: str = ""
    flags: tuple[str, ...] = ()

    @property
    def index(self) -> str | None:
        """Return the blind index by which the item is unique, or None if it cannot be used."""
        if self.kind == ItemKind.UNUSABLE:
            return None
        return blind_index(ADDRESS_PURPOSE, f"{self.kind == ItemKind.ACCOUNT}:{self.address}")

    @property
    def host_index(self) -> str:
        """Return the blind index of the host, or nothing."""
        return blind_index(HOST_PURPOSE, self.host) if self.host else ""


def read_place(place: OpenPlace) -> list[Named]:
    """Return what one place names: at least one, for what is no address stays as typed."""
    if not place.is_address:
        return [_account(place)]
    found = [_address(one.raw, one.judgement) for one in find_addresses(place.raw)]
    return found or [_address(place.raw, judge(place.raw))]


def _account(place: OpenPlace) -> Named:
    name = " ".join(place.raw.split()).lstrip("@").casefold()
    if not name:
        return Named(raw=place.raw, kind=ItemKind.UNUSABLE, address=place.raw, platform=place.platform)
    return Named(
        raw=place.raw,
        kind=ItemKind.ACCOUNT,
        address=f"{place.platform}: {name}",
        platform=place.platform,
    )


def _address(raw: str, judgement: Judgement) -> Named:
    if judgement.verdict != ALLOW:
        return Named(
            raw=raw,
            kind=ItemKind.UNUSABLE,
            address=raw,
            verdict=str(judgement.verdict),
            reason=str(judgement.reason)[:200],
            flags=tuple(str(flag) for flag in judgement.flags),
        )
    host = str(judgement.host)
    platform = platform_of(host)
    return Named(
        raw=raw,
        kind=kind_of(judgement.canonical, platform=platform),
        address=judgement.canonical,
        host=host,
        platform=platform,
        verdict=ALLOW,
        flags=tuple(str(flag) for flag in judgement.flags),
    )


def platform_of(host: str) -> str:
    """Return the id of the pack's platform that `host` belongs to, or nothing."""
    for platform in pack().platforms:
        if any(host == known or host.endswith(f".{known}") for known in platform.hosts):
            return platform.id
    return ""


def kind_of(canonical: str, *, platform: str) -> ItemKind:
    """Say what a canonical address leads to: a home page, a person's page on a platform, or a piece of content.

    Cases join by themselves on content only, so what may be a person's page counts as one: a page on a platform with
    a single word as its path. On other sites any path is content.
    """
    parts = urlsplit(canonical)
    path = [part for part in parts.path.split("/") if part]
    if not path and not parts.query:
        return ItemKind.HOME_PAGE
    if platform and path:
        first = path[0].casefold()
        if first in _PROFILE_PAGES or (first in _PROFILE_PATHS and len(path) <= 2):
            return ItemKind.PROFILE
        if first.startswith("@") and len(path) == 1:
            return ItemKind.PROFILE
        if len(path) == 1 and not parts.query:
            return ItemKind.PROFILE
    return ItemKind.CONTENT
