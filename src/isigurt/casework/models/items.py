"""An item, one piece of content at one address, and the assessments that people made of it."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from isigurt.casework.choices import ItemKind, Tristate
from isigurt.casework.states import ITEM_MACHINE, ItemState


class Item(models.Model):
    """One canonical address or account; unique by it, however often and in however many cases it is named.

    `address` holds the canonical address (or the platform and name of an account; or, if it cannot be used, the
    place as typed), encrypted under `data_key`. `address_index` is empty for what cannot be used and after erasure.
    `harm` and `legality` repeat the assessment that decided the state.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=10, choices=ItemKind.choices)
    state = models.CharField(max_length=12, choices=ItemState.choices, default=ItemState.UNASSESSED)
    data_key = models.ForeignKey("vault.DataKey", on_delete=models.PROTECT, related_name="+")
    address = models.BinaryField()
    address_index = models.CharField(max_length=32, unique=True, null=True, blank=True)
    host_index = models.CharField(max_length=32, blank=True, default="", db_index=True)
    platform = models.CharField(max_length=40, blank=True, default="")
    verdict = models.CharField(max_length=20, blank=True, default="")
    verdict_reason = models.CharField(max_length=200, blank=True, default="")
    flags = models.JSONField(default=list)

    first_received_at = models.DateTimeField()
    last_received_at = models.DateTimeField()
    times_reported = models.PositiveIntegerField(default=0)
    harm = models.CharField(max_length=40, blank=True, default="")
    legality = models.CharField(max_length=20, blank=True, default="")
    severity = models.CharField(max_length=10, blank=True, default="")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            ITEM_MACHINE.constraint(),
            models.CheckConstraint(
                name="item_confirmed_since_when",
                condition=~Q(state=ItemState.CONFIRMED) | Q(confirmed_at__isnull=False),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["confirmed_at", "id"], name="item_confirmed", condition=Q(state=ItemState.CONFIRMED)),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.id}"

    @property
    def reachable(self) -> bool:
        """Say whether the item has an address that `safenet` may be asked to probe."""
        return self.kind in {ItemKind.CONTENT, ItemKind.PROFILE, ItemKind.HOME_PAGE} and self.address_index is not None


class Assessment(models.Model):
    """What one member decided about one item in one case; never changed, only followed by another.

    Every choice is an id of the country pack `pack_version`.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="assessments")
    case = models.ForeignKey("casework.Case", on_delete=models.PROTECT, related_name="assessments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    pack_version = models.CharField(max_length=32)
    harm = models.CharField(max_length=40)
    legality = models.CharField(max_length=20)
    severity = models.CharField(max_length=10, blank=True, default="")
    age_band = models.CharField(max_length=20, blank=True, default="")
    sex = models.CharField(max_length=20, blank=True, default="")
    self_generated = models.CharField(max_length=10, choices=Tristate.choices, default=Tristate.UNKNOWN)
    ai_generated = models.CharField(max_length=10, choices=Tristate.choices, default=Tristate.UNKNOWN)
    law_article = models.CharField(max_length=40, blank=True, default="")
    reasons = models.BinaryField()

    class Meta:
        ordering: ClassVar[list[str]] = ["made_at", "id"]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["item", "case", "-made_at"], name="assessment_by_item"),
        ]

    def __str__(self) -> str:
        return f"{self.legality} at {self.made_at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Insert the assessment; one that is in the store already is never written again."""
        if not self._state.adding:
            raise TypeError("an assessment is never changed: make another")
        super().save(*args, **kwargs)
