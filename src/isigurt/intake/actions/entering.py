"""Entering a report by hand: it came by telephone, by mail or in person."""

from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction

from isigurt import clock
from isigurt.intake.actions.recording import create_report
from isigurt.intake.content import ReportContent
from isigurt.intake.door.models import Lane
from isigurt.intake.models import Report
from isigurt.intake.receipt import Receipt
from isigurt.ledger.actor import Actor


@dataclass(frozen=True)
class EnteredReport:
    """The report, and the receipt to read out to whoever reported, if they were to get one.

    `before` says that the same form had entered it already: it stands as it was sent first.
    """

    report: Report
    receipt: Receipt | None
    before: bool = False


def enter_report(
    *,
    actor: Actor,
    channel: str,
    content: ReportContent,
    received_at: datetime | None = None,
    give_receipt: bool = False,
    receipt: Receipt | None = None,
) -> EnteredReport:
    """Enter what somebody said or wrote to the hotline.

    `channel` is an id of the country pack; `received_at` is when it reached the hotline (now, if not given). With
    `give_receipt` the reporter can follow the report with a code, as soon as the worker has published its status.
    `receipt` is the one that was made with the form: a form sent twice enters one report and gives the same code.
    """
    receipt = receipt or Receipt.fresh()
    try:
        with transaction.atomic():
            if known := _known(receipt):
                return known
            report = create_report(
                actor=actor,
                content=content,
                channel=channel,
                lane=Lane.PEOPLE,
                received_at=received_at or clock.now(),
                locator=receipt.locator if give_receipt else None,
                public_key=receipt.keypair().public.key if give_receipt else None,
                report_id=receipt.entry_id,
            )
    except IntegrityError:
        # The same form came twice at the same moment, and the other one was first.
        if known := _known(receipt):
            return known
        raise
    return EnteredReport(report, receipt if give_receipt else None)


def _known(receipt: Receipt) -> EnteredReport | None:
    report = Report.objects.filter(pk=receipt.entry_id).first()
    if report is None:
        return None
    return EnteredReport(report, receipt if report.locator else None, before=True)
