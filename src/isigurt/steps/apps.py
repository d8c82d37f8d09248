"""Finds the steps of every room once all rooms are loaded."""

from django.apps import AppConfig
from django.conf import settings
from django.utils.module_loading import autodiscover_modules


class StepsConfig(AppConfig):
    """The ground room of steps; it has no tables of its own."""

    name = "isigurt.steps"
    label = "steps"

    def ready(self) -> None:
        """Import each room's `steps` module, so that its steps are registered; the front runs none."""
        if settings.ISIGURT_ROLE != "front":
            autodiscover_modules("steps")
