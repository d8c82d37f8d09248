"""`isigurt keys`: what the administrator does with keys, in words for a tired one."""

import stat
import sys
from dataclasses import dataclass
from pathlib import Path

from isigurt.vault import keyfiles, keyring
from isigurt.vault.errors import KeyProblem
from isigurt.vault.keyfiles import Key, Kind

_WHAT_NOW = {
    Kind.DESK: (
        "From now on reports are sealed to it. The one before stays and opens what was sealed to it; do not delete it."
    ),
    Kind.RECOVERY: (
        "From now on reports are sealed to it too. Take the private file away from this machine: "
        "two copies in two locked places, then delete it here. Keep the one before; older reports open with that one."
    ),
    Kind.FIELD: (
        "From now on new cases are locked with it. The one before stays and opens what it locked; do not delete it."
    ),
    Kind.LEDGER: (
        "From now on the ledger's daily head is signed with it. Tell the auditor its name. "
        "Leave the public file of the one before in place: it proves the older heads."
    ),
    Kind.DESK_SECRET: "Restart the desk. Everyone is signed out and signs in again; nothing else changes.",
}
_NOT_THE_INDEX = (
    "The index key cannot be changed: every stored index (locators of reports, addresses, figures) was made with it, "
    "and nothing would be found again. Changing it needs all indexes built anew, which this version cannot do."
)
_HEADINGS = ("KIND", "ID", "MADE ON", "STATE", "PROTECTION", "FILE")


def new(kind: str, *, private: Path, public: Path) -> int:
    """Make a new key of `kind` and say what follows from it; returns the exit status."""
    if kind not in {one.value for one in Kind}:
        kinds = ", ".join(one.value for one in Kind if one is not Kind.INDEX)
        return _complain(f"There is no kind of key called {kind!r}. The kinds are: {kinds}.")
    chosen = Kind(kind)
    try:
        if chosen is Kind.INDEX and keyring.private_of(chosen, private):
            return _complain(_NOT_THE_INDEX)
        key = keyring.new_key(chosen, private=private, public=public)
    except KeyProblem as problem:
        return _complain(str(problem))
    print(f"New {chosen} key {key.key_id}\n  private: {key.file}")
    if chosen.has_public_half:
        print(f"  public:  {public / chosen / key.key_id}.pub")
    print(_WHAT_NOW.get(chosen, "It is the first of its kind."))
    print("Add the key folder to your backup now, apart from the backup of the databases (docs/keys.md).")
    return 0


def list_keys(*, private: Path, public: Path) -> int:
    """Print every key, one a line, then what is wrong and what to do; returns the exit status."""
    rows: list[_Row] = []
    problems: list[str] = []
    for kind in Kind:
        found = _rows(kind, private, public, problems)
        if not found:
            problems.append(f"There is no {kind} key. On a new installation: isigurt prepare")
        rows += found
    _print_table([_HEADINGS, *(row.cells() for row in rows)])
    for problem in dict.fromkeys(problems):
        print(f"\n! {problem}", file=sys.stderr)
    if any(row.kind is Kind.RECOVERY and row.protection.startswith("STILL HERE") for row in rows):
        print("\nThe recovery key opens every report and is still on this machine. Take it away (docs/keys.md).")
    return 1 if problems else 0


@dataclass(frozen=True)
class _Row:
    """One key as the table shows it."""

    kind: Kind
    key_id: str
    made: str
    state: str
    protection: str
    file: Path

    def cells(self) -> tuple[str, ...]:
        return (str(self.kind), self.key_id, self.made, self.state, self.protection, str(self.file))


def _rows(kind: Kind, private: Path, public: Path, problems: list[str]) -> list[_Row]:
    """Return the rows of one kind, newest first: private files, bad files, and public halves whose file is away."""
    good: list[Key] = []
    rows: list[_Row] = []
    for file in sorted((private / kind).glob("*.key")):
        try:
            good.append(keyfiles.read_private(file))
        except KeyProblem as problem:
            problems.append(str(problem))
            rows.append(_Row(kind, file.stem, "?", "NOT USED", _open_to(file), file))
    halves: list[Key] = []
    for file in sorted((public / kind).glob("*.pub")) if kind.has_public_half else []:
        try:
            halves.append(keyfiles.read_public(file))
        except KeyProblem as problem:
            problems.append(str(problem))
    present = {key.key_id for key in good} | {row.key_id for row in rows}
    away = [half for half in halves if half.key_id not in present]
    newest = max((*good, *away), key=lambda key: (key.made, key.key_id), default=None)
    for key in sorted((*good, *away), key=lambda key: (key.made, key.key_id), reverse=True):
        state = "active" if key is newest else "old, still opens"
        rows.append(_Row(kind, key.key_id, f"{key.made:%Y-%m-%d}", state, _protection(key, here=key in good), key.file))
        if key not in good and kind is not Kind.RECOVERY:
            problems.append(
                f"The private file of {key.key_id} is not in {private / kind}: put it back from your backup."
            )
    return rows


def _protection(key: Key, *, here: bool) -> str:
    if key.kind is Kind.RECOVERY:
        return "STILL HERE: take it away" if here else "kept elsewhere"
    return "its user's file, not encrypted" if here else "MISSING"


def _open_to(file: Path) -> str:
    mode = stat.S_IMODE(file.stat().st_mode)
    return "OPEN TO OTHERS" if mode & 0o077 else "DAMAGED"


def _print_table(rows: list[tuple[str, ...]]) -> None:
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    for row in rows:
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _complain(words: str) -> int:
    print(words, file=sys.stderr)
    return 1
