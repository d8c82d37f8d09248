"""What every public page has, and how it is addressed and rendered."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page
from wagtail.search import index

from isigurt.outreach.cms.checks_panel import ChecksPanel


class PublicPage(Page):
    """A page of the public site. It is never served from here: it is baked, and `front` serves the files."""

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("What the page says in one or two plain sentences. Shown in lists, searches and previews."),
    )
    picture = models.ForeignKey(
        "outreach.Picture",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    content_panels: ClassVar[list[Any]] = [
        ChecksPanel(),
        *Page.content_panels,
        FieldPanel("summary"),
        FieldPanel("picture"),
    ]
    # Search engines and menus are told what the page itself says: fewer fields, fewer things forgotten.
    promote_panels: ClassVar[list[Any]] = [FieldPanel("slug")]
    search_fields: ClassVar[list[Any]] = [*Page.search_fields, index.SearchField("summary")]
    preview_modes: ClassVar[list[Any]] = [("", _("Page"))]
    # What is baked is public: a page is hidden by leaving it a draft.
    private_page_options: ClassVar[list[str]] = []

    class Meta:
        abstract = True

    @property
    def language(self) -> str:
        """Code of the language this page is written in."""
        return str(self.locale.language_code)

    @property
    def address(self) -> str:
        """Where the public finds this page, without the host: ``/sq/fushata/``."""
        # The tree is root > a home for each language > pages; a home's own slug is its language.
        return str(self.url_path)

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """Return site, root address and path as Wagtail wants them: the page lives at the front, not here."""
        del request
        return (0, settings.ISIGURT_FRONT, self.address)

    def relative_url(self, current_site: Any, request: HttpRequest | None = None) -> str:
        """Return the address without host: public pages link to each other within one site."""
        del current_site, request
        return self.address

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """Return the page as it will be baked, from the draft at hand."""
        del request, mode_name
        from isigurt.outreach.rendering import html  # noqa: PLC0415 - it needs the models

        return HttpResponse(html(self, previewed=True))
