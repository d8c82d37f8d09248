"""A field that holds several of a fixed set of choices, ticked by the editor."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _


class Ticked(models.JSONField):
    """A list of the values of `of` (a TextChoices), in their order; empty when nothing is ticked.

    Migrations do not know the choices: they are code, and what is stored is text.
    """

    default_error_messages = {"unknown": _("There is no choice “%(value)s”.")}

    def __init__(self, *args: Any, of: type[models.TextChoices] = models.TextChoices, **kwargs: Any) -> None:
        self.of = of
        given: dict[str, Any] = {"default": list, "blank": True, **kwargs}
        super().__init__(*args, **given)

    def formfield(self, **kwargs: Any) -> forms.Field:
        """Return checkboxes."""
        return forms.TypedMultipleChoiceField(
            choices=self.of.choices,
            coerce=str,
            empty_value=[],
            required=not self.blank,
            label=kwargs.get("label", self.verbose_name),
            help_text=kwargs.get("help_text", self.help_text),
            widget=forms.CheckboxSelectMultiple,
        )

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Refuse what is not a list of known values."""
        super().validate(value, model_instance)
        for each in value or []:
            if each not in self.of.values:
                raise ValidationError(self.error_messages["unknown"], code="unknown", params={"value": each})


def ticked(values: list[str], of: type[models.TextChoices]) -> list[models.TextChoices]:
    """Return the choices behind stored values, in the order of the choices."""
    return [choice for choice in of if choice.value in values]
