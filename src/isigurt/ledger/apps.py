"""The ledger as a Django application of the desk's store."""

from django.apps import AppConfig


class LedgerConfig(AppConfig):
    """Keeps the record of every look and every act."""

    name = "isigurt.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"
