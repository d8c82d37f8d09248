"""What the door keeps: nothing here can be read with what the front holds.

Times are coarse on purpose (`coarse`): the exact ones are inside what is sealed.
"""

import uuid
from datetime import datetime

from django.db import models

from isigurt.steps.rows import StepRow


class EnvelopeKind(models.TextChoices):
    """What an envelope carries."""

    REPORT = "report"
    REPLY = "reply"
    WITHDRAWAL = "withdrawal"
    SIGN_UP = "sign-up"


class Lane(models.IntegerChoices):
    """Where a report waits: what looks automated waits behind the others and is refused no more than they are."""

    PEOPLE = 0
    AUTOMATED_LOOKING = 1


class PublicWord(models.TextChoices):
    """How far a report has come, in the words that its reporter sees."""

    RECEIVED = "received"
    IN_WORK = "in_work"
    ACTION_TAKEN = "action_taken"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


def coarse(at: datetime) -> datetime:
    """Return `at` cut to the hour, so that the door cannot be matched with who was online in which second."""
    return at.replace(minute=0, second=0, microsecond=0)


class Envelope(StepRow):
    """Something a person sent, sealed to the desk and to the recovery key before it touched the disk.

    `envelope_id` is a digest of the content keyed by the receipt; `id` is its first half, so that the same thing
    sent twice can only be there once.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    envelope_id = models.CharField(max_length=64, unique=True, editable=False)
    kind = models.CharField(max_length=20, choices=EnvelopeKind.choices, editable=False)
    locator = models.CharField(max_length=32, db_index=True, editable=False)
    lane = models.PositiveSmallIntegerField(choices=Lane.choices, default=Lane.PEOPLE, editable=False)
    sealed = models.BinaryField()
    received_at = models.DateTimeField(editable=False)

    class Meta:
        indexes = [models.Index(fields=["lane", "received_at"], name="door_envelope_order")]

    def __str__(self) -> str:
        return f"envelope {self.id}"


class PublishedStatus(models.Model):
    """How far the report behind a locator has come; the row also keeps the locator known once all is opened."""

    locator = models.CharField(primary_key=True, max_length=32, editable=False)
    status = models.CharField(max_length=20, choices=PublicWord.choices)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"status of {self.locator}"


class PublishedMessage(models.Model):
    """A message sealed to the reporter's own public key."""

    id = models.UUIDField(primary_key=True, editable=False)
    locator = models.CharField(max_length=32, db_index=True, editable=False)
    sealed = models.BinaryField()
    published_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"message {self.id}"


class DownloadCount(StepRow):
    """How often one file was downloaded on one day: a number, and nothing about who did.

    `id` is the day and the file's address. `read` is how much of the count the worker has copied to the desk's store.
    """

    id = models.CharField(primary_key=True, max_length=320, editable=False)
    day = models.DateField(editable=False)
    file = models.CharField(max_length=300, editable=False)
    count = models.PositiveBigIntegerField(default=0, editable=False)
    read = models.PositiveBigIntegerField(default=0, editable=False)

    def __str__(self) -> str:
        return f"downloads {self.id}"
