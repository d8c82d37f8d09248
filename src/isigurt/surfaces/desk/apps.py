"""The desk's place in Django."""

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """The door for the staff; it has no tables of its own."""

    name = "isigurt.surfaces.desk"
    label = "desk"
