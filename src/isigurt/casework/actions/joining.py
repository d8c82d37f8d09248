"""Joining cases that are one, splitting one that is two, and undoing either."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from isigurt import clock
from isigurt.casework.actions.numbers import next_number
from isigurt.casework.actions.rows import change, hold_cases, move
from isigurt.casework.choices import Joined, MergeKind, SuggestionState
from isigurt.casework.errors import NotNow
from isigurt.casework.models import Case, CaseItem, CaseMerge, CaseReport, JoinSuggestion
from isigurt.casework.priority import sooner, time_for, waits_for_person
from isigurt.casework.states import ENDED_STATES, OPEN_STATES, CaseState
from isigurt.facts.actions import case_fact
from isigurt.facts.models import MERGED
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member
from isigurt.vault.actions import new_data_key


def dismiss_suggestion(*, suggestion: JoinSuggestion, member: Member) -> None:
    """Say that the two cases are not one; they are not suggested again for this item."""
    _decide(suggestion, SuggestionState.DISMISSED, member, "case.join_dismissed")


def reopen_suggestion(*, suggestion: JoinSuggestion, member: Member) -> None:
    """Take back a dismissal."""
    _decide(suggestion, SuggestionState.OPEN, member, "case.join_reopened")


def _decide(suggestion: JoinSuggestion, state: SuggestionState, member: Member, act: str) -> None:
    with transaction.atomic():
        columns = {"state": state, "decided_at": clock.now(), "decided_by": member}
        if not JoinSuggestion.objects.filter(pk=suggestion.pk).exclude(state=state).update(**columns):
            return
        _record_pair(suggestion.earlier_id, suggestion.later_id, member, act)


def _record_pair(first: UUID, second: UUID, member: Member, act: str) -> None:
    actor = Actor.member(member.pk)
    for case, other in ((first, second), (second, first)):
        record(actor=actor, act=act, subject="case", subject_id=case, detail={"other": str(other)})


def join(*, suggestion: JoinSuggestion, member: Member) -> CaseMerge:
    """Merge the later of two suggested cases into the earlier. Raises NotNow when either is gone."""
    with transaction.atomic():
        merged = merge(source=suggestion.later, target=suggestion.earlier, member=member, suggestion=suggestion)
        columns = {"state": SuggestionState.JOINED, "decided_at": clock.now(), "decided_by": member}
        JoinSuggestion.objects.filter(pk=suggestion.pk).update(**columns)
    return merged


def merge(*, source: Case, target: Case, member: Member, suggestion: JoinSuggestion | None = None) -> CaseMerge:
    """Move the reports and items of `source` to `target`; the empty case stays and points there.

    Conversations, assessments and notes stay what they were. Raises NotNow when either case is gone.
    """
    with transaction.atomic():
        giving, taking = _both(source, target)
        moved = _move(giving, taking, reports=None, items=None)
        before = {"state": str(giving.state), "deadline_at": _iso(giving), "closed_at": _iso(giving, "closed_at")}
        row = CaseMerge.objects.create(
            kind=MergeKind.MERGE,
            source=giving,
            target=taking,
            suggestion=suggestion,
            moved=moved | {"before": before},
            made_at=clock.now(),
            made_by=member,
        )
        _brought(taking, giving)
        case_fact(unit=giving.id, closed_at=row.made_at, outcome=MERGED)
        changes = {
            "version": giving.version + 1,
            "merged_into": taking,
            "deadline_at": None,
            "leased_by": None,
            "leased_until": None,
        }
        actor = Actor.member(member.pk)
        detail = {"into": str(taking.pk)}
        move(giving, to=CaseState.MERGED, actor=actor, detail=detail, changes=changes)
        record(actor=actor, act="case.merged", subject="case", subject_id=taking.pk, detail={"from": str(giving.pk)})
    return row


def split(*, case: Case, reports: Iterable[UUID], items: Iterable[UUID], member: Member) -> CaseMerge:
    """Move some reports and items of `case` to a new case of their own. Raises NotNow if one would be left empty."""
    wanted_reports, wanted_items = set(reports), set(items)
    with transaction.atomic():
        (held,) = hold_cases([case.pk])
        if held.state not in OPEN_STATES:
            raise NotNow(_("This case has ended. Reopen it first."))
        theirs = set(CaseReport.objects.filter(case=held).values_list("report_id", flat=True))
        if not wanted_reports or not wanted_reports < theirs:
            raise NotNow(_("Choose at least one report to move, and leave at least one."))
        fresh = _fresh_beside(held)
        moved = _move(held, fresh, reports=wanted_reports, items=wanted_items)
        row = CaseMerge.objects.create(
            kind=MergeKind.SPLIT, source=held, target=fresh, moved=moved, made_at=clock.now(), made_by=member
        )
        change(held)
        _record_pair(held.pk, fresh.pk, member, "case.split")
    return row


def undo(*, merge: CaseMerge, member: Member) -> None:
    """Undo a merge or a split: all that was moved goes back. Raises NotNow when a case is gone or it is undone."""
    with transaction.atomic():
        columns = {"undone_at": clock.now(), "undone_by": member}
        if not CaseMerge.objects.filter(pk=merge.pk, undone_at__isnull=True).update(**columns):
            raise NotNow(_("This was undone already."))
        cases = {case.pk: case for case in hold_cases([merge.source_id, merge.target_id])}
        source, target = cases[merge.source_id], cases[merge.target_id]
        if CaseState.ERASED in {source.state, target.state}:
            raise NotNow(_("One of the cases was erased."))
        _move_back(merge, source, target)
        if merge.suggestion_id is not None:
            undone = {"state": SuggestionState.OPEN, "decided_at": None, "decided_by": None}
            JoinSuggestion.objects.filter(pk=merge.suggestion_id).update(**undone)
        if merge.kind == MergeKind.MERGE:
            _stand_again(source, merge, member)
            change(target)
        else:
            _fold(target, into=source, member=member)
        _record_pair(source.pk, target.pk, member, "case.join_undone")


def _both(source: Case, target: Case) -> tuple[Case, Case]:
    cases = {case.pk: case for case in hold_cases([source.pk, target.pk])}
    if len(cases) != 2:
        raise NotNow(_("A case cannot be merged with itself."))
    giving, taking = cases[source.pk], cases[target.pk]
    for case in (giving, taking):
        if case.state not in (*OPEN_STATES, *ENDED_STATES):
            raise NotNow(_("This case is gone: it was merged or erased."))
    return giving, taking


def _move(source: Case, target: Case, *, reports: set[UUID] | None, items: set[UUID] | None) -> dict[str, list[str]]:
    """Move the chosen (or all) ties from one case to another; what the target has already is only dropped.

    An item that a report staying behind names too is kept in both.
    """
    report_ties = CaseReport.objects.filter(case=source)
    item_ties = CaseItem.objects.filter(case=source)
    if reports is not None and items is not None:
        report_ties = report_ties.filter(report_id__in=reports)
        item_ties = item_ties.filter(item_id__in=items)
    there = set(CaseReport.objects.filter(case=target).values_list("report_id", flat=True))
    there_items = set(CaseItem.objects.filter(case=target).values_list("item_id", flat=True))
    moved: dict[str, list[str]] = {"case_reports": [], "case_items": [], "kept_reports": [], "kept_items": []}
    for tie in report_ties:
        moved["kept_reports" if tie.report_id in there else "case_reports"].append(str(tie.report_id))
    for item_tie in item_ties:
        moved["kept_items" if item_tie.item_id in there_items else "case_items"].append(str(item_tie.item_id))
    report_ties.filter(report_id__in=moved["kept_reports"]).delete()
    item_ties.filter(item_id__in=moved["kept_items"]).delete()
    report_ties.filter(report_id__in=moved["case_reports"]).update(case=target)
    item_ties.filter(item_id__in=moved["case_items"]).update(case=target)
    return moved


def _move_back(merge: CaseMerge, source: Case, target: Case) -> None:
    moved = merge.moved
    at = clock.now()
    CaseReport.objects.filter(case=target, report_id__in=moved["case_reports"]).update(case=source)
    CaseItem.objects.filter(case=target, item_id__in=moved["case_items"]).update(case=source)
    for report in moved["kept_reports"]:
        CaseReport.objects.get_or_create(
            case=source, report_id=report, defaults={"joined": Joined.BY_HAND, "joined_at": at}
        )
    for item in moved["kept_items"]:
        CaseItem.objects.get_or_create(case=source, item_id=item, defaults={"added_at": at})


def _brought(taking: Case, giving: Case) -> None:
    """Let the taking case know what the other brings: the earlier dates, the danger, and what waits."""
    at_risk = taking.child_at_risk or giving.child_at_risk
    columns = {
        "first_received_at": min(taking.first_received_at, giving.first_received_at),
        "new_message": taking.new_message or giving.new_message,
        "new_report": taking.new_report or giving.new_report,
        "child_at_risk": at_risk,
        "band": 0 if at_risk else min(taking.band, giving.band),
        "lane": min(taking.lane, giving.lane),
    }
    if taking.state in ENDED_STATES:
        columns |= {"new_message": False, "new_report": False}
        if giving.state in OPEN_STATES:
            raise NotNow(_("Reopen the case before you merge an open one into it."))
    elif giving.deadline_at is not None:
        columns["deadline_at"] = sooner(taking.deadline_at, giving.deadline_at)
        columns["new_report"] = True
    case_fact(unit=taking.id, first_received_at=columns["first_received_at"], child_at_risk=at_risk)
    change(taking, **columns)


def _fresh_beside(case: Case) -> Case:
    at = clock.now()
    fresh = Case(
        number=next_number(at),
        data_key=new_data_key(),
        harm=case.harm,
        sexual_abuse=case.sexual_abuse,
        child_at_risk=case.child_at_risk,
        lane=case.lane,
        band=case.band,
        deadline_at=at + time_for(case.harm),
        opened_at=at,
        first_received_at=case.first_received_at,
    )
    fresh.save(force_insert=True)
    case_fact(
        unit=fresh.id,
        opened_at=at,
        first_received_at=fresh.first_received_at,
        deadline_at=fresh.deadline_at,
        harm=fresh.harm,
        child_at_risk=fresh.child_at_risk,
    )
    return fresh


def _iso(case: Case, column: str = "deadline_at") -> str:
    value = getattr(case, column)
    return value.isoformat() if value else ""


def _stand_again(source: Case, merge: CaseMerge, member: Member) -> None:
    before = merge.moved["before"]
    source.state = CaseState(before["state"])
    again = waits_for_person(source)
    source.state = CaseState.MERGED
    changes = {
        "version": source.version + 1,
        "merged_into": None,
        "deadline_at": clock.now() + time_for(source.harm) if again else None,
    }
    outcome = CaseState.DISMISSED.value if before["state"] == CaseState.DISMISSED else str(source.outcome)
    closed_at = datetime.fromisoformat(before["closed_at"]) if before["closed_at"] else None
    case_fact(unit=source.id, closed_at=closed_at, outcome=outcome)
    actor = Actor.member(member.pk)
    move(source, to=before["state"], actor=actor, detail={"undone": True}, changes=changes)


def _fold(case: Case, *, into: Case, member: Member) -> None:
    """Let a case that was split off point back to where its reports and items came from."""
    case_fact(unit=case.id, closed_at=clock.now(), outcome=MERGED)
    changes = {"version": case.version + 1, "merged_into": into, "deadline_at": None}
    actor = Actor.member(member.pk)
    move(case, to=CaseState.MERGED, actor=actor, detail={"undone": True}, changes=changes)
    change(into)
