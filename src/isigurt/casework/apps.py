"""The room of cases in Django's list of rooms."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CaseworkConfig(AppConfig):
    """Cases, items, assessments."""

    name = "isigurt.casework"
    label = "casework"
    verbose_name = _("Casework")
