"""A case: what one group of reports has in common, and where its work stands."""

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from isigurt.casework.choices import Attention, Band, Outcome
from isigurt.casework.states import CASE_MACHINE, CaseState


class CaseNumber(models.Model):
    """The last number given in a year; counting it up locks the row, so that no two cases get the same."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    last = models.PositiveIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.year}: {self.last}"


class Case(models.Model):
    """One case. Texts are encrypted under `data_key`; harm, state, dates and counts are in clear.

    `deadline_at` is when a person has to have acted at the latest; it is empty while nothing waits for a person,
    and the queue is exactly the cases that have one. `leased_until` is the machine's real time.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(max_length=16, unique=True, editable=False)
    state = models.CharField(max_length=12, choices=CaseState.choices, default=CaseState.NEW)
    data_key = models.ForeignKey("vault.DataKey", on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)

    harm = models.CharField(max_length=40)
    sexual_abuse = models.BooleanField(default=False)
    child_at_risk = models.BooleanField(default=False)
    lane = models.PositiveSmallIntegerField(default=0)
    band = models.PositiveSmallIntegerField(choices=Band.choices, default=Band.ORDINARY)
    deadline_at = models.DateTimeField(null=True, blank=True)
    new_message = models.BooleanField(default=False)
    new_report = models.BooleanField(default=False)
    attention = models.CharField(max_length=20, choices=Attention.choices, blank=True, default="")

    opened_at = models.DateTimeField()
    first_received_at = models.DateTimeField()
    first_action_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=20, choices=Outcome.choices, blank=True, default="")
    dismissal_reason = models.CharField(max_length=40, blank=True, default="")
    ended_text = models.BinaryField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="+", db_index=False
    )

    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    leased_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    leased_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            CASE_MACHINE.constraint(),
            models.CheckConstraint(
                name="case_child_at_risk_is_first",
                condition=Q(child_at_risk=True, band=Band.CHILD_AT_RISK)
                | Q(child_at_risk=False) & ~Q(band=Band.CHILD_AT_RISK),
            ),
            models.CheckConstraint(
                name="case_dismissed_with_reason",
                condition=~Q(state=CaseState.DISMISSED) | ~Q(dismissal_reason=""),
            ),
            models.CheckConstraint(
                name="case_closed_with_outcome", condition=~Q(state=CaseState.CLOSED) | ~Q(outcome="")
            ),
            models.CheckConstraint(
                name="case_ended_waits_for_nobody",
                condition=~Q(state__in=[CaseState.CLOSED, CaseState.DISMISSED, CaseState.MERGED, CaseState.ERASED])
                | Q(deadline_at__isnull=True),
            ),
        ]
        # Each list of the desk reads a page of one of these; none is ever counted or scanned whole.
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                fields=["band", "deadline_at", "id"], name="case_queue", condition=Q(deadline_at__isnull=False)
            ),
            models.Index(fields=["deadline_at", "id"], name="case_overdue", condition=Q(deadline_at__isnull=False)),
            models.Index(fields=["deadline_at", "id"], name="case_new_message", condition=Q(new_message=True)),
            models.Index(fields=["deadline_at", "id"], name="case_attention", condition=~Q(attention="")),
            models.Index(fields=["leased_by", "leased_until"], name="case_lease", condition=Q(leased_by__isnull=False)),
            models.Index(
                fields=["assigned_to", "deadline_at"], name="case_assigned", condition=Q(assigned_to__isnull=False)
            ),
            # Partial: over a column that is nearly always empty, a planner passes a whole index by and scans.
            models.Index(fields=["merged_into"], name="case_merged", condition=Q(merged_into__isnull=False)),
            models.Index(fields=["state", "-opened_at", "id"], name="case_by_state"),
            models.Index(fields=["-opened_at", "-id"], name="case_newest"),
        ]

    def __str__(self) -> str:
        return self.number


class CaseNote(models.Model):
    """A note that a member wrote for colleagues; kept as written, never edited."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    text = models.BinaryField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["case", "written_at"], name="casenote_by_case")]

    def __str__(self) -> str:
        return f"note of {self.written_at:%Y-%m-%d %H:%M}"
