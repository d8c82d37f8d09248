"""The room of figures."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """Tables, the disclosure gate, the National Report and the page of closed quarters."""

    name = "isigurt.insight"
    label = "insight"
