"""What ties reports, cases and items together, and what was said about tying more of them."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from isigurt.casework.choices import Joined, MergeKind, SuggestionState
from isigurt.casework.models.cases import Case
from isigurt.casework.models.items import Item


class CaseReport(models.Model):
    """A report's place in a case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="case_reports")
    report = models.ForeignKey("intake.Report", on_delete=models.PROTECT, related_name="+")
    joined = models.CharField(max_length=14, choices=Joined.choices, default=Joined.OPENED)
    joined_at = models.DateTimeField()
    # Up to when the reporter's messages are known to the case, and whether their withdrawal is.
    messages_noted_at = models.DateTimeField(null=True, blank=True)
    withdrawal_noted = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "report"], name="casereport_once"),
        ]

    def __str__(self) -> str:
        return f"report {self.report_id} in case {self.case_id}"


class CaseItem(models.Model):
    """An item's place in a case."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="case_items")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="case_items")
    added_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["case", "item"], name="caseitem_once"),
        ]

    def __str__(self) -> str:
        return f"item {self.item_id} in case {self.case_id}"


class ReportItem(models.Model):
    """One address or account that a report names, exactly as it was typed, and its item.

    What was typed in one place may name several. `raw` is encrypted under the report's key for places.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey("intake.Report", on_delete=models.PROTECT, related_name="+")
    place = models.ForeignKey("intake.ReportedPlace", on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="report_items")
    raw = models.BinaryField()

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["place", "position"], name="reportitem_once"),
        ]

    def __str__(self) -> str:
        return f"{self.position} in place {self.place_id}"


class JoinSuggestion(models.Model):
    """Two cases name the same item, which need not mean that they are one; a person says."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    earlier = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="suggestions_later")
    later = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="suggestions_earlier")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=SuggestionState.choices, default=SuggestionState.OPEN)
    suggested_at = models.DateTimeField()
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["earlier", "later", "item"], name="joinsuggestion_once"),
            models.CheckConstraint(
                name="joinsuggestion_state_known", condition=Q(state__in=sorted(SuggestionState.values))
            ),
            models.CheckConstraint(name="joinsuggestion_of_two", condition=~Q(earlier=F("later"))),
        ]

    def __str__(self) -> str:
        return f"{self.earlier_id} and {self.later_id}"


class CaseMerge(models.Model):
    """A merge or a split, with all that is needed to undo it.

    `source` gave and `target` took. `moved` names what went over (`case_reports`, `case_items`: ids that were moved;
    `kept_reports`, `kept_items`: ids of reports and items that the target already had, dropped from the source) and
    the source's former state and deadline.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=6, choices=MergeKind.choices)
    source = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="merges_away")
    target = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="merges_here")
    suggestion = models.ForeignKey(
        JoinSuggestion, on_delete=models.PROTECT, null=True, blank=True, related_name="merges"
    )
    moved = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["made_at", "id"]

    def __str__(self) -> str:
        return f"{self.kind} of {self.source_id} and {self.target_id}"
