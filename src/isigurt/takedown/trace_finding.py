"""What a trace found, as it is kept (encrypted) and shown."""

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from isigurt.takedown import cells
from isigurt.takedown.models import Trace
from isigurt.vault.errors import Erased


@dataclass(frozen=True)
class Finding:
    """Where an address leads. Everything here is data for a person to judge; empty means not known."""

    host: str = ""
    addresses: tuple[str, ...] = ()  # IPs of the host, the one that was asked about first
    aliases: tuple[str, ...] = ()
    provider: str = ""
    network_name: str = ""
    network_handle: str = ""
    country: str = ""
    country_from: str = ""  # "registry" or "mmdb"
    autonomous_systems: tuple[int, ...] = ()
    abuse_mails: tuple[str, ...] = ()
    barred_mails: tuple[str, ...] = field(default=(), repr=False)
    delivery_network: str = ""

    def to_json(self) -> str:
        """Return the finding as it is stored (encrypted)."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Finding":
        """Return the finding that was stored."""
        stored: dict[str, Any] = json.loads(text)
        values: dict[str, Any] = {n: tuple(value) if isinstance(value, list) else value for n, value in stored.items()}
        return cls(**values)


def finding_of(trace: Trace) -> Finding | None:
    """Return what the trace found, or None when it found nothing yet or was erased."""
    if trace.finding is None:
        return None
    try:
        return Finding.from_json(cells.unlock(trace, "finding"))
    except Erased:
        return None
