"""The encrypted cells of casework: which column is locked with which key, in one place.

All raise `isigurt.vault.errors.Erased` when the key was destroyed and `CannotOpen` when the value was changed.
"""

from isigurt.casework.models import Assessment, Case, CaseNote, Item, ReportItem
from isigurt.vault.fields import decrypt_text, encrypt_text


def lock_address(item: Item, text: str) -> bytes:
    """Return the cell for an item's address (or account, or what was typed)."""
    return encrypt_text(text, data_key=item.data_key, table="item", column="address", row=item.id)


def read_address(item: Item) -> str:
    """Return an item's address: canonical, or the account, or what was typed if it cannot be used."""
    return decrypt_text(item.address, data_key=item.data_key, table="item", column="address", row=item.id)


def lock_raw(report_item: ReportItem, text: str) -> bytes:
    """Return the cell for what a reporter typed for an item."""
    key = report_item.report.places_key
    return encrypt_text(text, data_key=key, table="reportitem", column="raw", row=report_item.id)


def read_raw(report_item: ReportItem) -> str:
    """Return what a reporter typed for an item."""
    key = report_item.report.places_key
    return decrypt_text(report_item.raw, data_key=key, table="reportitem", column="raw", row=report_item.id)


def lock_reasons(assessment: Assessment, text: str) -> bytes:
    """Return the cell for the reasons of an assessment."""
    key = assessment.case.data_key
    return encrypt_text(text, data_key=key, table="assessment", column="reasons", row=assessment.id)


def read_reasons(assessment: Assessment) -> str:
    """Return the reasons of an assessment."""
    key = assessment.case.data_key
    return decrypt_text(assessment.reasons, data_key=key, table="assessment", column="reasons", row=assessment.id)


def lock_note(note: CaseNote, text: str) -> bytes:
    """Return the cell for a note."""
    return encrypt_text(text, data_key=note.case.data_key, table="casenote", column="text", row=note.id)


def read_note(note: CaseNote) -> str:
    """Return a note."""
    return decrypt_text(note.text, data_key=note.case.data_key, table="casenote", column="text", row=note.id)


def lock_ended_text(case: Case, text: str) -> bytes:
    """Return the cell for the words with which a case was closed or dismissed."""
    return encrypt_text(text, data_key=case.data_key, table="case", column="ended_text", row=case.id)


def read_ended_text(case: Case) -> str:
    """Return the words with which a case was closed or dismissed; empty when there are none."""
    if not case.ended_text:
        return ""
    return decrypt_text(case.ended_text, data_key=case.data_key, table="case", column="ended_text", row=case.id)
