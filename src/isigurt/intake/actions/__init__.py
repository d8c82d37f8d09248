"""What changes a report: opening, entering by hand, writing to its reporter, placing, publishing, erasing."""

from isigurt.intake.actions.conversation import NoReceipt, send_message, set_public_status
from isigurt.intake.actions.entering import EnteredReport, enter_report
from isigurt.intake.actions.erasing import erase_words
from isigurt.intake.actions.opening import open_envelope, read_envelope
from isigurt.intake.actions.placing import mark_placed
from isigurt.intake.actions.publishing import publish_message, publish_status

__all__ = [
    "EnteredReport",
    "NoReceipt",
    "enter_report",
    "erase_words",
    "mark_placed",
    "open_envelope",
    "publish_message",
    "publish_status",
    "read_envelope",
    "send_message",
    "set_public_status",
]
