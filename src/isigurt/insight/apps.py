"""The room of figures."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Tables, and later the disclosure gate and the National Report."""

    name = "isigurt.insight"
    label = "insight"
