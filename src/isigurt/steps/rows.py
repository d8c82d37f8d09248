"""The columns by which a row is leased to one worker at a time."""

from django.db import models


class StepRow(models.Model):
    """A row that steps work on: who holds it until when, how often it failed, and whether it was given up.

    Times here are the machine's real time, not the case clock: a lease measures how long a worker may think.
    """

    leased_until = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)
    lease_token = models.UUIDField(null=True, blank=True, editable=False)
    attempts = models.PositiveSmallIntegerField(default=0, editable=False)
    not_before = models.DateTimeField(null=True, blank=True, editable=False)
    last_error = models.CharField(max_length=200, blank=True, default="", editable=False)
    dead_at = models.DateTimeField(null=True, blank=True, editable=False, db_index=True)

    class Meta:
        abstract = True
