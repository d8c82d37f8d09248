"""The room of figures."""

from typing import Any

from django.apps import AppConfig, apps
from django.apps.registry import Apps
from django.db import router
from django.db.models.signals import post_migrate

# Each is one row, by which the worker looks once a day.
LOOKS = ("EditionsLook", "QuarterPage")


class InsightConfig(AppConfig):
    """Tables, the disclosure gate, the National Report and the page of closed quarters."""

    name = "isigurt.insight"
    label = "insight"

    def ready(self) -> None:
        """Let every prepared store have the rows by which the worker looks."""
        post_migrate.connect(_make_looks, sender=self, dispatch_uid="isigurt.insight.looks")


def _make_looks(using: str, apps: Apps = apps, **_: Any) -> None:
    for name in LOOKS:
        try:
            look = apps.get_model("insight", name)
        except LookupError:  # migrated back to before there was one
            continue
        if router.allow_migrate(using, "insight"):
            look._default_manager.using(using).get_or_create(pk=1)
