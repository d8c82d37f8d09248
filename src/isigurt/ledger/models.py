"""The record of every look and every act. Rows are only ever added; triggers in the database refuse the rest."""

from django.db import models

from isigurt.steps.rows import StepRow


class Entry(models.Model):
    """One look or act. It holds ids, states, counts and keyed digests, nothing a person could be known by."""

    seq = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    actor = models.CharField(max_length=64)
    act = models.CharField(max_length=64)
    subject = models.CharField(max_length=40)
    subject_id = models.CharField(max_length=64)
    detail = models.JSONField(default=dict)
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        indexes = [models.Index(fields=["subject", "subject_id", "seq"], name="ledger_entry_by_subject")]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.seq} {self.act} {self.subject}:{self.subject_id} by {self.actor}"


class Anchor(StepRow):
    """A signed head that was mailed to the auditor; the one that was not mailed yet waits for its day."""

    seq = models.BigIntegerField(null=True)
    hash = models.CharField(max_length=64, blank=True)
    key_id = models.CharField(max_length=40, blank=True)
    text = models.TextField(blank=True)
    mailed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"head {self.seq}" if self.mailed_at else "the next head"
