"""The desk's place in Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The door for the staff; it has no tables of its own."""

    name = "isigurt.surfaces.desk"
    label = "desk"

    def ready(self) -> None:
        """Listen for pages that fail."""
        from isigurt.surfaces.desk import faults  # noqa: F401, PLC0415 - once the apps are loaded
