"""Press releases."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from isigurt.outreach.blocks import LINE_FEATURES, Body, Download, PictureBlock
from isigurt.outreach.models.public_page import PublicPage


class PressReleasePage(PublicPage):
    """What the press is told, with its date line, its boilerplate, whom to ask, and what to print."""

    released_on = models.DateField(_("date"))
    place = models.CharField(_("place"), max_length=80)
    body = StreamField(Body(), verbose_name=_("text"))
    boilerplate = RichTextField(_("about us"), features=LINE_FEATURES, blank=True)
    contact_name = models.CharField(_("contact"), max_length=120, blank=True)
    contact_mail = models.EmailField(_("contact’s mail"), blank=True)
    contact_phone = models.CharField(_("contact’s telephone"), max_length=40, blank=True)
    media_kit = StreamField(
        [("file", Download()), ("picture", PictureBlock())], blank=True, verbose_name=_("media kit")
    )

    template = "outreach/pages/press_release.html"
    parent_page_types: ClassVar[list[str]] = ["outreach.ListPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PublicPage.content_panels,
        FieldRowPanel([FieldPanel("place"), FieldPanel("released_on")], heading=_("Date line")),
        FieldPanel("body"),
        FieldPanel("boilerplate"),
        MultiFieldPanel(
            [FieldPanel("contact_name"), FieldPanel("contact_mail"), FieldPanel("contact_phone")],
            heading=_("Contact"),
        ),
        FieldPanel("media_kit"),
    ]

    class Meta:
        verbose_name = _("press release")
