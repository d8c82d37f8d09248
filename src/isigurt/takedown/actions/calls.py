"""Holding the cases that an act touches, and telling casework that one of them needs a person again.

Every act of takedown takes the locks of the cases first, its own rows after them, and writes the ledger last, in the
order that casework keeps too; so two acts wait for each other and never crosswise.
"""

from collections.abc import Iterable

from isigurt.casework.actions.deciding import call_attention
from isigurt.casework.actions.rows import hold_cases
from isigurt.casework.choices import Attention
from isigurt.casework.models import Case, Item
from isigurt.casework.queries.items import cases_of
from isigurt.ledger.actor import WORKER
from isigurt.takedown.queries import with_merged


def hold_cases_of(item: Item) -> list[Case]:
    """Lock the item's cases, and those merged into them, until the transaction ends; return those that stand."""
    held = hold_cases(with_merged(cases_of(item)))
    return [case for case in held if case.merged_into_id is None]


def hold_case_and_merged(case: Case) -> list[Case]:
    """Lock a case, what was merged into it, and the case that took it over; return those that stand."""
    held = hold_cases(with_merged([standing_for(case)]))
    return [one for one in held if one.merged_into_id is None]


def standing_for(case: Case) -> Case:
    """Return the case that took this one over, through any number of merges, or the case itself."""
    case.refresh_from_db(fields=["merged_into"])
    while case.merged_into is not None:
        case = case.merged_into
    return case


def call_a_person(*, cases: Iterable[Case], why: Attention) -> None:
    """Bring held cases back to the queue, each with the reason why."""
    for case in cases:
        call_attention(case=case, actor=WORKER, attention=why)


def answer_call(*, cases: Iterable[Case], why: Attention) -> None:
    """Take back a call of which the reason is gone; a call for another reason stands."""
    for case in cases:
        case.refresh_from_db(fields=["attention"])
        if case.attention == why:
            call_attention(case=case, actor=WORKER, attention=Attention.NOTHING)
