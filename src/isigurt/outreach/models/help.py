"""Help pages: first aid in words."""

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from isigurt.outreach.blocks import Body, Step
from isigurt.outreach.choices import Addressed
from isigurt.outreach.models.public_page import PublicPage


class HelpPage(PublicPage):
    """For somebody to whom something has just happened. Its address and title say nothing to who looks over."""

    addressed = models.CharField(_("speaks to"), max_length=10, choices=Addressed.choices, default=Addressed.CHILD)
    first_word = models.CharField(
        _("first word"),
        max_length=200,
        help_text=_("The one sentence that must be read before all else, such as “It is not your fault”."),
    )
    steps = StreamField([("step", Step(label=_("Step")))], blank=True, verbose_name=_("first steps"))
    body = StreamField(Body(), blank=True, verbose_name=_("text"))
    harm = models.CharField(
        _("harm"), max_length=40, blank=True, help_text=_("The harm of the country pack that the report begins with.")
    )
    window_title = models.CharField(
        _("neutral title"),
        max_length=60,
        help_text=_("What the browser’s tab and history show: nothing that tells what the page is about."),
    )

    template = "outreach/pages/help.html"
    parent_page_types: ClassVar[list[str]] = ["outreach.ListPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PublicPage.content_panels,
        FieldPanel("window_title"),
        FieldPanel("addressed"),
        FieldPanel("first_word"),
        FieldPanel("steps"),
        FieldPanel("body"),
        FieldPanel("harm"),
    ]

    class Meta:
        verbose_name = _("help page")
