"""Data keys: one for each report, case and item, so that one of them can be erased for good."""

import uuid

from django.db import models


class DataKey(models.Model):
    """A 256-bit key, wrapped under a field key; when `wrapped` is empty, all it locked is gone."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wrapped = models.BinaryField(null=True)
    created_at = models.DateTimeField()
    destroyed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="vault_datakey_whole_or_destroyed",
                condition=models.Q(wrapped__isnull=False, destroyed_at__isnull=True)
                | models.Q(wrapped__isnull=True, destroyed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"data key {self.id}"
