"""Opened reports, in the desk's store."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Reports, the places they name, and the conversation with whoever reported."""

    name = "isigurt.intake"
    label = "intake"
