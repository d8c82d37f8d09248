"""Makes a place ready to run: folders, keys, tables, translations, and the files that the front serves."""

import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from isigurt.config.environment import Environment
from isigurt.config.stores import store_settings
from isigurt.config.translations import compile_catalogues
from isigurt.country import folder_of
from isigurt.vault.keyring import create_missing

Say = Callable[[str], None]

# Tables are made with every room present; only then can both stores be brought up to date in one go.
_MIGRATE = """
import django
from django.core.management import call_command
django.setup()
call_command("migrate", database="default", interactive=False, verbosity=0)
# The door has one room's tables; going through everyone else's history for it would take ten seconds.
call_command("migrate", "door", database="door", interactive=False, verbosity=0)
"""


def _folder(path: Path) -> None:
    """Make `path`, readable by its owner only."""
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0o700)


def _share_the_door(door_url: str) -> None:
    """Let a group write to the door's SQLite file where it may write to its folder.

    So front and desk can be two users. SQLite makes its files for their owner alone, whatever the umask; its log takes
    the mode of the file beside it.
    """
    settings = store_settings(door_url)
    file = Path(str(settings["NAME"]))
    if "sqlite3" in settings["ENGINE"] and file.parent.stat().st_mode & stat.S_IWGRP:
        file.chmod(0o660)


def prepare(say: Say) -> None:
    """Bring `var/` up to date; safe to run again at any time, and it never touches what is there already."""
    environment = Environment.read()
    for path in (environment.var, environment.var / "door", environment.var / "desk"):
        _folder(path)
    environment.baked.mkdir(parents=True, exist_ok=True)
    compile_catalogues(folder_of(environment.country))
    create_missing(private=environment.private_keys, public=environment.public_keys)
    say("keys are in place")
    # A process of its own, so that the one that supervises never loads a room.
    subprocess.run(
        [sys.executable, "-c", _MIGRATE],
        check=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "isigurt.config.settings.everything"},
    )
    _share_the_door(environment.door_url)
    say("both stores are up to date")
