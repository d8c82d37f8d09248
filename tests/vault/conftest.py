from pathlib import Path

import pytest
from pytest_django import Settings

from isigurt.vault import keyring


@pytest.fixture
def ring(tmp_path: Path, settings: Settings) -> keyring.Folders:
    """A key ring of its own, complete, that a test may break."""
    folders = keyring.Folders(tmp_path / "private", tmp_path / "public")
    settings.ISIGURT_PRIVATE_KEYS, settings.ISIGURT_PUBLIC_KEYS = folders.private, folders.public
    keyring.create_missing(private=folders.private, public=folders.public)
    return folders
