"""How django-allauth does things here: no sign-up, no mail, and a password is never enough."""

import base64
from typing import Any
from urllib.parse import urlsplit

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from nacl.utils import random as random_bytes

from isigurt.country import pack
from isigurt.staff.models import Member
from isigurt.staff.second_factor import FACTORS, has_factor
from isigurt.vault import keyring
from isigurt.vault.derive import derive
from isigurt.vault.errors import CannotOpen

_NONCE = 12
_PLACE = b"isigurt staff factor 1"


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by an administrator, and nothing about them is ever mailed."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _("This address and this password do not go together."),
        "too_many_login_attempts": _("Too many tries. Wait five minutes, or sign in with your passkey."),
        "incorrect_password": _("This is not the password."),
        "rate_limited": _("Too many tries. Wait a minute."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody signs up; an administrator makes members."""
        del request
        return False

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send nothing: the desk's mail relay is for notices alone."""

    def send_notification_mail(self, *args: Any, **kwargs: Any) -> None:
        """Send nothing: what changed on an account is in the ledger."""

    def get_client_ip(self, request: HttpRequest) -> str:
        """Return what sign-in limits are counted by: the peer's address, in memory only.

        Behind a proxy that is the proxy, so the whole staff shares the limit; headers can be made up and are not read.
        """
        return str(request.META.get("REMOTE_ADDR") or "unknown")

    def reauthenticate(self, user: AbstractBaseUser, password: str) -> bool:
        """Say whether `password` is the member's; allowed only while there is no second factor to ask for."""
        if not isinstance(user, Member) or has_factor(user):
            return False
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def get_reauthentication_methods(self, user: AbstractBaseUser | AnonymousUser) -> list[dict[str, Any]]:
        """Return the ways to confirm that it is still them: a factor if there is one, never the password then."""
        methods = super().get_reauthentication_methods(user)
        if isinstance(user, Member) and has_factor(user):
            methods = [method for method in methods if method["id"] != "reauthenticate"]
        return methods


class FactorAdapter(DefaultMFAAdapter):
    """Second factors: encrypted in the store, bound to the desk's own name, and never all taken away."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right. Codes change every 30 seconds and work once."),
        "cannot_delete_authenticator": _("This is your only second factor. Add another one first."),
    }

    def get_totp_issuer(self) -> str:
        """Return the name that authenticator apps show."""
        return str(pack().hotline.name)

    def build_totp_svg(self, url: str) -> str:
        """Return the QR code of `url` as an `svg` element to stand in the page: the policy allows no data addresses."""
        picture = super().build_totp_svg(url)
        return picture[picture.index("<svg") :]

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return whom passkeys are made for: the host the operator set, whatever the request says."""
        return {"id": urlsplit(settings.ISIGURT_DESK).hostname or "", "name": self.get_totp_issuer()}

    def generate_authenticator_name(self, user: AbstractBaseUser, type: Authenticator.Type) -> str:  # noqa: A002 - allauth's name
        """Return a first name for a new passkey."""
        number = Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1
        return gettext("Passkey {number}").format(number=number)

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        """Say whether another factor is left when this one goes."""
        others = Authenticator.objects.filter(user=authenticator.user_id, type__in=FACTORS)
        return bool(others.exclude(pk=authenticator.pk).exists())

    def encrypt(self, text: str) -> str:
        """Return the secret of a factor as it is stored: field key's id, nonce and AES-256-GCM, base64."""
        key = keyring.field_key()
        nonce = random_bytes(_NONCE)
        sealed = AESGCM(derive(key.key, "staff factor")).encrypt(nonce, text.encode(), _PLACE)
        return f"{key.key_id}:{base64.b64encode(nonce + sealed).decode()}"

    def decrypt(self, encrypted_text: str) -> str:
        """Return the secret of a factor; raises `CannotOpen` when it was changed."""
        key_id, _, blob = encrypted_text.partition(":")
        raw = base64.b64decode(blob)
        key = keyring.field_key(key_id)
        try:
            return AESGCM(derive(key.key, "staff factor")).decrypt(raw[:_NONCE], raw[_NONCE:], _PLACE).decode()
        except InvalidTag as error:
            raise CannotOpen("the secret of a second factor was changed in the store") from error
