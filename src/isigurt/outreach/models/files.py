"""Pictures and materials. Both are checked and cleaned before they are kept: see `uploads`."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from isigurt.uploads import checked_material, cleaned_picture, fresh


class Picture(AbstractImage):
    """A picture with the words that stand for it where it cannot be seen."""

    file: Any
    alternative = models.CharField(
        _("alternative text"),
        max_length=250,
        help_text=_("What the picture shows, for those who do not see it. One sentence."),
    )

    # Wagtail's own, without the way back from the member: nobody asks for it.
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    admin_form_fields: ClassVar[tuple[str, ...]] = ("title", "file", "alternative")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = (("choose_picture", "Can choose picture"),)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the picture drawn anew, also when it was not sent by a form."""
        sent = fresh(self.file)
        if sent is not None:
            self.file = cleaned_picture(sent)
        super().save(*args, **kwargs)

    @property
    def default_alt_text(self) -> str:
        """The alternative text, wherever the picture is shown."""
        return self.alternative


class Rendition(AbstractRendition):
    """A picture at one size."""

    image = models.ForeignKey(Picture, related_name="renditions", on_delete=models.CASCADE)

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class Material(AbstractDocument):
    """A file that people may take away: a poster, a lesson plan, a press kit."""

    file: Any

    # Wagtail's own, without the way back from the member: nobody asks for it.
    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, editable=False, on_delete=models.SET_NULL, related_name="+"
    )

    admin_form_fields: ClassVar[tuple[str, ...]] = ("title", "file")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep only what the checks let through, also when it was not sent by a form."""
        sent = fresh(self.file)
        if sent is not None:
            self.file = checked_material(sent)
        super().save(*args, **kwargs)

    class Meta(AbstractDocument.Meta):
        verbose_name = _("material")
        verbose_name_plural = _("materials")
        permissions = (("choose_material", "Can choose material"),)
