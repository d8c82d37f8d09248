"""Where Wagtail looks for what we add to its pages."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem


@hooks.register("insert_global_admin_js")
def scripts() -> SafeString:
    """Load the one script of ours."""
    return format_html('<script src="{}"></script>', static("outreach/cms.js"))


@hooks.register("construct_help_menu")
def no_news_of_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out what is new in Wagtail: it leads out of the house and helps no editor."""
    del request
    items[:] = [item for item in items if not item.name.startswith("whats-new")]
