"""Campaigns and their events."""

from datetime import date, datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import RichTextField, StreamField

from isigurt.outreach.blocks import LINE_FEATURES, Body, Download, Message, Partner, ProgrammePoint
from isigurt.outreach.choices import Audience, Way, municipalities
from isigurt.outreach.fields import Ticked
from isigurt.outreach.models.public_page import PublicPage


class CampaignPage(PublicPage):
    """A campaign: its motto and aims, what it says to whom, its events, and the one thing it asks for."""

    motto = models.CharField(_("motto"), max_length=200, blank=True)
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    safer_internet_day = models.BooleanField(
        _("Safer Internet Day"),
        default=False,
        help_text=_("Shows the countdown to the day and the ways to take part."),
    )
    aims = StreamField(
        [("aim", blocks.RichTextBlock(features=LINE_FEATURES, label=_("Aim")))], blank=True, verbose_name=_("aims")
    )
    messages = StreamField([("message", Message(label=_("Message")))], blank=True, verbose_name=_("messages"))
    partners = StreamField([("partner", Partner(label=_("Partner")))], blank=True, verbose_name=_("partners"))
    materials = StreamField([("material", Download())], blank=True, verbose_name=_("materials"))
    body = StreamField(Body(), blank=True, verbose_name=_("text"))
    ways = Ticked(
        of=Way,
        verbose_name=_("open for"),
        help_text=_("Each is a form on the public site; what comes in waits for you under “Taking part”."),
    )
    open_until = models.DateField(
        _("open until"),
        null=True,
        blank=True,
        help_text=_("The last day. Left empty, it is the campaign’s last day, or its first if it has no other."),
    )
    pledge = models.TextField(
        _("pledge"),
        max_length=2000,
        blank=True,
        help_text=_("What an organisation promises, word for word. Needed if the pledge can be signed."),
    )
    call_title = models.CharField(_("call to act"), max_length=120, blank=True)
    call_text = RichTextField(_("what to do"), features=LINE_FEATURES, blank=True)

    template = "outreach/pages/campaign.html"
    parent_page_types: ClassVar[list[str]] = ["outreach.ListPage", "outreach.CampaignPage"]
    subpage_types: ClassVar[list[str]] = ["outreach.EventPage", "outreach.CampaignPage"]
    content_panels: ClassVar[list[Any]] = [
        *PublicPage.content_panels,
        FieldPanel("motto"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("starts_on"), FieldPanel("ends_on")]), FieldPanel("safer_internet_day")],
            heading=_("When"),
        ),
        FieldPanel("aims"),
        FieldPanel("messages"),
        FieldPanel("body"),
        FieldPanel("materials"),
        FieldPanel("partners"),
        MultiFieldPanel([FieldPanel("ways"), FieldPanel("open_until"), FieldPanel("pledge")], heading=_("Taking part")),
        MultiFieldPanel([FieldPanel("call_title"), FieldPanel("call_text")], heading=_("Call to act")),
    ]

    class Meta:
        verbose_name = _("campaign")

    def clean(self) -> None:
        """Refuse a campaign that ends before it begins, and a pledge without its words."""
        super().clean()
        faults: dict[str, Any] = {}
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            faults["ends_on"] = _("The campaign ends before it begins.")
        if Way.PLEDGE in self.ways and not self.pledge.strip():
            faults["pledge"] = _("Say what is promised: nobody can sign an empty pledge.")
        if faults:
            raise ValidationError(faults)

    @property
    def last_day_open(self) -> date | None:
        """The last day on which people can sign up; None if no day was set."""
        return self.open_until or self.ends_on or self.starts_on


class EventPage(PublicPage):
    """Something that happens at a time, at a place or online."""

    starts_at = models.DateTimeField(_("begins"))
    ends_at = models.DateTimeField(_("ends"), null=True, blank=True)
    place = models.CharField(_("place"), max_length=200, blank=True, help_text=_("Building, street, town."))
    municipality = models.CharField(_("municipality"), max_length=40, blank=True, choices=municipalities)
    online_address = models.URLField(_("address online"), blank=True)
    audiences = Ticked(of=Audience, verbose_name=_("for whom"))
    host = models.CharField(_("host"), max_length=200, blank=True)
    programme = StreamField(
        [("point", ProgrammePoint(label=_("Point of the programme")))], blank=True, verbose_name=_("programme")
    )
    sign_up = models.CharField(
        _("how to sign up"), max_length=300, blank=True, help_text=_("Leave empty if nobody needs to sign up.")
    )
    body = StreamField(Body(), blank=True, verbose_name=_("text"))

    template = "outreach/pages/event.html"
    parent_page_types: ClassVar[list[str]] = ["outreach.CampaignPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar[list[Any]] = [
        *PublicPage.content_panels,
        FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")], heading=_("When")),
        MultiFieldPanel(
            [FieldPanel("place"), FieldPanel("municipality"), FieldPanel("online_address")], heading=_("Where")
        ),
        FieldPanel("audiences"),
        FieldPanel("host"),
        FieldPanel("programme"),
        FieldPanel("sign_up"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = _("event")

    def clean(self) -> None:
        """Refuse an event that ends before it begins, and one that is nowhere."""
        super().clean()
        faults: dict[str, Any] = {}
        begins: datetime | None = self.starts_at  # a form without it comes here too
        if begins and self.ends_at and self.ends_at <= begins:
            faults["ends_at"] = _("The event ends before it begins.")
        if not self.place and not self.online_address:
            faults["place"] = _("Say where it is: a place, or an address online.")
        if faults:
            raise ValidationError(faults)
