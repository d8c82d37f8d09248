"""Django's view of the design system: templates, static files and translations, no models."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Ground room: how everything looks."""

    name = "isigurt.design"
    label = "design"

    def ready(self) -> None:
        """Teach Django how each language writes days and numbers."""
        from isigurt.design.formats import install  # noqa: PLC0415 - the pack asks the settings, ready by now

        install()
