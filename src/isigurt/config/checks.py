"""`isigurt check`: looks whether this place is set up well, and says in plain words what is not."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connections
from django.db.migrations.executor import MigrationExecutor

from isigurt.baked import Baked
from isigurt.config.environment import Environment
from isigurt.country import pack
from isigurt.staff.models import Member, Role
from isigurt.vault.command import list_keys
from isigurt.vault.keyring import public_recipients

FREE_SPACE = 2 * 1024**3
GOOD, LOOK, BAD = "ok", "look", "bad"


@dataclass(frozen=True)
class Finding:
    """One line: GOOD, LOOK (a person should decide) or BAD (it will not work, or a promise is broken)."""

    grade: str
    words: str


def check() -> int:
    """Print what was found, one line each; return 1 if anything is bad."""
    environment = Environment.read()
    findings: list[Finding] = []
    for look in (_stores, _keys, _level, _addresses, _mail, _people, _pages, _space, _country):
        findings += look(environment)
    for finding in findings:
        print(f"{finding.grade:<5} {finding.words}")
    bad = sum(finding.grade == BAD for finding in findings)
    print()
    print("Nothing here stops iSIGURT from working." if not bad else f"{bad} of these must be mended first.")
    return 1 if bad else 0


def _stores(_: Environment) -> Iterator[Finding]:
    for alias, name in (("default", "desk"), ("door", "door")):
        try:
            executor = MigrationExecutor(connections[alias])
            # The door has the tables of its own room alone.
            newest = executor.loader.graph.leaf_nodes("door" if alias == "door" else None)
            waiting = executor.migration_plan(newest)
        except DatabaseError as error:
            yield Finding(BAD, f"The {name}'s store does not answer ({type(error).__name__}). Is its address right?")
            continue
        if waiting:
            yield Finding(BAD, f"The {name}'s store is behind this version: run `isigurt prepare`.")
        else:
            yield Finding(GOOD, f"The {name}'s store answers and is up to date ({connections[alias].vendor}).")
        if connections[alias].vendor == "postgresql":
            yield from _forgetful(alias, name)


def _forgetful(alias: str, name: str) -> Iterator[Finding]:
    """Name what makes a PostgreSQL server say "kept" before its disk has it: a receipt would then be no promise."""
    with connections[alias].cursor() as cursor:
        for setting in ("fsync", "synchronous_commit", "full_page_writes"):
            cursor.execute("SELECT current_setting(%s)", [setting])
            if cursor.fetchone() == ("off",):
                yield Finding(BAD, f"The {name}'s PostgreSQL has {setting} = off: a power cut could lose reports.")


def _keys(environment: Environment) -> Iterator[Finding]:
    if list_keys(private=environment.private_keys, public=environment.public_keys):
        yield Finding(BAD, "Something is wrong with the keys: see the lines above and docs/keys.md.")
        return
    yield Finding(GOOD, f"Reports are sealed to {len(public_recipients())} keys; see the list above.")
    recovery = environment.private_keys / "recovery"
    if recovery.is_dir() and any(recovery.glob("*.key")):
        yield Finding(LOOK, f"The recovery key is still on this machine: move what is in {recovery} to a safe.")


def _level(environment: Environment) -> Iterator[Finding]:
    """Say which level of isolation holds; docs/threat-model.md explains the three."""
    door = urlsplit(environment.door_url)
    if door.scheme != "sqlite":
        yield Finding(LOOK, "Isolation: if the front runs on a machine of its own, split; see docs/threat-model.md.")
        return
    folder = Path(door.path).parent
    if _owner(folder) == _owner(environment.private_keys):
        yield Finding(LOOK, "Isolation: one user, so none. Whoever takes over the public door can read the keys too.")
    else:
        yield Finding(GOOD, "Isolation: one machine, separate users. It holds while the machine itself is not taken.")


def _owner(folder: Path) -> int | None:
    try:
        return folder.stat().st_uid
    except OSError:
        return None


def _addresses(environment: Environment) -> Iterator[Finding]:
    for name, address in (("public site", environment.front), ("desk", environment.desk)):
        parts = urlsplit(address)
        local = (parts.hostname or "").split(".")[-1] == "localhost"
        if parts.scheme == "https" or local:
            yield Finding(GOOD, f"The {name} is at {address}.")
        else:
            yield Finding(BAD, f"The {name} is at {address}: without https, reports and passwords travel in the clear.")


def _mail(environment: Environment) -> Iterator[Finding]:
    relay = "Notices leave through the relay you named." if environment.mail_relay else ""
    yield (
        Finding(GOOD, relay)
        if relay
        else Finding(LOOK, "No mail relay is named (ISIGURT_MAIL_RELAY): nothing is sent.")
    )
    if environment.mail_relay and not environment.mail_from:
        yield Finding(BAD, "Notices need a sender: set ISIGURT_MAIL_FROM.")
    if environment.auditor:
        yield Finding(GOOD, "The ledger's head goes to the auditor every day.")
    else:
        yield Finding(LOOK, "No auditor is named (ISIGURT_AUDITOR): a ledger rewritten whole would not show.")


def _people(_: Environment) -> Iterator[Finding]:
    try:
        admins = Member.objects.filter(role=Role.ADMIN, is_active=True).count()
    except DatabaseError:
        return
    if admins:
        yield Finding(GOOD, f"Administrators: {admins}.")
    else:
        yield Finding(LOOK, "Nobody can manage members yet: isigurt member new --role admin --email ... --name ...")


def _pages(environment: Environment) -> Iterator[Finding]:
    if Baked(environment.baked / "site").addresses():
        yield Finding(GOOD, f"The public pages are baked in {environment.baked}.")
    else:
        yield Finding(
            LOOK,
            f"No public page is baked in {environment.baked}: the front shows its own first page only. The worker "
            "bakes what editors publish; `isigurt bake --all` does it now.",
        )


def _space(environment: Environment) -> Iterator[Finding]:
    if not environment.var.is_dir():
        return
    free = shutil.disk_usage(environment.var).free
    grade = GOOD if free >= FREE_SPACE else BAD
    yield Finding(grade, f"Free space: {free / 1024**3:.1f} GiB (below 2 GiB the door takes short texts only).")
    if os.name == "posix" and environment.private_keys.is_dir() and environment.private_keys.stat().st_mode & 0o077:
        yield Finding(BAD, f"Others on this machine can look into {environment.private_keys}: chmod 700 it.")


def _country(_: Environment) -> Iterator[Finding]:
    open_facts = len(pack().facts_to_verify())
    words = f"Country pack {settings.ISIGURT_COUNTRY}: "
    if open_facts:
        yield Finding(
            LOOK, words + f"{open_facts} facts that nobody has signed off; the desk lists them under Country."
        )
    else:
        yield Finding(GOOD, words + "every fact is signed off.")
