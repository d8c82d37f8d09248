"""`isigurt ledger verify`: whether the record is whole, in words."""

import sys
from pathlib import Path

from django.db import DatabaseError

from isigurt.ledger.heads import Head, NotAHead
from isigurt.ledger.models import Entry
from isigurt.ledger.verify import Fault, Finding, Verdict, verify_chain
from isigurt.vault.errors import KeyProblem

WHOLE, BROKEN, COULD_NOT_LOOK = 0, 1, 2

_SAY = {
    Fault.CHANGED: "Entry {seq} no longer says what was recorded: it was changed in the database.",
    Fault.UNLINKED: "Entry {seq} does not follow on the entry before it: one of the two was replaced.",
    Fault.MISSING: "Entry {seq} is missing: it was taken out of the database, perhaps with others after it.",
    Fault.UNREADABLE: "Entry {seq} holds what no entry can hold: it was changed in the database.",
    Fault.CUT_OFF: "The ledger ends before entry {seq}, but the kept head stands behind it: entries were cut off.",
    Fault.REWRITTEN: (
        "The kept head names another entry {seq} than the one that is here: "
        "the ledger was rewritten before that point and its hashes made anew."
    ),
    Fault.FALSE_SIGNATURE: "The kept head is not signed by the key that it names: the file was changed or made up.",
    Fault.STRANGE_KEY: (
        "The kept head was signed with a key that is not in the folder of public keys here. It is from another place, "
        "or the key was taken away, or the whole ledger was put in place of another."
    ),
}
_AND_NOW = (
    "Change nothing. Keep a copy of the database and of this text, and tell the auditor: a database that its own "
    "programs write to cannot come to this by itself, but a restored backup that is older than the head can."
)


def verify(*, anchor: Path | None = None) -> int:
    """Check the chain, and compare it with the signed head in the file `anchor`.

    Returns 0 when all is well, 1 when the chain is broken or another one, 2 when it could not be looked at.
    """
    head = None
    try:
        if anchor is not None:
            head = Head.parse(anchor.read_text("utf-8", "replace"))
        verdict = verify_chain(head)
        _report(verdict, head)
    except OSError as error:
        return _could_not_look(f"{anchor} cannot be read: {error.strerror}")
    except NotAHead as error:
        return _could_not_look(f"{anchor}: {error}. Save the attachment of the auditor's mail, or the whole mail.")
    except KeyProblem as error:
        return _could_not_look(str(error))
    except DatabaseError as error:
        return _could_not_look(
            f"The ledger cannot be read ({str(error).strip()}). `isigurt check` says whether the desk's store is there."
        )
    return WHOLE if verdict.whole else BROKEN


def _report(verdict: Verdict, head: Head | None) -> None:
    print(f"{verdict.entries} entries read, each follows on the one before; the last is {verdict.seq} {verdict.hash}")
    for finding in verdict.findings:
        print(f"BROKEN: {_SAY[finding.fault].format(seq=finding.seq)}{_row(finding)}")
    if not verdict.whole:
        print(_AND_NOW)
    elif head is not None:
        signed = f"{head.at:%Y-%m-%d %H:%M} UTC"
        print(f"The ledger is whole, and it is the one whose head, entry {head.seq}, was signed at {signed}.")
    else:
        print("The ledger is whole. That nobody wrote it anew from the start, only a kept head can show: --anchor FILE")


def _row(finding: Finding) -> str:
    """Return what the broken entry says now, as far as it can be read."""
    if finding.fault not in {Fault.CHANGED, Fault.UNLINKED, Fault.REWRITTEN}:
        return ""
    entry = Entry.objects.filter(seq=finding.seq).first()
    return f"\n  now: {entry} at {entry.at:%Y-%m-%d %H:%M:%S} UTC" if entry else ""


def _could_not_look(words: str) -> int:
    print(words, file=sys.stderr)
    return COULD_NOT_LOOK
