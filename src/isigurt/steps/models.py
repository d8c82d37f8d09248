"""The table of steps that look for their work themselves."""

from django.db import models

from isigurt.steps.rows import StepRow


class Look(StepRow):
    """The one row of a step that works on no rows: it is leased like any other, so that one worker looks at a time."""

    step = models.CharField(max_length=80, unique=True, editable=False)
    looked_on = models.DateField(null=True, editable=False)  # by the case clock; for steps that look once a day

    def __str__(self) -> str:
        return self.step
