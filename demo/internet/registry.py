"""The demo's address registry: RDAP (RFC 9083) about its networks and names."""

import json
from ipaddress import ip_network

from demo.internet.condition import Conditions
from demo.internet.web import Request, Response
from demo.world import NETWORKS, REGISTRY, ZONE, Network, addresses, network_of

KIND = "application/rdap+json"
RULES = ["rdap_level_0", "cidr0"]


def _card(name: str, mail: str) -> list[object]:
    return [
        "vcard",
        [
            ["version", {}, "text", "4.0"],
            ["fn", {}, "text", name],
            ["kind", {}, "text", "org"],
            ["org", {}, "text", name],
            ["email", {}, "text", mail],
        ],
    ]


def _entities(network: Network) -> list[dict[str, object]]:
    return [
        {
            "objectClassName": "entity",
            "handle": f"{network.handle}-ORG",
            "roles": ["registrant"],
            "vcardArray": _card(network.holder, f"info@{network.abuse_mail.partition('@')[2]}"),
            "entities": [
                {
                    "objectClassName": "entity",
                    "handle": f"{network.handle}-ABUSE",
                    "roles": ["abuse"],
                    "vcardArray": _card(f"{network.holder} abuse desk", network.abuse_mail),
                }
            ],
        }
    ]


def about_network(network: Network) -> dict[str, object]:
    """Return what the registry says about `network`."""
    block = ip_network(network.block)
    return {
        "objectClassName": "ip network",
        "rdapConformance": RULES,
        "handle": network.handle,
        "name": network.name,
        "type": "ASSIGNED PA",
        "country": network.country,
        "ipVersion": "v4",
        "startAddress": str(block[0]),
        "endAddress": str(block[-1]),
        "cidr0_cidrs": [{"v4prefix": str(block.network_address), "length": block.prefixlen}],
        "status": ["active"],
        "entities": _entities(network),
        "links": [{"rel": "self", "type": KIND, "href": f"https://{REGISTRY.name}/ip/{block.network_address}"}],
    }


def about_name(name: str, network: Network) -> dict[str, object]:
    """Return what the registry says about the domain `name`, whose host stands in `network`."""
    return {
        "objectClassName": "domain",
        "rdapConformance": RULES,
        "handle": f"{name}-DEMO",
        "ldhName": name,
        "status": ["active"],
        "nameservers": [{"objectClassName": "nameserver", "ldhName": f"ns.{ZONE}"}],
        "entities": _entities(network),
    }


def bootstrap() -> dict[str, object]:
    """Return which registry knows which block (RFC 9224), as IANA publishes it for the real ones."""
    return {
        "version": "1.0",
        "publication": "2026-01-01T00:00:00Z",
        "services": [[[network.block for network in NETWORKS], [f"https://{REGISTRY.name}/"]]],
    }


def _json(value: object, status: int = 200) -> Response:
    return Response(json.dumps(value).encode(), status=status, kind=KIND)


def _not_found() -> Response:
    return _json({"errorCode": 404, "title": "Not found", "rdapConformance": RULES}, status=404)


def handler(conditions: Conditions):
    """Return the registry's answers to `/ip/ADDRESS`, `/domain/NAME` and the bootstrap files."""

    async def handle(request: Request) -> Response:
        _, _, rest = request.path.partition("/")
        kind, _, asked = rest.removeprefix("rdap/").partition("/")
        response = _answer(kind, asked)
        conditions.seen(f"RDAP {request.path}", str(response.status))
        return response

    return handle


def _answer(kind: str, asked: str) -> Response:
    if kind == "ipv4.json":
        return _json(bootstrap())
    if kind == "ip":
        try:
            network = network_of(asked)
        except ValueError:
            return _json({"errorCode": 400, "title": "Not an address", "rdapConformance": RULES}, status=400)
        return _json(about_network(network)) if network else _not_found()
    if kind == "domain" and (address := addresses().get(asked.lower())):
        network = network_of(address)
        return _json(about_name(asked.lower(), network)) if network else _not_found()
    return _not_found()
