"""When a person has to have acted on a case, and in which order cases are taken.

Nothing here counts reports: how many people report an address says nothing about how urgent it is.
"""

from datetime import datetime, timedelta

from isigurt.casework.choices import Band
from isigurt.casework.models import Case
from isigurt.casework.states import CaseState
from isigurt.country import pack

# A child in danger cannot wait for a kind of harm's ordinary time.
AT_RISK = timedelta(hours=1)
_AFTER_ALL = timedelta(hours=24)  # for a harm that an older pack had
# States in which a case waits for a person whatever else happened.
WORKING_STATES = frozenset({CaseState.NEW, CaseState.IN_WORK, CaseState.REOPENED})
_ENDED = frozenset({CaseState.CLOSED, CaseState.DISMISSED, CaseState.MERGED, CaseState.ERASED})


def time_for(harm: str) -> timedelta:
    """Return how soon a person has to act on something new about this harm."""
    known = pack().harms.get(harm)
    return timedelta(hours=known.deadline_hours) if known else _AFTER_ALL


def is_sexual_abuse(harm: str) -> bool:
    """Say whether content addresses reported for this harm join cases by themselves."""
    known = pack().harms.get(harm)
    return known is not None and known.sexual_abuse


def band_of(*, child_at_risk: bool, lane: int) -> Band:
    """Return the band of a case: danger first, what looks automated last."""
    if child_at_risk:
        return Band.CHILD_AT_RISK
    return Band.LOOKS_AUTOMATED if lane else Band.ORDINARY


def waits_for_person(case: Case) -> bool:
    """Say whether something about the case waits for a person."""
    if case.state in _ENDED:
        return False
    return case.state in WORKING_STATES or case.new_message or case.new_report or bool(case.attention)


def sooner(known: datetime | None, other: datetime) -> datetime:
    """Return the earlier of a deadline that may be unset and another."""
    return other if known is None else min(known, other)
