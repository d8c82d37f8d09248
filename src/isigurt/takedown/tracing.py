"""Where an address leads: names, network, abuse contact, country. Everything through `safenet`; nothing is stored."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from isigurt.safenet import names, network
from isigurt.safenet.address import judge
from isigurt.safenet.aliases import aliases_now
from isigurt.safenet.connection import lookup_now
from isigurt.safenet.geography import BadDatabase, Geography, Place
from isigurt.safenet.ranges import IPAddress, explain
from isigurt.safenet.results import LookupResult, Outcome
from isigurt.takedown.delivery_networks import delivery_network
from isigurt.takedown.registry import RegistryGarbage, read_network
from isigurt.takedown.trace_finding import Finding


class Failure(TextChoices):
    """Why a trace came to no contact."""

    ADDRESS_DENIED = "address_denied", _("the address leads where nothing public can be")
    NO_SUCH_NAME = "no_such_name", _("the name does not exist")
    NO_ADDRESS = "no_address", _("the name has no address")
    NAMES_UNANSWERED = "names_unanswered", _("the name servers did not answer")
    REGISTRY_TIMED_OUT = "registry_timed_out", _("the registry did not answer in time")
    REGISTRY_NOT_REACHED = "registry_not_reached", _("the registry could not be reached")
    REGISTRY_TOO_LARGE = "registry_too_large", _("the registry’s answer was too large to be one")
    REGISTRY_GARBAGE = "registry_garbage", _("the registry’s answer could not be read")
    REGISTRY_REFUSED = "registry_refused", _("the registry refused to answer, or knows nothing")
    NO_CONTACT = "no_contact", _("the registry names no abuse contact")


@dataclass(frozen=True)
class Traced:
    """What was found, as far as it went, and why it went no further ("" when there is an abuse contact)."""

    finding: Finding
    failure: str = ""


_LOOKUP_FAILURES = {
    Outcome.TIMEOUT: Failure.REGISTRY_TIMED_OUT,
    Outcome.BODY_TOO_LARGE: Failure.REGISTRY_TOO_LARGE,
    Outcome.HEAD_TOO_LARGE: Failure.REGISTRY_TOO_LARGE,
    Outcome.BAD_ANSWER: Failure.REGISTRY_GARBAGE,
}


def trace(address: str) -> Traced:
    """Trace one canonical address; never raises for what the network or a registry answers."""
    judgement = judge(address)
    found = Finding(host=judgement.host)
    if not judgement.allowed:
        return Traced(found, Failure.ADDRESS_DENIED)
    addresses: tuple[IPAddress, ...]
    if judgement.ip is not None:
        addresses = (judgement.ip,)
    else:
        addresses, aliases, failure = _resolve(judgement.host)
        found = Finding(host=judgement.host, aliases=aliases)
        if failure:
            return Traced(found, failure)
    if any(explain(one) for one in addresses):
        return Traced(found, Failure.ADDRESS_DENIED)
    return _ask_registry(found, addresses)


def _resolve(host: str) -> tuple[tuple[IPAddress, ...], tuple[str, ...], str]:
    """Return the addresses and aliases of a name, from the first resolver that has any, or why there are none."""
    answers = names.ask_everyone_now(host, network.current().resolvers)
    for answer in answers:
        if answer.addresses:
            return answer.addresses, aliases_now(host, network.current().resolvers), ""
    said = {answer.outcome for answer in answers}
    if said == {names.NameOutcome.NXDOMAIN}:
        return (), (), Failure.NO_SUCH_NAME
    if names.NameOutcome.NO_ADDRESS in said:
        return (), (), Failure.NO_ADDRESS
    return (), (), Failure.NAMES_UNANSWERED


def _ask_registry(found: Finding, addresses: tuple[IPAddress, ...]) -> Traced:
    first = str(addresses[0])
    texts = tuple(str(one) for one in addresses[:8])
    place = _by_database(addresses[0])
    country = place.country or ""
    number = (place.network_number,) if place.network_number else ()
    asked = lookup_now(f"{settings.ISIGURT_RDAP}/ip/{first}")
    known = delivery_network(organisations=(), aliases=found.aliases)
    partial = Finding(
        host=found.host,
        addresses=texts,
        aliases=found.aliases,
        network_name=place.network_name or "",
        autonomous_systems=number,
        country=country,
        country_from="mmdb" if country else "",
        delivery_network=known.name if known else "",
    )
    if failure := _lookup_failure(asked):
        return Traced(partial, failure)
    try:
        said = read_network(asked.document or {}, address=first)
    except RegistryGarbage:
        return Traced(partial, Failure.REGISTRY_GARBAGE)
    known = delivery_network(organisations=(said.network_name, said.provider), aliases=found.aliases)
    finding = Finding(
        host=found.host,
        addresses=texts,
        aliases=found.aliases,
        provider=said.provider,
        network_name=said.network_name,
        network_handle=said.handle,
        country=country or said.country,
        country_from="mmdb" if country else ("registry" if said.country else ""),
        autonomous_systems=said.autonomous_systems or number,
        abuse_mails=said.abuse_mails,
        barred_mails=said.barred_mails,
        delivery_network=known.name if known else "",
    )
    return Traced(finding, "" if said.abuse_mails else Failure.NO_CONTACT)


def _lookup_failure(asked: LookupResult) -> str:
    if asked.outcome is not Outcome.ANSWERED:
        return _LOOKUP_FAILURES.get(asked.outcome, Failure.REGISTRY_NOT_REACHED)
    if asked.status is None or not 200 <= asked.status < 300:
        return Failure.REGISTRY_REFUSED
    return ""


def _by_database(address: IPAddress) -> Place:
    """Return what the operator's own database says; nothing where there is none, or it cannot be read."""
    if not settings.ISIGURT_MMDB:
        return Place()
    try:
        return _geography(settings.ISIGURT_MMDB).find(address) or Place()
    except BadDatabase:
        return Place()


@lru_cache(maxsize=2)
def _geography(path: str) -> Geography:
    return Geography([Path(path)])
