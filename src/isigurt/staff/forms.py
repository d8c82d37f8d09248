"""What is typed about members."""

from typing import Any

from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _

from isigurt.staff.models import Member, Role


class ChoosePasswordForm(SetPasswordForm[Member]):
    """A password of one's own, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("Your new password")
        self.fields["new_password1"].help_text = _("At least 12 characters. Three or four words you know are good.")
        self.fields["new_password2"].label = _("The same again")
        self.fields["new_password2"].help_text = ""


class LanguageForm(forms.Form):
    """Which language the desk speaks."""

    language = forms.ChoiceField(label=_("Language of the desk"), choices=[("sq", "Shqip"), ("en", "English")])


class NewMemberForm(forms.ModelForm[Member]):
    """Somebody who starts to work here."""

    class Meta:
        model = Member
        fields = ("name", "email", "role", "language")
        widgets = {"email": forms.EmailInput(attrs={"autocomplete": "off"})}


class RoleForm(forms.Form):
    """What a member is here to do."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
