"""What keeps a process from working here, said in words: nobody reads a traceback at night.

The front above all must not start where it could take in nothing: it would show its form and refuse every report.
"""

import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import unquote, urlsplit

from isigurt.config.environment import Environment
from isigurt.config.stores import StoreAddressError
from isigurt.config.supervisor import CannotStartError, Port, refuse_taken_ports
from isigurt.country import PackInvalid
from isigurt.vault import keyring
from isigurt.vault.errors import KeyProblem
from isigurt.vault.keyfiles import Kind

# Seconds in which the one before us, killed a moment ago, lets go of its port.
TIME_TO_LET_GO = 3.0


def require_place(*, private: bool) -> None:
    """Raise CannotStartError or KeyProblem unless the stores and keys are there: with `private`, those of the desk.

    A database server that is away is no reason: the front still shows its pages, and it may come back.
    """
    environment = Environment.read()
    urls = [("door", environment.door_url), *([("desk", environment.desk_url)] if private else [])]
    for name, url in urls:
        file = _file_of(url)
        if file is not None and not file.exists():
            raise CannotStartError(
                f"The {name}'s store is not at {file}. If this place is new, run `isigurt prepare`; otherwise set "
                f"ISIGURT_VAR or ISIGURT_{name.upper()}_URL to where it is."
            )
    for kind in Kind:
        folder = environment.private_keys if private else environment.public_keys
        wanted = kind is not Kind.RECOVERY if private else kind in {Kind.DESK, Kind.RECOVERY}
        found = keyring.private_of(kind, folder) if private else keyring.public_of(kind, folder)
        if wanted and not found:
            variable = "ISIGURT_PRIVATE_KEYS" if private else "ISIGURT_PUBLIC_KEYS"
            raise CannotStartError(
                f"There is no {kind} key in {folder / kind}. If this place is new, run `isigurt prepare`; otherwise "
                f"put the key folder back from your backup, or set {variable} to where it is."
            )


def _file_of(url: str) -> Path | None:
    parts = urlsplit(url)
    return Path("/" + unquote(parts.path).lstrip("/")) if parts.scheme == "sqlite" and parts.path else None


def require_port(host: str, number: int, what: str) -> None:
    """Raise CannotStartError, naming who has it, when the port stays taken."""
    port = Port(number, what, f"--port {number + 10}", address=host)
    end = time.monotonic() + TIME_TO_LET_GO
    while True:
        try:
            return refuse_taken_ports((port,))
        except CannotStartError:
            if time.monotonic() > end:
                raise
        time.sleep(0.1)


def in_words(error: Exception) -> str | None:
    """Return what an administrator can do about `error`, or None when it is a fault of ours."""
    if isinstance(error, CannotStartError | KeyProblem | PackInvalid | StoreAddressError):
        return str(error)
    if isinstance(error, PermissionError) and error.filename:
        return f"{error.filename}: not allowed. Run this as the user that owns it."
    if isinstance(error, subprocess.CalledProcessError):
        return "This did not work; the lines above say why. Mend it and run the same again: that is safe."
    database = sys.modules.get("django.db")
    if database is not None and isinstance(error, database.DatabaseError):
        return (
            f"The store cannot be used ({str(error).strip() or type(error).__name__}). If this place is new or was "
            "just upgraded, run `isigurt prepare`; otherwise `isigurt check` says what is wrong."
        )
    return None
