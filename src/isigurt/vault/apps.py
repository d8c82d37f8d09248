"""The vault as a Django application of the desk's store."""

from django.apps import AppConfig


class VaultConfig(AppConfig):
    """Holds the data keys of reports, cases and items."""

    name = "isigurt.vault"
    label = "vault"
    default_auto_field = "django.db.models.BigAutoField"
