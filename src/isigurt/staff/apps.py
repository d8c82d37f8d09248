"""The accounts' place in Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class StaffConfig(AppConfig):
    """Accounts, roles and second factors."""

    name = "isigurt.staff"
    label = "staff"
    verbose_name = _("Staff")

    def ready(self) -> None:
        """Listen to sign-ins and to factors that come and go."""
        from isigurt.staff import signals  # noqa: F401, PLC0415 - receivers need the models loaded
