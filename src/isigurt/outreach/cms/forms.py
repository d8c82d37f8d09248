"""The forms for pictures and materials: what is sent is checked before anything of it is kept."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from isigurt.uploads import checked_material, cleaned_picture
from isigurt.uploads.materials import TYPES
from isigurt.uploads.pictures import TYPES as PICTURE_TYPES

_FILE_NAME = re.compile(
    r"\.(jpe?g|png|webp|gif|heic)\s*\Z|\A\s*(img|dsc|image|foto|screenshot)[\s_-]*\d", re.IGNORECASE
)


class PictureUpload(forms.FileField):
    """A picture, drawn anew."""

    def to_python(self, data: Any) -> Any:
        """Return the clean picture."""
        sent: File[bytes] | None = super().to_python(data)
        return None if sent is None else cleaned_picture(sent)


class MaterialUpload(forms.FileField):
    """A file whose content is one of the kinds we take."""

    def to_python(self, data: Any) -> Any:
        """Return the checked file."""
        sent: File[bytes] | None = super().to_python(data)
        return None if sent is None else checked_material(sent)


def _instead(field: forms.Field, kind: type[forms.FileField], endings: Any) -> forms.FileField:
    widget = field.widget
    widget.attrs["accept"] = ",".join(f".{ending}" for ending in endings)
    return kind(label=field.label, help_text=field.help_text, required=field.required, widget=widget)


class PictureForm(BaseImageForm):
    """A picture and the words that stand for it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = _instead(self.fields["file"], PictureUpload, PICTURE_TYPES)

    def clean_alternative(self) -> str:
        """Refuse the name of a file: it tells nothing to who cannot see the picture."""
        words = str(self.cleaned_data["alternative"]).strip()
        if _FILE_NAME.search(words):
            raise ValidationError(_("Say in a sentence what the picture shows; this is the name of a file."))
        return words


class MaterialForm(BaseDocumentForm):
    """A material."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"] = _instead(self.fields["file"], MaterialUpload, TYPES)
