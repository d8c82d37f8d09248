"""Where editions lie in this place, where they are published, and the secrets that all of them share."""

from pathlib import Path

from django.conf import settings

from isigurt.baked import REPORTS
from isigurt.vault import keyring

# With other secrets the same records would be rounded twice, and compared.
_RECORD_KEYS = "figures: record keys"
_ROUNDING = "figures: rounding"


def editions_folder() -> Path:
    """Return the folder that holds all editions."""
    folder: Path = settings.ISIGURT_VAR / "editions"
    return folder


def folder_of(year: int) -> Path:
    """Return the folder of an edition."""
    return editions_folder() / str(year)


def reports_folder() -> Path:
    """Return the baked site of what was published."""
    folder: Path = settings.ISIGURT_BAKED / REPORTS
    return folder


def record_secret() -> bytes:
    """Return the secret of the records' keys."""
    return keyring.index_key(_RECORD_KEYS)


def rounding_secret() -> bytes:
    """Return the secret that decides how counts are rounded."""
    return keyring.index_key(_ROUNDING)
