"""What stands on the editors' first page."""

from typing import Any

from wagtail.admin.ui.components import Component

from isigurt.outreach.models import PublicSite


class SitePanel(Component):
    """Says whether the public site is as its pages are."""

    template_name = "outreach/cms/site.html"
    order = 50

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        """Return the state of the site."""
        del parent_context
        site = PublicSite.objects.select_related("failed_page").filter(pk=1).first()
        return {"site": site, "waiting": site is not None and site.wanted > site.baked}
