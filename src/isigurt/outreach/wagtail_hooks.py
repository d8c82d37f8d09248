"""Where Wagtail looks for what we add to its pages."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse_lazy
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page

from isigurt.outreach.checking import holding_back
from isigurt.outreach.cms.site_panel import SitePanel
from isigurt.outreach.models import PublicPage
from isigurt.outreach.views import editing


def scripts() -> SafeString:
    """Load the one script of ours."""
    return format_html('<script src="{}"></script>', static("outreach/cms.js"))


def styles() -> SafeString:
    """Load the one sheet of ours."""
    return format_html('<link rel="stylesheet" href="{}">', static("outreach/cms.css"))


def no_news_of_wagtail(request: HttpRequest, items: list[MenuItem]) -> None:
    """Leave out what is new in Wagtail: it leads out of the house and helps no editor."""
    del request
    items[:] = [item for item in items if not item.name.startswith("whats-new")]


def state_of_the_site(request: HttpRequest, panels: list[Any]) -> None:
    """Say on the first page whether the public sees what was published."""
    del request
    panels.append(SitePanel())


def addresses() -> list[URLPattern]:
    """Give our pages their addresses; `outreach.urls` guards them with the rest."""
    return [
        path("languages/", editing.languages, name="outreach_languages"),
        path("languages/<int:page_id>/<slug:language>/", editing.translate, name="outreach_translate"),
        path("links/", editing.links, name="outreach_links"),
    ]


def languages_item() -> MenuItem:
    """Lead to the languages."""
    return MenuItem(gettext_lazy("Languages"), reverse_lazy("outreach_languages"), icon_name="globe", order=500)


def links_item() -> MenuItem:
    """Lead to the links."""
    return MenuItem(gettext_lazy("Links"), reverse_lazy("outreach_links"), icon_name="link", order=510)


def keep_back(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Save as a draft, instead of publishing, what still has something to mend, and say so."""
    wrong = holding_back(page) if isinstance(page, PublicPage) else []
    if not wrong:
        return None
    # A new page is in the tree already, and was meant to be live.
    Page.objects.filter(pk=page.pk, first_published_at=None).update(live=False, has_unpublished_changes=True)
    count = len(wrong)
    words = ngettext(
        "Kept as a draft, not published: one thing is to mend first. It stands at the head of the page.",
        "Kept as a draft, not published: %(count)s things are to mend first. They stand at the head of the page.",
        count,
    )
    messages.error(request, words % {"count": count})
    return redirect("wagtailadmin_pages:edit", page.pk)


hooks.register("insert_global_admin_js", scripts)
hooks.register("insert_global_admin_css", styles)
hooks.register("construct_help_menu", no_news_of_wagtail)
hooks.register("construct_homepage_panels", state_of_the_site)
hooks.register("register_admin_urls", addresses)
hooks.register("register_admin_menu_item", languages_item)
hooks.register("register_admin_menu_item", links_item)
hooks.register("before_publish_page", keep_back)
