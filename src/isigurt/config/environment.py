"""What the operator says through the environment, read in one place.

| variable | meaning | default |
|---|---|---|
| `ISIGURT_VAR` | folder for stores, keys and baked pages | `./var` |
| `ISIGURT_BAKED` | where the baked public pages lie: the worker writes, the front reads | `ISIGURT_VAR/baked` |
| `ISIGURT_DOOR_URL`, `ISIGURT_DESK_URL` | the two stores | SQLite files in `ISIGURT_VAR` |
| `ISIGURT_PRIVATE_KEYS`, `ISIGURT_PUBLIC_KEYS` | key folders | `ISIGURT_VAR/keys`, `ISIGURT_VAR/public-keys` |
| `ISIGURT_COUNTRY` | the country pack | `al` |
| `ISIGURT_FRONT`, `ISIGURT_DESK` | the public and the desk's address as people type them | loopback |
| `ISIGURT_TRUSTED_PROXY` | IP addresses of your own proxies (`,` between); only their `X-Forwarded-For` counts | none |
| `ISIGURT_MAIL_RELAY` | `smtp://[user:password@]host:port`, `smtps://` or `smtp+starttls://` | none: nothing is sent |
| `ISIGURT_MAIL_FROM`, `ISIGURT_AUDITOR` | sender of notices; who gets the ledger's daily head | none |
| `ISIGURT_RDAP` | who is asked whose network an IP address is (a way out): `<this>/ip/<address>` | `https://rdap.org` |
| `ISIGURT_MMDB` | a country database of your own (MMDB file); believed before the registry | none |
| `ISIGURT_SHORT_ONLY_BELOW`, `ISIGURT_NOTHING_BELOW` | MiB free: short texts only; nothing | `2048`, `512` |
"""

import os
from dataclasses import dataclass
from pathlib import Path

from isigurt.config.stores import sqlite_url


@dataclass(frozen=True)
class Environment:
    """The operator's choices; paths absolute."""

    var: Path
    baked: Path
    door_url: str
    desk_url: str
    private_keys: Path
    public_keys: Path
    country: str
    front: str
    desk: str
    trusted_proxy: frozenset[str]
    mail_relay: str
    mail_from: str
    auditor: str
    rdap: str
    mmdb: str
    short_only_below: int  # bytes
    nothing_below: int  # bytes

    @property
    def is_a_demos(self) -> bool:
        """Whether the folder is a demo's: invented cases, accounts whose passwords are shown."""
        return (self.var / "demo").exists()

    @classmethod
    def read(cls) -> "Environment":
        """Read the environment of this process."""
        get = os.environ.get
        var = Path(get("ISIGURT_VAR") or "var").absolute()
        return cls(
            var=var,
            baked=Path(get("ISIGURT_BAKED") or var / "baked").absolute(),
            door_url=get("ISIGURT_DOOR_URL") or sqlite_url(var / "door" / "door.sqlite3"),
            desk_url=get("ISIGURT_DESK_URL") or sqlite_url(var / "desk" / "desk.sqlite3"),
            private_keys=Path(get("ISIGURT_PRIVATE_KEYS") or var / "keys").absolute(),
            public_keys=Path(get("ISIGURT_PUBLIC_KEYS") or var / "public-keys").absolute(),
            country=get("ISIGURT_COUNTRY") or "al",
            front=(get("ISIGURT_FRONT") or "http://localhost:8000").rstrip("/"),
            desk=(get("ISIGURT_DESK") or "http://desk.localhost:8001").rstrip("/"),
            trusted_proxy=frozenset((get("ISIGURT_TRUSTED_PROXY") or "").replace(",", " ").split()),
            mail_relay=get("ISIGURT_MAIL_RELAY") or "",
            mail_from=get("ISIGURT_MAIL_FROM") or "",
            auditor=get("ISIGURT_AUDITOR") or "",
            rdap=(get("ISIGURT_RDAP") or "https://rdap.org").rstrip("/"),
            mmdb=get("ISIGURT_MMDB") or "",
            short_only_below=_mebibytes("ISIGURT_SHORT_ONLY_BELOW", 2048),
            nothing_below=_mebibytes("ISIGURT_NOTHING_BELOW", 512),
        )


def _mebibytes(name: str, default: int) -> int:
    """Return a number of MiB in bytes; raises ValueError, in words, for what is none."""
    given = os.environ.get(name) or str(default)
    if not given.isdecimal():
        raise ValueError(f"{name} is {given!r}; it must be a whole number of MiB, such as {default}")
    return int(given) * 1024**2
