"""The home of a language, pages that list others, and plain text."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import StreamField

from isigurt.outreach.blocks import Body
from isigurt.outreach.choices import Shows
from isigurt.outreach.models.public_page import PublicPage


class HomePage(PublicPage):
    """The first page of a language. There is one for each; it is made by the software and cannot be deleted."""

    lead = models.CharField(_("first sentence"), max_length=200, blank=True)
    campaign = models.ForeignKey(
        "outreach.CampaignPage",
        verbose_name=_("campaign shown first"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    body = StreamField(Body(), blank=True, verbose_name=_("text"))

    template = "outreach/pages/home.html"
    parent_page_types: ClassVar[list[str]] = ["wagtailcore.Page"]
    subpage_types: ClassVar[list[str]] = ["outreach.ListPage", "outreach.PlainPage"]
    max_count_per_parent = 4
    is_creatable = False
    content_panels: ClassVar[list[Any]] = [
        *PublicPage.content_panels,
        FieldPanel("lead"),
        PageChooserPanel("campaign"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = pgettext_lazy("page type", "home page")


class ListPage(PublicPage):
    """A page that lists the pages below it."""

    shows = models.CharField(_("lists"), max_length=20, choices=Shows.choices)
    body = StreamField(Body(), blank=True, verbose_name=_("text above the list"))

    template = "outreach/pages/list.html"
    parent_page_types: ClassVar[list[str]] = ["outreach.HomePage"]
    subpage_types: ClassVar[list[str]] = [
        "outreach.CampaignPage",
        "outreach.HelpPage",
        "outreach.ResourcePage",
        "outreach.PressReleasePage",
        "outreach.PlainPage",
    ]
    content_panels: ClassVar[list[Any]] = [*PublicPage.content_panels, FieldPanel("shows"), FieldPanel("body")]

    class Meta:
        verbose_name = _("list of pages")


class PlainPage(PublicPage):
    """Text: who we are, accessibility, privacy."""

    body = StreamField(Body(), blank=True, verbose_name=_("text"))

    template = "outreach/pages/plain.html"
    subpage_types: ClassVar[list[str]] = ["outreach.PlainPage"]
    content_panels: ClassVar[list[Any]] = [*PublicPage.content_panels, FieldPanel("body")]

    class Meta:
        verbose_name = _("plain page")
