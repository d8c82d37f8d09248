"""The forms of takedown. Times are typed and shown in the country's time."""

from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from isigurt import clock
from isigurt.country import pack
from isigurt.takedown import letters
from isigurt.takedown.letters import EXPLOITATIONS, LONGEST_REMARK
from isigurt.takedown.mail_address import LONGEST, MailAddressInvalid, normal_mail_address
from isigurt.takedown.models import Referral

LONGEST_REASON = 2000
LONGEST_HOLD = timedelta(days=180)
_MINUTE = "%Y-%m-%dT%H:%M"


def _moment_field(**options: Any) -> forms.DateTimeField:
    widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format=_MINUTE)
    return forms.DateTimeField(widget=widget, input_formats=[_MINUTE, "%Y-%m-%dT%H:%M:%S"], **options)


def _reason_field(label: Any, **options: Any) -> forms.CharField:
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": 2}), max_length=LONGEST_REASON, **options)


def _hold_end(value: datetime | None) -> datetime | None:
    if value is not None and value <= clock.now():
        raise forms.ValidationError(_("This moment has passed. A hold must end in the future."))
    if value is not None and value > clock.now() + LONGEST_HOLD:
        raise forms.ValidationError(_("A hold can be at most half a year long; it can be renewed."))
    return value


class ReferralForm(forms.Form):
    """That the case was given to an authority."""

    authority = forms.ChoiceField(label=_("Given to"))
    referred_at = _moment_field(label=_("When"))
    reference = forms.CharField(
        label=_("Their reference"), max_length=200, required=False, help_text=_("As they gave it, if they did.")
    )
    hold_until = _moment_field(
        label=_("Hold all notices until"),
        required=False,
        help_text=_("If the police asked for time. Until then no notice about this case leaves."),
    )
    after_hold = forms.ChoiceField(
        label=_("When the hold ends by itself"),
        widget=forms.RadioSelect,
        choices=[
            (Referral.AfterHold.ASK, _("a person decides again about each notice")),
            (Referral.AfterHold.SEND, _("approved notices leave")),
        ],
        initial=Referral.AfterHold.ASK,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"referred_at": clock.now()})
        kwargs.setdefault("prefix", "referral")
        super().__init__(*args, **kwargs)
        ranked = sorted(pack().authorities, key=lambda authority: not authority.police)
        field = self.fields["authority"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        # Nothing chosen beforehand: one press too many must not say that the police know.
        field.choices = [("", _("Choose")), *((one.id, one.title) for one in ranked)]

    def clean_referred_at(self) -> datetime:
        """Nothing was referred in the future; a minute of doubt is allowed."""
        value: datetime = self.cleaned_data["referred_at"]
        if value > clock.now() + timedelta(minutes=1):
            raise forms.ValidationError(_("This moment has not come yet."))
        return value

    def clean_hold_until(self) -> datetime | None:
        """A hold has an end, and it lies ahead."""
        return _hold_end(self.cleaned_data["hold_until"])


class NoReferralForm(forms.Form):
    """Why the case is not given to the police."""

    reason = _reason_field(_("Why not"), help_text=_("Kept with the case. For example: the police brought it to us."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("prefix", "noreferral")
        super().__init__(*args, **kwargs)


class HoldForm(forms.Form):
    """A hold begun or renewed."""

    hold_until = _moment_field(label=_("Hold all notices until"))

    def clean_hold_until(self) -> datetime | None:
        """A hold has an end, and it lies ahead."""
        return _hold_end(self.cleaned_data["hold_until"])


class RecipientForm(forms.Form):
    """A recipient that a person found."""

    mail = forms.CharField(
        label=_("Mail address"),
        max_length=LONGEST + 50,
        help_text=_("The abuse desk of the host. Never the owner of the page or a reseller."),
    )
    provider = forms.CharField(label=_("Whose it is"), max_length=120)
    reason = _reason_field(_("Where you found it"))

    def clean_mail(self) -> str:
        """One plain mail address and nothing else."""
        try:
            return normal_mail_address(self.cleaned_data["mail"])
        except MailAddressInvalid as error:
            raise forms.ValidationError(_("This is not one plain mail address.")) from error


class RefusalForm(forms.Form):
    """Why a recipient is never to be written to."""

    reason = _reason_field(_("Why never"))


class LetterForm(forms.Form):
    """What a person changes about a letter."""

    language = forms.ChoiceField(label=_("Language"), choices=letters.choices)
    remark = forms.CharField(
        label=_("Your words for the host"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST_REMARK,
        required=False,
        help_text=_("Nothing about who reported. Leave it empty if the letter says it all."),
    )
    exploitation = forms.ChoiceField(
        label=_("What happens there"),
        required=False,
        help_text=_(
            "Only what you have established yourself: it decides whether a machine-readable report goes along."
        ),
    )

    def __init__(self, *args: Any, asks_exploitation: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not asks_exploitation:
            del self.fields["exploitation"]
            return
        words = {"grooming": _("grooming"), "sextortion": _("sexual extortion"), "solicitation": _("solicitation")}
        field = self.fields["exploitation"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [("", _("cannot be told")), *((one, words[one]) for one in EXPLOITATIONS)]


class SeenForm(forms.Form):
    """What a person saw when they looked themselves."""

    gone = forms.ChoiceField(choices=[("yes", ""), ("no", "")])
