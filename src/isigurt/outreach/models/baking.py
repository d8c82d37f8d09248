"""The one row that says whether the public site is as its pages are."""

from django.db import models

from isigurt.steps.rows import StepRow


class PublicSite(StepRow):
    """The public site. `wanted` counts the changes asked for, `baked` how many of them the baked files hold.

    Pages that wait for their hour need no row of their own: the step looks for them each time.
    """

    wanted = models.PositiveBigIntegerField(default=1, editable=False)
    baked = models.PositiveBigIntegerField(default=0, editable=False)
    wanted_at = models.DateTimeField(null=True, editable=False)
    baked_at = models.DateTimeField(null=True, editable=False)
    # The page that could not be baked last time, and what is wrong with it, for the editor.
    failed_page = models.ForeignKey(
        "wagtailcore.Page", null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    failure = models.CharField(max_length=300, blank=True, default="", editable=False)

    def __str__(self) -> str:
        return "the public site"
