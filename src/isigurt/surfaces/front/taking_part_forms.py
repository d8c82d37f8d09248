"""The forms by which people take part in a campaign. As on the report form, nothing typed is cut or lost."""

from datetime import timedelta
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from isigurt.baked.taking_part import Offer
from isigurt.country import alphabetical, pack
from isigurt.intake.content import SignUpContent
from isigurt.intake.receipt import Receipt, ReceiptInvalid
from isigurt.surfaces.front.forms import Carried, PackChoice, Typed, area, line

FURTHEST = timedelta(days=730)


class Asked(Typed):
    """A line that cannot be left empty."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.required = True

    def validate(self, value: str) -> None:
        """Say in plain words what is missing, or that it is too long."""
        if not value:
            raise ValidationError(_("Fill this in, please."), code="required")
        super().validate(value)


class Mail(Asked):
    """An address to write to."""

    def validate(self, value: str) -> None:
        """Refuse what cannot be written to."""
        super().validate(value)
        try:
            validate_email(value)
        except ValidationError:
            raise ValidationError(_("This does not look like an e-mail address."), code="mail") from None


def _chosen(label: Any, **kwargs: Any) -> PackChoice:
    return PackChoice(label=label, error_messages={"required": _("Choose one, please.")}, **kwargs)


def _municipalities() -> list[tuple[str, Any]]:
    return [("", "—"), *((each.id, each.title) for each in alphabetical(pack().municipalities))]


class TakingPartForm(forms.Form):
    """What all ways of taking part have: who, whom to write to, and what the form carries along."""

    way = ""
    error_css_class = "wrong"

    def __init__(self, *args: Any, offer: Offer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        if "organisation_kind" in fields:
            fields["organisation_kind"].choices = [("", "—"), *offer.kinds]
        if "audiences" in fields:
            fields["audiences"].choices = offer.audiences
        if "material" in fields:
            fields["material"].choices = [("", "—"), *offer.materials]

    receipt = Carried(widget=forms.HiddenInput)
    opened = Carried(widget=forms.HiddenInput)
    campaign = Carried(widget=forms.HiddenInput)
    website = Carried(widget=line(tabindex="-1"))

    def asked(self) -> list[forms.BoundField]:
        """Return the fields that are shown, in their order."""
        return [self[name] for name in self.fields if name not in {"receipt", "opened", "campaign", "website"}]

    def receipt_or_fresh(self) -> Receipt:
        """Return what makes this form one of its kind; a fresh one if it did not come back whole."""
        try:
            return Receipt.parse(str(self.data.get("receipt", "")))
        except ReceiptInvalid:
            return Receipt.fresh()

    def content(self, language: str) -> SignUpContent:
        """Return what was typed, for sealing; only of a valid form."""
        typed = {each.name: self.cleaned_data[each.name] for each in self.asked()}
        answers = {name: _text(value) for name, value in typed.items()}
        return SignUpContent(language=language, campaign=self.cleaned_data["campaign"], way=self.way, **answers)


def _text(value: Any) -> str:
    """Return an answer as it is sealed: a day as ISO has it, several choices with spaces between them."""
    if value is None:
        return ""
    if isinstance(value, list):
        return " ".join(value)
    return str(value)


class ActivityForm(TakingPartForm):
    """What somebody organises."""

    way = "activity"
    title = Asked(most=120, label=_("Name of the activity"), widget=line())
    what = Asked(
        most=2000,
        label=_("What it is"),
        help_text=_("Two or three sentences, as others may read them."),
        widget=area(4),
    )
    organisation = Asked(most=150, label=_("Who organises it"), widget=forms.TextInput())
    organisation_kind = _chosen(_("Which kind of organiser"))
    municipality = _chosen(_("Municipality"), choices=_municipalities)
    place = Asked(most=200, label=_("Place"), help_text=_("Building and street, or “online”."), widget=line())
    day = forms.DateField(
        label=_("Day"),
        widget=forms.DateInput(attrs={"type": "date", "autocomplete": "off"}, format="%Y-%m-%d"),
        error_messages={
            "required": _("Fill this in, please."),
            "invalid": _("Write the day like 9.2.2027: day, month, year."),
        },
    )
    begins = forms.TimeField(
        label=_("Begins at"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time", "autocomplete": "off"}, format="%H:%M"),
        error_messages={"invalid": _("Write the hour like 10:30.")},
    )
    audiences = forms.MultipleChoiceField(
        label=_("For whom"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one."),
            "invalid_choice": _("Choose from the list."),
        },
    )
    expected = forms.IntegerField(
        label=_("How many people do you expect?"),
        required=False,
        min_value=1,
        max_value=100_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            name: _("Write a number from 1 to 100000, or leave it empty.")
            for name in ("invalid", "min_value", "max_value")
        },
    )
    contact = Mail(
        most=200,
        label=_("Your e-mail"),
        help_text=_("For questions of ours only. It is never public, and it is erased 30 days after the activity."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def clean_day(self) -> Any:
        """Refuse a day that is gone, and one so far away that it is a slip."""
        day = self.cleaned_data["day"]
        today = timezone.localdate()
        if day < today:
            raise ValidationError(_("This day has passed. Which day is it?"), code="past")
        if day > today + FURTHEST:
            raise ValidationError(_("This day is more than two years away. Is the year right?"), code="far")
        return day


class PledgeForm(TakingPartForm):
    """Who signs the pledge."""

    way = "pledge"
    organisation = Asked(
        most=150,
        label=_("Name of the organisation"),
        help_text=_("As it will stand on the list, once somebody here has read it."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    organisation_kind = _chosen(_("Which kind of organisation"))
    municipality = _chosen(_("Municipality"), choices=_municipalities)
    contact = Mail(
        most=200,
        label=_("Your e-mail"),
        help_text=_("For questions of ours only. It is never public, and it is erased 30 days after we have decided."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


class OrderForm(TakingPartForm):
    """What somebody wants to be sent."""

    way = "order"
    material = _chosen(_("What do you need?"))
    copies = forms.IntegerField(
        label=_("How many copies?"),
        min_value=1,
        max_value=1000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={
            "required": _("Fill this in, please."),
            **{name: _("Write a number from 1 to 1000.") for name in ("invalid", "min_value", "max_value")},
        },
    )
    organisation_kind = _chosen(pgettext_lazy("to an adult", "Who are you?"))
    municipality = _chosen(_("Municipality"), choices=_municipalities)
    recipient = Asked(most=200, label=_("Name for the parcel"), widget=forms.TextInput(attrs={"autocomplete": "name"}))
    delivery = Asked(
        most=500,
        label=_("Address"),
        help_text=_("Street, house, town. It is never public, and it is erased 30 days after sending."),
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "street-address"}),
    )
    contact = Mail(
        most=200,
        label=_("Your e-mail"),
        help_text=_("For questions of ours only. It is never public, and it is erased 30 days after we have decided."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )


FORMS: dict[str, type[TakingPartForm]] = {form.way: form for form in (ActivityForm, PledgeForm, OrderForm)}
