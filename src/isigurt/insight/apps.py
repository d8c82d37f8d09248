"""The room of figures."""

from typing import Any

from django.apps import AppConfig, apps
from django.apps.registry import Apps
from django.db.models.signals import post_migrate


def _make_look(using: str, apps: Apps = apps, **_: Any) -> None:
    if using != "default":
        return
    try:
        look = apps.get_model("insight", "EditionsLook")
    except LookupError:  # migrated back to before there was one
        return
    look._default_manager.using(using).get_or_create(pk=1)


class InsightConfig(AppConfig):
    """Tables, the disclosure gate and the National Report."""

    name = "isigurt.insight"
    label = "insight"

    def ready(self) -> None:
        """Let every prepared store have the one row of the look at the editions."""
        post_migrate.connect(_make_look, sender=self, dispatch_uid="isigurt.insight.editions_look")
