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
    "open_connection",
    "open_unix_connection",
    "sock_connect",
    "urlopen",
    "urlretrieve",
    "get_connection",
    "send_mail",
    "mail_admins",
    "EmailMessage.send",
)


@dataclass(frozen=True, slots=True)
class WayOut:
    """One place that may connect: which module of ours, what it uses, to whom it goes and why."""

    module: str
    uses: tuple[str, ...]
    goes_to: str


WAYS_OUT = (
    WayOut("isigurt.safenet", ("socket", "ssl", "dns", "h11"), "reported addresses and registries, under the policy"),
)
