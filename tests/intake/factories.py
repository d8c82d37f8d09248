"""What people send, as the front seals it."""

from typing import Any

from isigurt.intake.content import ReportContent
from isigurt.intake.door.models import Envelope, Lane
from isigurt.intake.models import Report
from isigurt.intake.receipt import Receipt
from isigurt.intake.submission import Outcome, submit_report
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due


def content(**changed: Any) -> ReportContent:
    values: dict[str, Any] = {
        "language": "sq",
        "harm": "bullying",
        "where": "https://faqe-e-keqe.al/foto/1",
        "words": "Më ngacmojnë çdo ditë.",
    }
    return ReportContent(**(values | changed))


def sent(receipt: Receipt | None = None, *, lane: Lane = Lane.PEOPLE, **changed: Any) -> Receipt:
    """Send a report and return its receipt."""
    receipt = receipt or Receipt.fresh()
    assert submit_report(receipt=receipt, content=content(**changed), lane=lane) is Outcome.RECEIVED
    return receipt


def open_all() -> None:
    """Let the worker open and publish all that is due."""
    for name in ("intake.open", "intake.publish_status", "intake.publish_messages", "intake.erase"):
        run_due(get(name))


def opened(receipt: Receipt | None = None, **changed: Any) -> tuple[Receipt, Report]:
    """Send a report, have it opened, and return its receipt and the report."""
    receipt = sent(receipt, **changed)
    open_all()
    return receipt, Report.objects.get(locator=receipt.locator)


def envelope_of(receipt: Receipt) -> Envelope:
    return Envelope.objects.get(locator=receipt.locator)
