"""Opened reports. Every word that a person typed is encrypted under one of the report's two keys.

`places_key` locks what was reported (addresses, accounts); `words_key` locks what belongs to the reporter (free text,
contact, the conversation). A reporter who withdraws takes back the second: that key is destroyed.
"""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from isigurt.intake.door.models import EnvelopeKind, Lane, PublicWord
from isigurt.states import Machine
from isigurt.steps.rows import StepRow
from isigurt.vault.models import DataKey


class ReportState(models.TextChoices):
    """Where a report stands between intake and casework."""

    NEW = "new", pgettext_lazy("report", "new")
    PLACED = "placed", pgettext_lazy("report", "in a case")
    WITHDRAWN = "withdrawn", pgettext_lazy("report", "withdrawn by its reporter")


REPORT_MACHINE = Machine(
    name="report",
    states=ReportState,
    initial=ReportState.NEW,
    transitions={
        ReportState.NEW: frozenset({ReportState.PLACED, ReportState.WITHDRAWN}),
        ReportState.PLACED: frozenset({ReportState.WITHDRAWN}),
        # Withdrawn and then sent again with the same receipt: a receipt is a promise, so it counts again.
        ReportState.WITHDRAWN: frozenset({ReportState.NEW}),
    },
)


class PlaceKind(models.TextChoices):
    """What a reported place is."""

    ADDRESS = "address", _("address")
    ACCOUNT = "account", _("account")


class Direction(models.TextChoices):
    """Who wrote a message to whom."""

    TO_REPORTER = "to_reporter", _("to the reporter")
    FROM_REPORTER = "from_reporter", _("from the reporter")


class Report(StepRow):
    """What one person reported. The step columns belong to casework, which places reports into cases."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    number = models.CharField(_("number"), max_length=12, unique=True, editable=False)
    state = models.CharField(max_length=20, choices=ReportState.choices, default=ReportState.NEW, editable=False)
    # Empty for a report entered by hand without a receipt.
    locator = models.CharField(max_length=32, unique=True, null=True, editable=False)  # noqa: DJ001 - unique if there
    reporter_public_key = models.BinaryField(null=True, editable=False)
    channel = models.CharField(_("channel"), max_length=20)
    language = models.CharField(_("language"), max_length=8)
    lane = models.PositiveSmallIntegerField(choices=Lane.choices, default=Lane.PEOPLE)
    received_at = models.DateTimeField(pgettext_lazy("column", "received"), db_index=True)
    harm_said = models.CharField(max_length=30)
    reporter_kind = models.CharField(max_length=30, blank=True, default="")
    age_band = models.CharField(max_length=20, blank=True, default="")
    places_key = models.OneToOneField(DataKey, on_delete=models.PROTECT, related_name="+")
    words_key = models.OneToOneField(DataKey, on_delete=models.PROTECT, related_name="+")
    # The whole box "where is it?", with the text around the addresses.
    where = models.BinaryField(editable=False)
    body = models.BinaryField(editable=False)
    contact = models.BinaryField(editable=False)
    # The reporter added places, wrote or withdrew after the report was placed; casework takes note and clears this.
    has_additions = models.BooleanField(default=False)
    placed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [REPORT_MACHINE.constraint()]
        indexes = [
            models.Index(fields=["state", "lane", "received_at"], name="intake_report_order"),
            models.Index(
                fields=["lane", "received_at"],
                name="intake_report_additions",
                condition=models.Q(has_additions=True),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class ReportedPlace(models.Model):
    """One address or account as the reporter typed it; never changed, whatever judging makes of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="places")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=PlaceKind.choices)
    platform = models.CharField(max_length=40, blank=True, default="")
    raw = models.BinaryField(editable=False)
    added_at = models.DateTimeField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["report", "position"], name="intake_place_once"),
        ]

    def __str__(self) -> str:
        return f"place {self.position} of report {self.report_id}"


class Message(StepRow):
    """A message of the conversation. One to the reporter, and the reporter's own, are sealed and published back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="messages")
    direction = models.CharField(max_length=20, choices=Direction.choices)
    text = models.BinaryField(editable=False)
    author = models.CharField(max_length=60)  # the ledger's word for who wrote it; empty for the reporter
    created_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["created_at", "id"]
        indexes = [models.Index(fields=["published_at"], name="intake_message_published")]

    def __str__(self) -> str:
        return f"message {self.id}"


class PublicStatus(StepRow):
    """The status word that the reporter of a report should see, and the one last published to the door."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, primary_key=True, related_name="public_status")
    status = models.CharField(max_length=20, choices=PublicWord.choices, default=PublicWord.RECEIVED)
    published = models.CharField(max_length=20, blank=True, default="")
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.status} for report {self.report_id}"


class Erasure(StepRow):
    """The day on which the words of a withdrawn report are erased; until then a person may look whether all is well."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, primary_key=True, related_name="erasure")
    due_at = models.DateTimeField(db_index=True)
    done_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"erasure of report {self.report_id}"


class OpenedEnvelope(models.Model):
    """Every envelope that was ever opened, so that one that comes twice counts once."""

    envelope_id = models.CharField(primary_key=True, max_length=64, editable=False)
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="envelopes")
    kind = models.CharField(max_length=20, choices=EnvelopeKind.choices)
    opened_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"opened envelope {self.envelope_id[:12]}"
