"""Guides, lesson plans, posters and videos."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField

from isigurt.outreach.blocks import Body, Download, Video
from isigurt.outreach.choices import Age, Audience, ResourceKind
from isigurt.outreach.fields import Ticked
from isigurt.outreach.models.public_page import PublicPage


class ResourcePage(PublicPage):
    """Something to read, teach with, hang up or watch."""

    kind = models.CharField(_("kind"), max_length=20, choices=ResourceKind.choices)
    audiences = Ticked(of=Audience, blank=False, verbose_name=_("for whom"))
    ages = Ticked(of=Age, verbose_name=_("children’s ages"))
    printed = models.BooleanField(
        _("can be ordered in print"),
        default=False,
        help_text=_("It then stands on the order form of each campaign that is open for orders."),
    )
    body = StreamField(Body(), blank=True, verbose_name=_("text"))
    files = StreamField([("download", Download()), ("video", Video())], blank=True, verbose_name=_("files and videos"))

    template = "outreach/pages/resource.html"
    parent_page_types: ClassVar[list[str]] = ["outreach.ListPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PublicPage.content_panels,
        FieldPanel("kind"),
        MultiFieldPanel([FieldPanel("audiences"), FieldPanel("ages")], heading=_("For whom")),
        FieldPanel("body"),
        FieldPanel("files"),
        FieldPanel("printed"),
    ]

    class Meta:
        verbose_name = _("resource")
