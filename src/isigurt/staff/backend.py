"""Checks a password at sign-in."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils import timezone


class StaffBackend(AuthenticationBackend):
    """A password of an active member, or a one-time password that has not run out."""

    def user_can_authenticate(self, user: AbstractBaseUser | None) -> bool:
        """Say whether this member may sign in now."""
        if user is None or not super().user_can_authenticate(user):
            return False
        until = getattr(user, "setup_until", None)
        return until is None or until > timezone.now()

    @classmethod
    def _stash_user(cls, user: AbstractBaseUser | None) -> AbstractBaseUser | None:
        # allauth would send those with the right password of a closed account to a page of their own; here a closed
        # account and a wrong password look the same.
        del user
        return None
