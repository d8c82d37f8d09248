"""Publishing to the door: status words in clear, messages sealed to the reporter's key. Both are idempotent."""

from django.db import transaction

from isigurt import clock
from isigurt.intake import cells
from isigurt.intake.door.models import PublishedMessage, PublishedStatus, coarse
from isigurt.intake.models import Direction, Message, PublicStatus, Report, ReportState
from isigurt.intake.submission import PublicMessage, seal_message


def publish_status(row: PublicStatus) -> None:
    """Publish the status word; if it changes meanwhile, the row is simply due again."""
    report = row.report
    if report.locator is not None:
        put_status(report, row.status)
    PublicStatus.objects.filter(pk=row.pk).update(published=row.status)


def put_status(report: Report, status: str) -> None:
    """Write the status word of `report` to the door; a withdrawn report's messages leave the door with it."""
    with transaction.atomic(using="door"):
        PublishedStatus.objects.update_or_create(
            locator=report.locator, defaults={"status": status, "changed_at": coarse(clock.now())}
        )
        if report.state == ReportState.WITHDRAWN:
            PublishedMessage.objects.filter(locator=report.locator).delete()


def publish_message(message: Message) -> None:
    """Seal the message to its reporter and publish it; nothing leaves once the report is withdrawn."""
    report = message.report
    if report.state != ReportState.WITHDRAWN and report.locator is not None and report.reporter_public_key:
        sealed = seal_message(
            message_id=message.id,
            locator=report.locator,
            public_key=bytes(report.reporter_public_key),
            message=PublicMessage(
                text=cells.read_message(message),
                from_reporter=message.direction == Direction.FROM_REPORTER,
                at=message.created_at,
            ),
        )
        with transaction.atomic(using="door"):
            PublishedMessage.objects.get_or_create(
                id=message.id,
                defaults={"locator": report.locator, "sealed": sealed, "published_at": coarse(clock.now())},
            )
    Message.objects.filter(pk=message.pk, published_at__isnull=True).update(published_at=clock.now())
