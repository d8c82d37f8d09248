"""The ledger as a Django application of the desk's store."""

from typing import Any

from django.apps import AppConfig, apps
from django.apps.registry import Apps
from django.db import router
from django.db.models.signals import post_migrate


class LedgerConfig(AppConfig):
    """Keeps the record of every look and every act."""

    name = "isigurt.ledger"
    label = "ledger"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let a fresh ledger have a first head to mail."""
        post_migrate.connect(_first_head, sender=self, dispatch_uid="isigurt.ledger.first_head")


def _first_head(using: str, apps: Apps = apps, **_: Any) -> None:
    """Make the row of the first head; from then on each mailed head makes the row of the next."""
    try:
        heads = apps.get_model("ledger", "Anchor")._default_manager.using(using)
    except LookupError:  # migrated back to before there was one
        return
    if router.allow_migrate(using, "ledger") and not heads.exists():
        heads.create()
