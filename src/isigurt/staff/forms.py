"""What is typed about members."""

from typing import Any

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.base.forms import ReauthenticateForm as ConfirmByCodeForm
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.contrib.auth.forms import SetPasswordForm
from django.utils.translation import gettext_lazy as _

from isigurt.country import language_choices
from isigurt.staff.models import Member, Role


class ChoosePasswordForm(SetPasswordForm):  # type: ignore[type-arg]
    """A password of one's own, twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("Your new password")
        self.fields["new_password1"].help_text = _("At least 12 characters. Three or four words you know are good.")
        self.fields["new_password2"].label = _("The same again")
        self.fields["new_password2"].help_text = ""


class LanguageForm(forms.Form):
    """Which language the desk speaks."""

    language = forms.ChoiceField(label=_("Language of the desk"), choices=language_choices)


class NewMemberForm(forms.ModelForm):  # type: ignore[type-arg]
    """Somebody who starts to work here."""

    class Meta:
        model = Member
        fields = ("name", "email", "role", "language")
        widgets = {"email": forms.EmailInput(attrs={"autocomplete": "off"})}


class RoleForm(forms.Form):
    """What a member is here to do."""

    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)


def _plain(field: forms.Field, label: Any, **attributes: str) -> None:
    """Give a field of allauth's our label and no placeholder: a placeholder is gone as soon as one types."""
    field.label = label
    field.help_text = ""
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class SignInForm(LoginForm):
    """Address and password, in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["login"], _("E-mail address"), autocomplete="username")
        _plain(self.fields["password"], _("Password"))


class ConfirmPasswordForm(ReauthenticateForm):
    """The password once more."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["password"], _("Password"))


class CodeForm(AuthenticateForm):
    """A code from the app, or a recovery code, after the password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["code"], _("Code"), inputmode="numeric", autofocus="")


class ConfirmCodeForm(ConfirmByCodeForm):
    """The same, to confirm that it is still them."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["code"], _("Code"), inputmode="numeric", autofocus="")


class AddAppForm(ActivateTOTPForm):
    """The first code from a new authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["code"], _("The six digits that the app shows"), inputmode="numeric")


class AddPasskeyForm(AddWebAuthnForm):
    """A new passkey; always one that signs in by itself, checked by fingerprint, face or PIN."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["name"], _("Name of this passkey"))
        self.fields["name"].help_text = _("So that you know it again, such as “office laptop”.")
        self.fields.pop("passwordless", None)

    def clean(self) -> dict[str, Any]:
        """Check the new passkey as one that stands for both factors."""
        self.cleaned_data["passwordless"] = True
        cleaned: dict[str, Any] = super().clean()
        return cleaned


class RenamePasskeyForm(EditWebAuthnForm):
    """Another name for a passkey."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _plain(self.fields["name"], _("Name of this passkey"))
