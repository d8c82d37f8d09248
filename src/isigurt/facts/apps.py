"""The ground room of facts."""

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """Rows that figures are made of."""

    name = "isigurt.facts"
    label = "facts"
