"""Who works here."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from isigurt.country import first_language, language_choices


class Role(models.TextChoices):
    """What a member is here to do; `permissions` says what follows from it."""

    ANALYST = "analyst", _("analyst")
    LEAD = "lead", _("lead analyst")
    EDITOR = "editor", _("editor")
    AUDITOR = "auditor", _("auditor")
    ADMIN = "admin", _("administrator")


class MemberManager(BaseUserManager["Member"]):
    """Finds members by the address they sign in with; they are made by `actions.create_member` alone."""

    def get_by_natural_key(self, username: str | None) -> "Member":
        """Return the member who signs in as `username`, whatever the case of its letters."""
        return self.get(email__iexact=username)


class Member(AbstractBaseUser, PermissionsMixin):
    """One person of the staff, who signs in with an e-mail address.

    What a member may do at the desk stands in `permissions`. Django's groups are there for Wagtail alone: a member is
    in the one named after their role, kept so by `actions`. Nobody is a superuser: the database refuses it.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=10, choices=Role.choices)
    language = models.CharField(_("language"), max_length=8, choices=language_choices, default=first_language)
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True, editable=False)
    # Set while the password is one that somebody else made: it works until then, to choose one's own.
    setup_until = models.DateTimeField(null=True, blank=True, editable=False)
    # Counted up to end every session of this member at once.
    session_epoch = models.PositiveIntegerField(default=0, editable=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = MemberManager()

    class Meta:
        ordering: ClassVar[list[str]] = ["name", "id"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(Lower("email"), name="staff_member_email_any_case"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="staff_member_role_known"),
            models.CheckConstraint(condition=models.Q(is_superuser=False), name="staff_member_no_superuser"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """Return the name, for Wagtail, which would show the address instead."""
        return self.name

    def get_session_auth_hash(self) -> str:
        """Return what ties a session to this member as they are now: their password and the session epoch."""
        return self._tied(secret=None)

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        return self._tied(secret=secret)

    def _tied(self, *, secret: str | None) -> str:
        value: Any = f"{self.password}:{self.session_epoch}"
        return salted_hmac("isigurt.staff.session", value, secret=secret, algorithm="sha256").hexdigest()
