"""The room of uploads in Django's list of rooms: it has words, and no tables."""

from django.apps import AppConfig


class UploadsConfig(AppConfig):
    """Ground room: what editors bring along."""

    name = "isigurt.uploads"
    label = "uploads"
