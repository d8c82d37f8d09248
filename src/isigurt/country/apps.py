"""Django's view of the room: it has translations, no models."""

from django.apps import AppConfig


class CountryConfig(AppConfig):
    """Ground room: the country pack."""

    name = "isigurt.country"
    label = "country"
