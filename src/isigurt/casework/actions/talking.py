"""Talking with the reporter."""

from django.db import transaction
from django.utils.translation import gettext as _

from isigurt.casework.actions.rows import hold_case
from isigurt.casework.actions.working import begin_work, settle
from isigurt.casework.errors import NotNow
from isigurt.casework.models import Case, CaseReport
from isigurt.casework.states import ENDED_STATES
from isigurt.intake.actions import send_message
from isigurt.intake.models import Message, Report
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member


def answer(*, case: Case, report: Report, member: Member, text: str, seen_version: int | None = None) -> Message:
    """Write to the reporter of one report of the case; what was new is answered by it.

    Raises Conflict, NotNow, intake's NoReceipt, and ValueError for an empty text.
    """
    if not text.strip():
        raise ValueError("an empty message")
    actor = Actor.member(member.pk)
    with transaction.atomic():
        held = hold_case(case.pk, seen_version=seen_version)
        if not CaseReport.objects.filter(case=held, report=report).exists():
            raise NotNow(_("The report is not in this case any more."))
        if held.state not in ENDED_STATES:
            begin_work(held, actor=actor, columns={"new_message": False})
            settle(held)
        return send_message(report=report, actor=actor, text=text.strip())
