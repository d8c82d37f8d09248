"""Placing a report: into the cases that hold the same content, or into a case of its own.

What a reporter added, wrote or took back later comes through here too. Everything happens in one transaction that
begins by asking what is already done, so a worker killed anywhere runs it again and nothing is doubled.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from isigurt import clock
from isigurt.casework.actions.gathering import Gathered, gather
from isigurt.casework.actions.numbers import next_number
from isigurt.casework.actions.rows import change, hold_cases, move
from isigurt.casework.choices import Attention, ItemKind, Joined
from isigurt.casework.models import Case, CaseItem, CaseReport, JoinSuggestion
from isigurt.casework.priority import band_of, is_sexual_abuse, sooner, time_for
from isigurt.casework.states import ENDED_STATES, OPEN_STATES, CaseState
from isigurt.facts.actions import case_fact
from isigurt.intake.actions import mark_placed
from isigurt.intake.models import Direction, Report, ReportState
from isigurt.ledger.actions import record
from isigurt.ledger.actor import WORKER
from isigurt.vault.actions import new_data_key

# A home page that everybody names would otherwise be suggested with half the hotline's cases.
MOST_SUGGESTIONS = 5
_GONE = (CaseState.MERGED, CaseState.ERASED)


def place_report(report: Report) -> None:
    """Place a new report, or take note of what its reporter added, wrote or withdrew; idempotent."""
    with transaction.atomic():
        rows = Report.objects.select_for_update(of=("self",), no_key=True).select_related("places_key", "words_key")
        current = rows.get(pk=report.pk)
        if current.state != ReportState.NEW and not current.has_additions:
            return
        before = list(CaseReport.objects.filter(report=current))
        if before:
            _add_to(before, current)
        else:
            _place(current)
        mark_placed(report=current, actor=WORKER)


def _place(report: Report) -> None:
    gathered = gather(report)
    homes = hold_cases(_home_ids(report, gathered))
    if not homes:
        case = _open_case(report)
        _tie_report(case, report, Joined.OPENED)
        _tie_items(case, gathered)
        _suggest(case, gathered, besides=[case.pk])
        _record_opened(case, report, gathered)
        return
    # The case that was opened first takes what no case has yet; the others already hold what joins them.
    main = min(homes, key=lambda case: (case.opened_at, str(case.pk)))
    for case in homes:
        _tie_report(case, report, Joined.SAME_CONTENT)
    fresh = _tie_items(main, _not_elsewhere(gathered, homes, main))
    _suggest(main, gathered, besides=[case.pk for case in homes])
    for case in homes:
        _tell(case, report, new_items=case is main and fresh > 0, new_report=True)


def _home_ids(report: Report, gathered: Sequence[Gathered]) -> set[UUID]:
    """Return the cases that the report joins by itself: sexual abuse, and the same content address."""
    content = [one.item.pk for one in gathered if one.known and one.item.kind == ItemKind.CONTENT]
    if not content or not is_sexual_abuse(report.harm_said):
        return set()
    chosen: dict[UUID, tuple[bool, datetime, str, UUID]] = {}
    held = CaseItem.objects.filter(item_id__in=content, case__sexual_abuse=True)
    for tie in held.exclude(case__state__in=_GONE).select_related("case"):
        case = tie.case
        rank = (case.state not in OPEN_STATES, case.opened_at, str(case.pk), case.pk)
        chosen[tie.item_id] = min(rank, chosen.get(tie.item_id, rank))
    return {rank[-1] for rank in chosen.values()}


def _not_elsewhere(gathered: Sequence[Gathered], homes: Sequence[Case], main: Case) -> list[Gathered]:
    others = [case.pk for case in homes if case is not main]
    held = set(CaseItem.objects.filter(case_id__in=others).values_list("item_id", flat=True))
    return [one for one in gathered if one.item.pk not in held]


def _open_case(report: Report) -> Case:
    at = clock.now()
    case = Case(
        number=next_number(at),
        data_key=new_data_key(),
        harm=report.harm_said,
        sexual_abuse=is_sexual_abuse(report.harm_said),
        lane=report.lane,
        band=band_of(child_at_risk=False, lane=report.lane),
        deadline_at=report.received_at + time_for(report.harm_said),
        opened_at=at,
        first_received_at=report.received_at,
    )
    case.save(force_insert=True)
    case_fact(
        unit=case.id,
        opened_at=at,
        first_received_at=report.received_at,
        deadline_at=case.deadline_at,
        harm=case.harm,
    )
    return case


def _record_opened(case: Case, report: Report, gathered: Sequence[Gathered]) -> None:
    record(
        actor=WORKER,
        act="case.opened",
        subject="case",
        subject_id=case.id,
        detail={"report": str(report.id), "harm": case.harm, "items": len(gathered)},
    )


def _tie_report(case: Case, report: Report, joined: Joined) -> None:
    CaseReport.objects.create(
        case=case,
        report=report,
        joined=joined,
        joined_at=clock.now(),
        messages_noted_at=_last_message_at(report),
        withdrawal_noted=report.state == ReportState.WITHDRAWN,
    )


def _tie_items(case: Case, gathered: Sequence[Gathered]) -> int:
    """Add the items that the case does not hold yet; return how many."""
    held = set(CaseItem.objects.filter(case=case).values_list("item_id", flat=True))
    at = clock.now()
    fresh = [CaseItem(case=case, item=one.item, added_at=at) for one in gathered if one.item.pk not in held]
    CaseItem.objects.bulk_create(fresh)
    return len(fresh)


def _suggest(case: Case, gathered: Sequence[Gathered], *, besides: Sequence[UUID]) -> None:
    """Suggest to look at other cases that name the same; a person decides, for it need not mean the same."""
    for one in gathered:
        if not one.known:
            continue
        held = Case.objects.filter(case_items__item=one.item).exclude(state__in=_GONE).exclude(pk__in=besides)
        for other in held.order_by("-opened_at", "id")[:MOST_SUGGESTIONS]:
            earlier, later = sorted((case, other), key=lambda each: (each.opened_at, str(each.pk)))
            JoinSuggestion.objects.get_or_create(
                earlier=earlier, later=later, item=one.item, defaults={"suggested_at": clock.now()}
            )


def _add_to(ties: Sequence[CaseReport], report: Report) -> None:
    """Bring what is new about a placed report to its cases."""
    cases = {case.pk: case for case in hold_cases(tie.case_id for tie in ties)}
    standing = [tie for tie in ties if cases[tie.case_id].state not in _GONE]
    if not standing:
        return
    gathered = gather(report)
    main = min((cases[tie.case_id] for tie in standing), key=lambda case: (case.opened_at, str(case.pk)))
    fresh = _tie_items(main, gathered)
    _suggest(main, gathered, besides=list(cases))
    last = _last_message_at(report)
    withdrawn = report.state == ReportState.WITHDRAWN
    for tie in standing:
        wrote = last is not None and (tie.messages_noted_at is None or last > tie.messages_noted_at)
        case = cases[tie.case_id]
        if wrote or gathered or withdrawn != tie.withdrawal_noted:
            _tell(case, report, new_items=case is main and fresh > 0, new_report=False)
        CaseReport.objects.filter(pk=tie.pk).update(messages_noted_at=last, withdrawal_noted=withdrawn)


def _last_message_at(report: Report) -> datetime | None:
    theirs = report.messages.filter(direction=Direction.FROM_REPORTER)
    return theirs.order_by("-created_at").values_list("created_at", flat=True).first()


def _tell(case: Case, report: Report, *, new_items: bool, new_report: bool) -> None:
    """Let a case know that something came: flag it, give it a deadline, and bring it back if it had ended."""
    since = report.received_at if new_report else clock.now()
    lane = min(case.lane, report.lane)
    columns: dict[str, Any] = {
        "lane": lane,
        "band": band_of(child_at_risk=case.child_at_risk, lane=lane),
        "deadline_at": sooner(case.deadline_at, since + time_for(report.harm_said)),
        "first_received_at": min(case.first_received_at, report.received_at),
        "new_report" if new_report else "new_message": True,
    }
    case_fact(unit=case.id, first_received_at=columns["first_received_at"])
    if case.state in ENDED_STATES or (case.state == CaseState.ASSESSED and new_items):
        columns |= {"version": case.version + 1, "closed_at": None, "outcome": "", "dismissal_reason": ""}
        if case.attention == Attention.ALL_REMOVED:
            columns["attention"] = Attention.NOTHING
        case_fact(unit=case.id, closed_at=None, outcome="")
        move(case, to=CaseState.REOPENED, actor=WORKER, changes=columns)
    else:
        change(case, **columns)
    record(
        actor=WORKER,
        act="case.report_joined" if new_report else "case.reporter_news",
        subject="case",
        subject_id=case.id,
        detail={"report": str(report.id), "new_items": new_items, "withdrawn": report.state == ReportState.WITHDRAWN},
    )
