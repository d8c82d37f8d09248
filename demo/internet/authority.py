"""The demo's certificate authority: it signs the demo's names, and only the demo's processes trust it."""

import os
import ssl
from pathlib import Path

import trustme

from demo.world import addresses

AUTHORITY = "authority.pem"
SERVER = "server.pem"


def create_missing(folder: Path) -> None:
    """Make the authority and the server's certificate in `folder` unless they are there."""
    if (folder / AUTHORITY).exists() and (folder / SERVER).exists():
        return
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    authority = trustme.CA(organization_name="iSIGURT demo")
    server = authority.issue_cert(*addresses())
    parts = [server.private_key_pem, *server.cert_chain_pems]
    _write(folder / SERVER, b"".join(part.bytes() for part in parts))
    _write(folder / AUTHORITY, authority.cert_pem.bytes())


def _write(path: Path, content: bytes) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(content)


def server_context(folder: Path) -> ssl.SSLContext:
    """Return the TLS context of the demo's servers."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / SERVER)
    return context


def client_context(folder: Path) -> ssl.SSLContext:
    """Return a TLS context that verifies as always, and trusts the demo's authority alone."""
    return ssl.create_default_context(cafile=str(folder / AUTHORITY))
