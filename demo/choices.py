"""What may be chosen about the demo, and where its things lie."""

import os
from dataclasses import dataclass
from pathlib import Path

FIRST_PORT = 8025
SPEED = 720.0  # a minute is twelve hours: a removal (24 hours and more) is seen in about two minutes


@dataclass(frozen=True)
class Choices:
    """The demo's folder, its ports (consecutive, from `first_port`) and how fast its clock runs."""

    folder: Path
    first_port: int
    speed: float

    @classmethod
    def read(cls) -> "Choices":
        """Read the environment: `ISIGURT_VAR`, `ISIGURT_DEMO_PORT`, `ISIGURT_DEMO_SPEED`."""
        get = os.environ.get
        return cls(
            folder=Path(get("ISIGURT_VAR") or "var").absolute() / "demo",
            first_port=int(get("ISIGURT_DEMO_PORT") or FIRST_PORT),
            speed=float(get("ISIGURT_DEMO_SPEED") or SPEED),
        )

    @property
    def operator_port(self) -> int:
        """The page for the person who plays the internet."""
        return self.first_port

    @property
    def name_ports(self) -> tuple[int, int]:
        """The two resolvers, UDP and TCP."""
        return self.first_port + 1, self.first_port + 2

    @property
    def registry_port(self) -> int:
        """RDAP over TLS."""
        return self.first_port + 3

    @property
    def web_port(self) -> int:
        """The web host without TLS."""
        return self.first_port + 4

    @property
    def secure_web_port(self) -> int:
        """The web host with TLS."""
        return self.first_port + 5

    @property
    def mail_port(self) -> int:
        """The mail server."""
        return self.first_port + 6

    @property
    def accounts(self) -> Path:
        """The file with the demo accounts' passwords and secrets."""
        return self.folder / "accounts.json"

    @property
    def operator_address(self) -> str:
        """Where a person finds the demo internet."""
        return f"http://localhost:{self.operator_port}"

    def label(self) -> str:
        """Return the words on every page that say what this is, short and in both languages.

        They have no number: it would stand on the pages of figures as well, where the gate lets none through.
        """
        return "DEMO · ora ecën më shpejt · the clock runs faster"
