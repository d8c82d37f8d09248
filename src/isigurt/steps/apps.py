"""Finds the steps of every room once all rooms are loaded."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules


class StepsConfig(AppConfig):
    """The ground room of steps. The front runs none and does not load it: the door's rows only have its columns."""

    name = "isigurt.steps"
    label = "steps"

    def ready(self) -> None:
        """Import each room's `steps` module, so that its steps are registered, and let each have its row."""
        from isigurt.steps.looks import make_missing  # noqa: PLC0415 - once the models are loaded

        autodiscover_modules("steps")
        post_migrate.connect(make_missing, sender=self, dispatch_uid="isigurt.steps.looks")
