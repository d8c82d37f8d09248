"""The encrypted cells of a report: which column is locked with which key, in one place."""

from isigurt.intake.models import Message, Report, ReportedPlace
from isigurt.vault.fields import decrypt_text, encrypt_text


def lock_place(place: ReportedPlace, text: str) -> bytes:
    """Return the cell for what was typed as this place."""
    return encrypt_text(text, data_key=place.report.places_key, table="place", column="raw", row=place.id)


def read_place(place: ReportedPlace) -> str:
    """Return what was typed; raises `Erased` and `CannotOpen` like all of these."""
    return decrypt_text(place.raw, data_key=place.report.places_key, table="place", column="raw", row=place.id)


def lock_where(report: Report, text: str) -> bytes:
    """Return the cell for the whole box of places."""
    return encrypt_text(text, data_key=report.places_key, table="report", column="where", row=report.id)


def read_where(report: Report) -> str:
    """Return the whole box of places as it was typed."""
    return decrypt_text(report.where, data_key=report.places_key, table="report", column="where", row=report.id)


def lock_body(report: Report, text: str) -> bytes:
    """Return the cell for the reporter's free text."""
    return encrypt_text(text, data_key=report.words_key, table="report", column="body", row=report.id)


def read_body(report: Report) -> str:
    """Return the reporter's free text."""
    return decrypt_text(report.body, data_key=report.words_key, table="report", column="body", row=report.id)


def lock_contact(report: Report, text: str) -> bytes:
    """Return the cell for the reporter's contact."""
    return encrypt_text(text, data_key=report.words_key, table="report", column="contact", row=report.id)


def read_contact(report: Report) -> str:
    """Return the reporter's contact."""
    return decrypt_text(report.contact, data_key=report.words_key, table="report", column="contact", row=report.id)


def lock_message(message: Message, text: str) -> bytes:
    """Return the cell for a message's text."""
    return encrypt_text(text, data_key=message.report.words_key, table="message", column="text", row=message.id)


def read_message(message: Message) -> str:
    """Return a message's text."""
    return decrypt_text(message.text, data_key=message.report.words_key, table="message", column="text", row=message.id)
