"""The encrypted cells of a sign-up: which column is locked with which key, in one place."""

from isigurt.outreach.models import SignUp
from isigurt.vault.fields import decrypt_text, encrypt_text


def lock_contact(sign_up: SignUp, text: str) -> bytes:
    """Return the cell for whom to write to."""
    return encrypt_text(text, data_key=sign_up.contact_key, table="sign_up", column="contact", row=sign_up.id)


def read_contact(sign_up: SignUp) -> str:
    """Return whom to write to; raises `Erased` and `CannotOpen`, as all of these do."""
    return decrypt_text(
        sign_up.contact, data_key=sign_up.contact_key, table="sign_up", column="contact", row=sign_up.id
    )


def lock_delivery(sign_up: SignUp, text: str) -> bytes:
    """Return the cell for the name and the address that an order is sent to."""
    return encrypt_text(text, data_key=sign_up.contact_key, table="sign_up", column="delivery", row=sign_up.id)


def read_delivery(sign_up: SignUp) -> str:
    """Return the name and the address that an order is sent to."""
    return decrypt_text(
        sign_up.delivery, data_key=sign_up.contact_key, table="sign_up", column="delivery", row=sign_up.id
    )
