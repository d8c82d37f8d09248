"""Entering a report by hand: it came by telephone, by mail or in person."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from isigurt import clock
from isigurt.intake.actions.recording import create_report
from isigurt.intake.content import ReportContent
from isigurt.intake.door.models import Lane
from isigurt.intake.models import Report
from isigurt.intake.receipt import Receipt
from isigurt.ledger.actor import Actor


@dataclass(frozen=True)
class EnteredReport:
    """The report, and the receipt to read out to whoever reported; it cannot be shown a second time."""

    report: Report
    receipt: Receipt | None


def enter_report(
    *,
    actor: Actor,
    channel: str,
    content: ReportContent,
    received_at: datetime | None = None,
    give_receipt: bool = False,
) -> EnteredReport:
    """Enter what somebody said or wrote to the hotline.

    `channel` is an id of the country pack; `received_at` is when it reached the hotline (now, if not given). With
    `give_receipt` the reporter can follow the report with a code, as soon as the worker has published its status.
    """
    receipt = Receipt.fresh() if give_receipt else None
    with transaction.atomic():
        report = create_report(
            actor=actor,
            content=content,
            channel=channel,
            lane=Lane.PEOPLE,
            received_at=received_at or clock.now(),
            locator=receipt.locator if receipt else None,
            public_key=receipt.keypair().public.key if receipt else None,
        )
    return EnteredReport(report, receipt)
