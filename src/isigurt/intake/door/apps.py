"""The door's store as a Django application; the only domain room that the public front loads."""

from django.apps import AppConfig


class DoorConfig(AppConfig):
    """Lives wholly in the store `door`."""

    name = "isigurt.intake.door"
    label = "door"
    store = "door"
