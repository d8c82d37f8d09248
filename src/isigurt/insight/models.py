"""What somebody at the desk asked to be done with an edition, and how far it is."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from isigurt.steps.rows import StepRow


class Act(models.TextChoices):
    """What is done with an edition."""

    FREEZE = "freeze", pgettext_lazy("done with an edition", "Freeze")
    BUILD = "build", pgettext_lazy("done with an edition", "Build")
    CHECK = "check", pgettext_lazy("done with an edition", "Check")
    PUBLISH = "publish", pgettext_lazy("done with an edition", "Publish")


class EditionWork(StepRow):
    """One freezing, build, check or publication of an edition. What it tells holds no row of the facts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    year = models.PositiveSmallIntegerField(editable=False)
    act = models.CharField(max_length=10, choices=Act.choices, editable=False)
    asked_by = models.CharField(max_length=80, editable=False)  # as the ledger names who did it
    asked_at = models.DateTimeField(editable=False)
    told = models.CharField(max_length=300, blank=True, default="", editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    problems = models.TextField(blank=True, default="", editable=False)  # one a line; none: it went well
    looked_at = models.CharField(max_length=64, blank=True, default="", editable=False)  # digest of what was built

    class Meta:
        verbose_name = _("work on an edition")
        constraints = [
            models.UniqueConstraint(
                fields=["year"], condition=models.Q(ended_at=None), name="one_work_on_an_edition_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.year}"
