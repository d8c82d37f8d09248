"""The room of public pages in Django's list of rooms."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class OutreachConfig(AppConfig):
    """Pages, pictures and materials that the public sees."""

    name = "isigurt.outreach"
    label = "outreach"
    verbose_name = _("Public pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Put the page tree and the editors' rights in place whenever the tables were brought up to date."""
        from isigurt.outreach import links, signals, steps  # noqa: F401, PLC0415 - once the models are loaded
        from isigurt.outreach.cms.widgets import without_inline_scripts  # noqa: PLC0415

        signals.listen()
        without_inline_scripts()
        post_migrate.connect(_put_in_place, sender=self)


def _put_in_place(using: str, **_: Any) -> None:
    from isigurt.outreach import ground  # noqa: PLC0415 - once the models are loaded

    if using == "default":
        ground.put_in_place()
