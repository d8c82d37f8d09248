"""What may stand in the ledger: ids, states, counts, times and keyed digests; never what a person typed."""

import ipaddress
import re
import uuid
from collections.abc import Mapping

from isigurt.ledger.chain import Scalar

LONGEST = 80
MOST_DETAILS = 24
LARGEST_NUMBER = 2**53 - 1

_ACT = re.compile(r"[a-z][a-z0-9_-]*(\.[a-z][a-z0-9_-]*)+\Z")
_SUBJECT = re.compile(r"[a-z][a-z0-9_.-]{0,39}\Z")
_SUBJECT_ID = re.compile(r"[A-Za-z0-9_-]{1,64}\Z")
_KEY = re.compile(r"[a-z][a-z0-9_]{0,39}\Z")
_VALUE = re.compile(r"[A-Za-z0-9_.:+-]*\Z")
_HOST = re.compile(r"\.[A-Za-z]")
_TELEPHONE = re.compile(r"\+?[0-9][0-9.:-]{6,}\Z")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?\Z")


class NotForTheLedger(ValueError):
    """Something was to be recorded that could tell about a person or their report."""


def check_act(act: str) -> str:
    """Return `act` if it is named like `case.viewed`."""
    if len(act) > 64 or not _ACT.match(act):
        msg = f"{act!r} is no name of an act; name it like 'case.viewed'"
        raise NotForTheLedger(msg)
    return act


def check_subject(subject: str, subject_id: uuid.UUID | str) -> tuple[str, str]:
    """Return the kind of thing acted on and its id, as text."""
    if not _SUBJECT.match(subject):
        msg = f"{subject!r} is no kind of thing; name it like 'case'"
        raise NotForTheLedger(msg)
    text = str(subject_id)
    if not _SUBJECT_ID.match(text):
        raise NotForTheLedger("a subject's id is 1 to 64 letters, digits, hyphens and underscores")
    return subject, text


def check_detail(detail: Mapping[str, Scalar] | None) -> dict[str, Scalar]:
    """Return the details if none of them can hold an address, a mail, a telephone number or free text.

    Raises `NotForTheLedger`, which names the key and never repeats the value: it may end in a log.
    """
    if len(detail or {}) > MOST_DETAILS:
        msg = f"an entry has at most {MOST_DETAILS} details"
        raise NotForTheLedger(msg)
    checked: dict[str, Scalar] = {}
    for key, value in (detail or {}).items():
        if not _KEY.match(key):
            raise NotForTheLedger("a detail's name is small letters, digits and underscores")
        reason = _reason_against(value)
        if reason:
            msg = f"the detail {key!r} {reason}; the ledger holds ids, states, counts and keyed digests only"
            raise NotForTheLedger(msg)
        checked[key] = str(value) if isinstance(value, str) else value
    return checked


def _reason_against(value: object) -> str:
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, int):
        return "" if abs(value) <= LARGEST_NUMBER else "is too large a number"
    if not isinstance(value, str):
        return "is neither text, a whole number, yes or no, nor nothing"
    return _reason_against_text(value)


def _reason_against_text(value: str) -> str:
    if len(value) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if not _VALUE.match(value):
        return "has characters that only addresses, mails and free text have"
    if _HOST.search(value):
        return "looks like the name of a host"
    if _TELEPHONE.match(value) and not _DATE.match(value):
        return "looks like a telephone number or an IP address"
    try:
        ipaddress.ip_address(value)
    except ValueError:
        return ""
    return "" if ":" not in value else "looks like an IP address"
