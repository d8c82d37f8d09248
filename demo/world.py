"""The demo's world: names, networks and pages. All invented, all harmless.

The addresses lie in blocks that no network announces, so no living machine is named by them; the demo's dialer
maps them onto this machine and refuses all else in any case.
"""

from dataclasses import dataclass
from ipaddress import ip_address, ip_network

ZONE = "demo.isigurt.al"


@dataclass(frozen=True)
class Network:
    """A hosting provider's network as its registry describes it."""

    handle: str
    name: str
    holder: str
    country: str
    block: str
    abuse_mail: str


@dataclass(frozen=True)
class Host:
    """A name and the address it has."""

    name: str
    address: str


@dataclass(frozen=True)
class Page:
    """A page of a host: `story` is what stands on it, `shape` picks its drawing."""

    host: str
    path: str
    title: str
    story: str
    shape: str
    secure: bool = True

    @property
    def address(self) -> str:
        """The page's address as a person would paste it."""
        return f"{'https' if self.secure else 'http'}://{self.host}{self.path}"


NETWORKS = (
    Network("DEMO-AL-1", "STREHIMI-DEMO", "Strehimi Demo sh.p.k.", "AL", "28.10.20.0/24", f"abuse@strehimi.{ZONE}"),
    Network("DEMO-AL-2", "RRJETI-DEMO", "Rrjeti Demo sh.a.", "AL", "28.10.44.0/24", f"abuse@rrjeti.{ZONE}"),
    Network("DEMO-NL-1", "TULP-DEMO", "Tulp Demo Hosting B.V.", "NL", "28.77.1.0/24", f"abuse@tulp.{ZONE}"),
    Network("DEMO-US-1", "PRAIRIE-DEMO", "Prairie Demo Cloud Inc.", "US", "28.130.9.0/24", f"abuse@prairie.{ZONE}"),
)
REGISTRY = Host(f"rdap.{ZONE}", "28.2.2.53")
HOSTS = (
    Host(f"foto.{ZONE}", "28.10.20.31"),
    Host(f"forum.{ZONE}", "28.10.20.32"),
    Host(f"profil.{ZONE}", "28.10.44.18"),
    Host(f"blog.{ZONE}", "28.10.44.19"),
    Host(f"video.{ZONE}", "28.77.1.20"),
    Host(f"arkiv.{ZONE}", "28.130.9.7"),
)
PAGES = (
    Page(
        f"foto.{ZONE}", "/album/4711", "Albumi 4711 · Album 4711",
        "Tri forma që ranë në ujë. · Three shapes that fell into water.", "circles",
    ),
    Page(
        f"foto.{ZONE}", "/album/4712", "Albumi 4712 · Album 4712",
        "Një katror i kuq mbi një katror blu. · A red square on a blue square.", "squares",
    ),
    Page(
        f"forum.{ZONE}", "/tema/128", "Tema 128: trekëndëshi · Thread 128: the triangle",
        "Të gjithë qeshin me trekëndëshin, se ka vetëm tri kënde. · "
        "Everyone laughs at the triangle for having only three corners.", "triangle",
    ),
    Page(
        f"profil.{ZONE}", "/u/rrethi", "Profili i rrethit · The circle's profile",
        "Dikush u hoq si rrethi dhe foli në emër të tij. · Someone posed as the circle and spoke in its name.",
        "circles",
    ),
    Page(
        f"blog.{ZONE}", "/2026/katrori", "Kundër katrorëve · Against squares",
        "Blogu thotë se katrorët duhen larguar nga fleta. · The blog says squares must leave the sheet.",
        "squares", secure=False,
    ),
    Page(
        f"video.{ZONE}", "/v/k7", "Videoja k7 · Video k7",
        "Dy vija përplasen dhe thyhen. · Two lines collide and break.", "lines",
    ),
    Page(
        f"arkiv.{ZONE}", "/kopje/4711", "Kopje e albumit 4711 · A copy of album 4711",
        "E njëjta pamje, në një vend tjetër. · The same picture in another place.", "circles",
    ),
)  # fmt: skip


def page_at(host: str, path: str) -> Page | None:
    """Return the page at `host` and `path` (without its query), or None."""
    return next((page for page in PAGES if page.host == host and page.path == path), None)


def addresses() -> dict[str, str]:
    """Return the address of every name of the demo."""
    return {host.name: host.address for host in (*HOSTS, REGISTRY)}


def network_of(address: str) -> Network | None:
    """Return the network that holds `address`, or None when it is not of the demo."""
    asked = ip_address(address)
    return next((network for network in NETWORKS if asked in ip_network(network.block)), None)
