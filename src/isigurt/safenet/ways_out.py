"""Every way out of this program, in one place.

`safenet` is the only one that goes where a stranger says: to reported addresses and to registries about them.
The others go only to servers that the operator named. `tests/safenet/test_only_way_out.py` reads the source and
fails when a module that can open a connection is imported anywhere else, or when this list names a way that no
longer exists.
"""

from dataclasses import dataclass

# Modules of the standard library and of our requirements that can open a connection.
CONNECTING_MODULES = (
    "aiohttp",
    "aiosmtplib",
    "asyncssh",
    "dns",
    "ftplib",
    "h11",
    "http.client",
    "httpcore",
    "httpx",
    "imaplib",
    "nntplib",
    "poplib",
    "psycopg",
    "requests",
    "smtplib",
    "socket",
    "ssl",
    "telnetlib",
    "tldextract",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "whoisit",
    "xmlrpc.client",
)
# Functions that open a connection without one of those modules showing.
CONNECTING_CALLS = (
    "create_connection",
    "create_datagram_endpoint",
    "getaddrinfo",
    "gethostbyname",
    "mail_admins",
    "mail_managers",
    "open_connection",
    "open_unix_connection",
    "send_mass_mail",
    "sock_connect",
    "urlopen",
    "urlretrieve",
)


@dataclass(frozen=True, slots=True)
class WayOut:
    """One module (with all below it) that may connect: what it imports for it, to whom it goes and why."""

    module: str
    imports: tuple[str, ...]
    goes_to: str


WAYS_OUT = (
    WayOut(
        "isigurt.safenet",
        ("dns", "h11", "socket", "ssl"),
        "reported addresses, registries about them, and the DNS servers that resolve them; all under the policy",
    ),
    WayOut("isigurt.post.relay", ("smtplib", "socket", "ssl"), "the mail relay that the operator named"),
    WayOut("isigurt.config.supervisor", ("socket",), "its own processes on loopback, to see whether a port is free"),
    WayOut(
        "isigurt.takedown.registry",
        ("whoisit",),
        "nobody: whoisit's parser reads what `safenet` has fetched; its HTTP client is never called",
    ),
)
# Django connects to the database that the operator named (ISIGURT_DESK_URL, ISIGURT_DOOR_URL); no module of ours
# imports a database driver for it.
