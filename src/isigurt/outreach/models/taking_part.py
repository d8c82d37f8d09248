"""What people send in to take part in a campaign: activities, pledges, orders of materials."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from isigurt.intake.door.models import Lane
from isigurt.outreach.choices import Audience, OrganiserKind, Refusal, Way
from isigurt.outreach.fields import Ticked
from isigurt.outreach.states import SIGN_UP_MACHINE, SignUpState
from isigurt.steps.rows import StepRow
from isigurt.vault.models import DataKey


class SignUp(StepRow):
    """One activity, pledge or order, opened from its envelope, whose id it has.

    Pages are named by their translation keys, which all languages share; a page that was deleted leaves the key. What
    may become public is in clear; whom to write to, and where to send, is under a key of its own.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    way = models.CharField(_("way"), max_length=10, choices=Way.choices)
    state = models.CharField(_("state"), max_length=10, choices=SignUpState.choices, default=SignUpState.WAITING)
    refusal = models.CharField(_("reason"), max_length=12, choices=Refusal.choices, blank=True, default="")
    campaign = models.UUIDField(editable=False)
    language = models.CharField(_("language"), max_length=8)
    lane = models.PositiveSmallIntegerField(choices=Lane.choices, default=Lane.PEOPLE)
    # The same for all that was sent from one form: whoever goes back and changes a word sends a second one.
    form = models.CharField(max_length=32, editable=False, db_index=True)
    received_at = models.DateTimeField(pgettext_lazy("column", "received"))
    organisation = models.CharField(_("who"), max_length=150, blank=True, default="")
    organisation_kind = models.CharField(max_length=14, choices=OrganiserKind.choices, blank=True, default="")
    municipality = models.CharField(_("municipality"), max_length=40, blank=True, default="")
    title = models.CharField(_("title"), max_length=120, blank=True, default="")
    what = models.TextField(_("what it is"), blank=True, default="")
    day = models.DateField(_("day"), null=True)
    begins = models.TimeField(_("begins"), null=True)
    place = models.CharField(_("place"), max_length=200, blank=True, default="")
    audiences = Ticked(of=Audience, verbose_name=_("for whom"))
    expected = models.PositiveIntegerField(_("people expected"), null=True)
    material = models.UUIDField(null=True, editable=False)
    copies = models.PositiveIntegerField(_("copies"), null=True)
    contact_key = models.OneToOneField(DataKey, on_delete=models.PROTECT, related_name="+")
    contact = models.BinaryField(editable=False)
    delivery = models.BinaryField(editable=False)
    decided_at = models.DateTimeField(null=True)
    erase_at = models.DateTimeField(db_index=True)
    erased_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [SIGN_UP_MACHINE.constraint(prefix="outreach_sign_up")]
        indexes = [
            models.Index(fields=["state", "way", "received_at"], name="outreach_sign_up_order"),
            models.Index(fields=["campaign", "way", "state"], name="outreach_sign_up_campaign"),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.id}"

    @property
    def name(self) -> str:
        """What the desk calls it: the activity's title, or who signed; an order has neither."""
        return self.title or self.organisation
