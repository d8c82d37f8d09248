"""Reading a registry's answer about a network (RDAP, RFC 9083).

The answer is hostile input: any shape may come. Only what is needed is read, and every text is shortened and
cleaned of control characters before it goes on.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from whoisit.parser import ParseIPNetwork, parse_vcard

from isigurt.takedown.mail_address import MailAddressInvalid, normal_mail_address

LONGEST_TEXT = 120
DEEPEST = 6  # entities within entities; real answers have two
MOST_ENTITIES = 200
# Never written to: the person who put the content there may be the contact (DESIGN 6).
NEVER = frozenset({"reseller"})
NEVER_THEMSELVES = frozenset({"registrant", "reseller"})


class RegistryGarbage(Exception):
    """The registry's answer is not RDAP about a network."""


@dataclass(frozen=True)
class NetworkFinding:
    """What the registry says about the network an address belongs to.

    `abuse_mails` are valid mail addresses in the registry's order; `provider` is the network holder's name;
    `country` an ISO 3166-1 alpha-2 code or ""; `autonomous_systems` AS numbers, if the registry gives them;
    `barred_mails` are those of registrants and resellers, who are never written to.
    """

    handle: str
    network_name: str
    provider: str
    country: str
    abuse_mails: tuple[str, ...]
    autonomous_systems: tuple[int, ...]
    barred_mails: tuple[str, ...] = ()


def read_network(answer: dict[str, Any], *, address: str) -> NetworkFinding:
    """Read the RDAP `answer` about the IP `address`. Raises RegistryGarbage when it is none."""
    if answer.get("objectClassName") != "ip network":
        raise RegistryGarbage("not about a network")
    try:
        parsed = ParseIPNetwork(_nameless(), _without_entities(answer), address, using_overrides=True).parse()
    except Exception as error:  # the parser trusts the shape of its input; a hostile one makes it raise anything
        raise RegistryGarbage("not the shape of RDAP") from error
    entities = list(_entities(answer.get("entities"), above=frozenset()))
    country = _clean(parsed.get("country")).upper()
    return NetworkFinding(
        handle=_clean(parsed.get("handle")),
        network_name=_clean(parsed.get("name")),
        provider=_provider(entities) or _clean(parsed.get("name")),
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else "",
        abuse_mails=tuple(_abuse_mails(entities)),
        barred_mails=tuple(sorted(_barred_mails(entities)))[:20],
        autonomous_systems=tuple(n for n in parsed.get("origin_autnums", []) if 0 < n < 2**32)[:10],
    )


@dataclass(frozen=True)
class _Entity:
    roles: frozenset[str]
    above: frozenset[str]  # roles of the entities this one is nested in
    card: dict[str, Any]


def _nameless() -> Any:
    return _NoRegistryNames()


class _NoRegistryNames:
    """Stands where the parser would look up the registry's name in data that we do not carry."""

    def get_rir_name_by_endpoint_url(self, _url: str) -> str:
        return ""


def _without_entities(answer: dict[str, Any]) -> dict[str, Any]:
    """Return the answer's own fields: entities are walked here, with a bound on depth and number."""
    wanted = (
        "objectClassName", "handle", "name", "country", "startAddress", "endAddress", "ipVersion", "type",
        "cidr0_cidrs", "arin_originas0_originautnums",
    )  # fmt: skip
    return {key: answer[key] for key in wanted if key in answer}


def _entities(value: object, *, above: frozenset[str], depth: int = 0) -> Iterator[_Entity]:
    if not isinstance(value, list) or depth >= DEEPEST:
        return
    for entity in value[:MOST_ENTITIES]:
        if not isinstance(entity, dict):
            continue
        roles = _roles(entity.get("roles"))
        yield _Entity(roles=roles, above=above, card=_card(entity.get("vcardArray")))
        yield from _entities(entity.get("entities"), above=above | roles, depth=depth + 1)


def _roles(value: object) -> frozenset[str]:
    roles = [value] if isinstance(value, str) else value
    if not isinstance(roles, list):
        return frozenset()
    return frozenset(role.casefold() for role in roles if isinstance(role, str))


def _card(value: object) -> dict[str, Any]:
    if not isinstance(value, list):
        return {}
    try:
        return dict(parse_vcard(value) or {})
    except Exception:  # noqa: BLE001 - as above: any shape may come
        return {}


def _abuse_mails(entities: list[_Entity]) -> Iterator[str]:
    barred = _barred_mails(entities)
    given: set[str] = set()
    for entity in entities:
        if "abuse" not in entity.roles or entity.above & NEVER:
            continue
        for mail in _mails(entity):
            if mail not in barred and mail not in given and len(given) < 5:
                given.add(mail)
                yield mail


def _barred_mails(entities: list[_Entity]) -> set[str]:
    return {mail for entity in entities if entity.roles & NEVER_THEMSELVES for mail in _mails(entity)}


def _mails(entity: _Entity) -> list[str]:
    found = []
    for text in entity.card.get("emails", [])[:10]:
        try:
            found.append(normal_mail_address(str(text)))
        except MailAddressInvalid:
            continue
    return found


def _provider(entities: list[_Entity]) -> str:
    """Return the name of the network's holder: for a network, RDAP calls the holder its registrant."""
    for role in ("registrant", "administrative", "abuse"):
        for entity in entities:
            if role in entity.roles and (name := _clean(entity.card.get("organisation") or entity.card.get("name"))):
                return name
    return ""


def _clean(value: object) -> str:
    if not isinstance(value, str):
        return ""
    kept = "".join(sign if not unicodedata.category(sign).startswith("C") else " " for sign in value)
    return " ".join(kept.split())[:LONGEST_TEXT]
