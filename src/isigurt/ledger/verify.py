"""Checks the chain from the first entry to the last, and against a head that was kept elsewhere."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from isigurt.ledger import chain
from isigurt.ledger.actions import hash_of
from isigurt.ledger.heads import Head
from isigurt.ledger.models import Entry

PAGE = 2000
# What reading a row raises when someone wrote into it what no column of its kind can hold.
_UNREADABLE = (ValueError, TypeError, AttributeError)


class Fault(StrEnum):
    """What can be wrong."""

    CHANGED = "changed"
    """An entry no longer says what was recorded."""
    UNLINKED = "unlinked"
    """An entry does not follow on the one before it."""
    MISSING = "missing"
    """Entries were taken out of the middle."""
    UNREADABLE = "unreadable"
    """An entry holds what no entry can hold."""
    CUT_OFF = "cut_off"
    """The ledger ends before the kept head: entries were taken off its end."""
    REWRITTEN = "rewritten"
    """The chain holds together but is not the one whose head was kept."""
    FALSE_SIGNATURE = "false_signature"
    """The kept head was changed after it was signed, or was never signed."""
    STRANGE_KEY = "strange_key"
    """The kept head was signed with a key that is not one of this place."""


@dataclass(frozen=True)
class Finding:
    """One fault and the entry it shows at."""

    fault: Fault
    seq: int


@dataclass(frozen=True)
class Verdict:
    """How many entries were read, where the chain ends, and what is wrong with it."""

    entries: int
    seq: int
    hash: str
    findings: tuple[Finding, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings


def verify_chain(anchor: Head | None = None, *, start: tuple[int, str] = (0, chain.GENESIS)) -> Verdict:
    """Read the chain up to its first broken entry; with `anchor`, also compare it with that kept head.

    Memory stays constant however long the ledger is. `start` (a seq and its hash) skips what was checked before: the
    entry there must still be the same; an anchor that lies before it is not compared.
    """
    findings = [*_against_key(anchor), *_against_start(start)] if anchor else _against_start(start)
    seq, last = start
    for entry in _entries(after=seq):
        fault = _fault_of(entry, seq=seq, last=last)
        if fault is not None or isinstance(entry, _Unreadable):
            findings.append(Finding(fault or Fault.UNREADABLE, seq + 1 if fault is Fault.MISSING else entry.seq))
            break
        seq, last = entry.seq, entry.hash
        if anchor and seq == anchor.seq and last != anchor.hash:
            findings.append(Finding(Fault.REWRITTEN, seq))
    else:
        if anchor and seq < anchor.seq:
            findings.append(Finding(Fault.CUT_OFF, seq + 1))
    return Verdict(entries=seq - start[0], seq=seq, hash=last, findings=tuple(findings))


def _against_key(anchor: Head) -> list[Finding]:
    if not anchor.is_signed():
        return [Finding(Fault.FALSE_SIGNATURE, anchor.seq)]
    if not anchor.is_ours():
        return [Finding(Fault.STRANGE_KEY, anchor.seq)]
    return []


def _against_start(start: tuple[int, str]) -> list[Finding]:
    seq, expected = start
    if seq == 0:
        return []
    found = Entry.objects.filter(seq=seq).values_list("hash", flat=True).first()
    if found == expected:
        return []
    return [Finding(Fault.CUT_OFF if found is None else Fault.REWRITTEN, seq)]


@dataclass(frozen=True)
class _Unreadable:
    """An entry that the database holds and nobody can read."""

    seq: int


def _entries(*, after: int) -> Iterator[Entry | _Unreadable]:
    """Yield the entries behind `after` in order, a page at a time, so that no lock or snapshot is held for long."""
    while page := _page(after):
        yield from page
        after = page[-1].seq


def _page(after: int) -> list[Entry | _Unreadable]:
    rows = Entry.objects.filter(seq__gt=after).order_by("seq")
    try:
        return list(rows[:PAGE])
    except _UNREADABLE:
        return [_readable(seq) for seq in rows.values_list("seq", flat=True)[:PAGE]]


def _readable(seq: int) -> Entry | _Unreadable:
    try:
        return Entry.objects.get(seq=seq)
    except _UNREADABLE:
        return _Unreadable(seq)


def _fault_of(entry: Entry | _Unreadable, *, seq: int, last: str) -> Fault | None:
    """Return what is wrong with `entry`, which should follow entry `seq` with the hash `last`."""
    if entry.seq != seq + 1:
        return Fault.MISSING
    if isinstance(entry, _Unreadable):
        return Fault.UNREADABLE
    if entry.prev_hash != last:
        return Fault.UNLINKED
    try:
        return None if entry.hash == hash_of(entry) else Fault.CHANGED
    except _UNREADABLE:
        return Fault.UNREADABLE
