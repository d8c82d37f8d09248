"""What stands at the head of an editing page."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class ChecksPanel(Panel):
    """Tells what is wrong with the page as it was saved last, with a way to each place."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"heading": _("Before it goes out"), **kwargs})

    class BoundPanel(Panel.BoundPanel):
        template_name = "outreach/cms/checks.html"

        def is_shown(self) -> bool:
            """Say nothing about a page that was never saved."""
            return self.instance.pk is not None

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            """Add the problems."""
            from isigurt.outreach.checking import problems  # noqa: PLC0415 - the models bring this panel

            context: dict[str, Any] = super().get_context_data(parent_context)
            return context | {"problems": problems(self.instance)}
