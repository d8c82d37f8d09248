"""How often materials were downloaded."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Download(models.Model):
    """One file on one day, as the public door counted it."""

    file = models.CharField(_("file"), max_length=300)
    day = models.DateField(_("day"))
    count = models.PositiveBigIntegerField(_("downloads"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["file", "day"], name="outreach_download_once")]

    def __str__(self) -> str:
        return f"{self.file} on {self.day}"
