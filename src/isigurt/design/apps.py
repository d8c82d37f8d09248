"""Django's view of the design system: templates, static files and translations, no models."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Ground room: how everything looks."""

    name = "isigurt.design"
    label = "design"
