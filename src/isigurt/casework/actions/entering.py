"""Entering a report by hand and putting it into its case: all of it or nothing."""

from datetime import datetime

from django.db import transaction

from isigurt.casework.actions.deciding import set_child_at_risk
from isigurt.casework.actions.placing import place_report
from isigurt.casework.models import Case, CaseReport
from isigurt.intake import actions as intake
from isigurt.intake.content import ReportContent
from isigurt.intake.receipt import Receipt
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member


def enter_report(
    *,
    member: Member,
    channel: str,
    content: ReportContent,
    received_at: datetime | None,
    at_risk: bool,
    give_receipt: bool,
    receipt: Receipt,
) -> tuple[intake.EnteredReport, Case]:
    """Enter a report and put it into a case at once; that a child is at risk is never lost on the way.

    `receipt` was made with the form: the same form sent again changes nothing and gives the same answer.
    """
    with transaction.atomic():
        entered = intake.enter_report(
            actor=Actor.member(member.pk),
            channel=channel,
            content=content,
            received_at=received_at,
            give_receipt=give_receipt,
            receipt=receipt,
        )
        place_report(entered.report)
        case = _case_of(entered)
        if at_risk and not entered.before:
            set_child_at_risk(case=case, member=member, at_risk=True)
    return entered, case


def _case_of(entered: intake.EnteredReport) -> Case:
    ties = CaseReport.objects.filter(report=entered.report).select_related("case")
    tie = ties.order_by("case__opened_at").first()
    assert tie is not None  # noqa: S101 - placing just made it, and ties only move
    return tie.case
