"""Checks a password at sign-in."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from isigurt.staff.models import Member


class StaffBackend(AuthenticationBackend):
    """A password of an active member, or a one-time password that has not run out."""

    def user_can_authenticate(self, user: Member | AnonymousUser | None) -> bool:
        """Say whether this member may sign in now."""
        if not isinstance(user, Member) or not super().user_can_authenticate(user):
            return False
        return user.setup_until is None or user.setup_until > timezone.now()

    @classmethod
    def _stash_user(cls, user: AbstractBaseUser | None) -> AbstractBaseUser | None:
        # allauth would send those with the right password of a closed account to a page of their own; here a closed
        # account and a wrong password look the same.
        del user
        return None
