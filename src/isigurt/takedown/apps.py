"""The room of takedown: trace, recipient, referral, notice, watch."""

from typing import Any

from django.apps import AppConfig, apps
from django.apps.registry import Apps
from django.db.models.signals import post_migrate


def _make_sweep(using: str, apps: Apps = apps, **_: Any) -> None:
    if using != "default":
        return
    try:
        sweep = apps.get_model("takedown", "Sweep")
    except LookupError:  # migrated back to before there was one
        return
    sweep._default_manager.using(using).get_or_create(pk=1)


class TakedownConfig(AppConfig):
    """Configuration of the room; its tables are in the desk's store."""

    name = "isigurt.takedown"
    label = "takedown"

    def ready(self) -> None:
        """Let every prepared store have the one row of the sweep."""
        post_migrate.connect(_make_sweep, sender=self, dispatch_uid="isigurt.takedown.sweep")
