"""The room of figures."""

from typing import Any

from django.apps import AppConfig, apps
from django.apps.registry import Apps
from django.db import router
from django.db.models.signals import post_migrate


class InsightConfig(AppConfig):
    """Tables, the disclosure gate, the National Report and the page of closed quarters."""

    name = "isigurt.insight"
    label = "insight"

    def ready(self) -> None:
        """Let there be the one row by which the worker looks for quarters to close."""
        post_migrate.connect(_page, sender=self, dispatch_uid="isigurt.insight.page")


def _page(using: str, apps: Apps = apps, **_: Any) -> None:
    try:
        rows = apps.get_model("insight", "QuarterPage")._default_manager.using(using)
    except LookupError:  # migrated back to before there was one
        return
    if router.allow_migrate(using, "insight") and not rows.exists():
        rows.create()
