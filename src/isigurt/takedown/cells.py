"""The encrypted columns of takedown, each written and read in one place."""

from uuid import UUID

from isigurt.takedown.models import Notice, Recipient, Referral, Trace
from isigurt.vault.fields import decrypt_text, encrypt_text
from isigurt.vault.models import DataKey

Row = Trace | Recipient | Referral | Notice


def _key(row: Row) -> DataKey:
    """A trace and a notice belong to their item's key, a referral to its case's, a recipient to its own."""
    if isinstance(row, Recipient):
        return row.data_key
    if isinstance(row, Referral):
        return row.case.data_key
    return row.item.data_key


def lock(row: Row, column: str, text: str) -> bytes:
    """Return `text` encrypted for one cell of `row`. Raises `Erased` when the key was destroyed."""
    return encrypt_text(text, data_key=_key(row), table=row._meta.db_table, column=column, row=row.id)


def unlock(row: Row, column: str) -> str:
    """Return the text of one cell of `row`, "" for an empty one. Raises `Erased` or `CannotOpen`."""
    blob = getattr(row, column)
    if blob is None:
        return ""
    row_id: UUID = row.id
    return decrypt_text(blob, data_key=_key(row), table=row._meta.db_table, column=column, row=row_id)
