"""Writing to a reporter, and the status word that the reporter sees."""

from django.db import transaction

from isigurt import clock
from isigurt.intake import cells
from isigurt.intake.door.models import PublicWord
from isigurt.intake.models import Direction, Message, PublicStatus, Report
from isigurt.intake.queries import can_be_written_to
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor


class NoReceipt(Exception):
    """The reporter holds no receipt, or has withdrawn: nobody could read the message."""


def send_message(*, report: Report, actor: Actor, text: str) -> Message:
    """Write `text` to the reporter; the worker seals and publishes it. Raises NoReceipt."""
    if not can_be_written_to(report):
        raise NoReceipt(f"report {report.pk} cannot be written to")
    message = Message(report=report, direction=Direction.TO_REPORTER, author=str(actor), created_at=clock.now())
    message.text = cells.lock_message(message, text)
    with transaction.atomic():
        message.save(force_insert=True)
        record(
            actor=actor,
            act="message.written",
            subject="report",
            subject_id=report.id,
            detail={"message": str(message.id)},
        )
    return message


def set_public_status(*, report: Report, status: PublicWord | str, actor: Actor) -> bool:
    """Let the reporter see `status`; say whether that is a change. A withdrawn report stays withdrawn.

    The words must not tell that an address was already known: casework chooses them alike for old and new.
    """
    status = PublicWord(status)
    with transaction.atomic():
        rows = PublicStatus.objects.filter(report=report).exclude(status__in=[status, PublicWord.WITHDRAWN])
        if not rows.update(status=status, changed_at=clock.now()):
            return False
        record(
            actor=actor,
            act="report.status_word",
            subject="report",
            subject_id=report.id,
            detail={"status": str(status.value)},
        )
    return True
