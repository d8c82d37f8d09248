"""The room of takedown: trace, recipient, referral, notice, watch."""

from django.apps import AppConfig


class TakedownConfig(AppConfig):
    """Configuration of the room; its tables are in the desk's store."""

    name = "isigurt.takedown"
    label = "takedown"
