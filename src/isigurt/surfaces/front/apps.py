"""The public front as a Django application; it has no tables."""

from django.apps import AppConfig


class FrontConfig(AppConfig):
    """Pages for everyone."""

    name = "isigurt.surfaces.front"
    label = "front"
