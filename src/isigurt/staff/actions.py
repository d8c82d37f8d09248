"""What changes an account; each act leaves an entry in the ledger."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from isigurt.country import first_language
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member, Role

SETUP_TIME = timedelta(hours=72)
# Letters and digits that survive being read out or copied by hand.
_PLAIN = "abcdefghjkmnpqrstuvwxyz23456789"


class LastAdministrator(Exception):
    """The act would leave nobody who can manage members."""


@dataclass(frozen=True)
class NewMember:
    """A member just made, and the one-time password that lets them in to set up their own sign-in."""

    member: Member
    setup_password: str


@dataclass(frozen=True)
class EnrolledTotp:
    """The secret for an authenticator app (base32) and the recovery codes; both are shown once."""

    secret: str
    recovery_codes: tuple[str, ...]


def fresh_setup_password() -> str:
    """Return a one-time password of 79 random bits in four groups, easy to read out and to type."""
    return "-".join("".join(secrets.choice(_PLAIN) for _ in range(4)) for _ in range(4))


def _note(actor: Actor, act: str, member: Member, **detail: str | int | bool | None) -> None:
    record(actor=actor, act=act, subject="member", subject_id=member.pk, detail=detail)


def _join_group(member: Member) -> None:
    """Put the member into the group of their role, which is all that Wagtail asks about."""
    group, _made = Group.objects.get_or_create(name=member.role)
    member.groups.set([group])


def _locked(member: Member) -> Member:
    return Member.objects.select_for_update().get(pk=member.pk)


def create_member(
    *,
    actor: Actor,
    email: str,
    name: str,
    role: str,
    language: str = "",
    password: str | None = None,
) -> NewMember:
    """Make a member. Without `password` a one-time one is made, which works for 72 hours to set up their own.

    Raises django's ValidationError for a bad or taken address, an empty name or an unknown role.
    """
    member = Member(email=email.strip().lower(), name=name.strip(), role=role, language=language or first_language())
    setup_password = password or fresh_setup_password()
    if password is None:
        member.setup_until = timezone.now() + SETUP_TIME
    member.set_password(setup_password)
    with transaction.atomic():
        member.full_clean()
        member.save()
        _join_group(member)
        _note(actor, "member.created", member, role=str(role), setup=password is None)
    return NewMember(member=member, setup_password=setup_password)


def change_role(*, actor: Actor, member: Member, role: str) -> None:
    """Give `member` another role; their sessions go on with the new rights at once.

    Raises ValidationError for an unknown role, LastAdministrator if nobody would be left to manage members.
    """
    if role not in Role.values:
        raise ValidationError(_("There is no such role."))
    with transaction.atomic():
        row = _locked(member)
        if row.role == Role.ADMIN and role != Role.ADMIN:
            _keep_an_administrator(row)
        Member.objects.filter(pk=row.pk).update(role=role)
        row.role = role
        _join_group(row)
        _note(actor, "member.role_changed", row, **{"from": str(member.role), "to": str(role)})
    member.role = role


def change_language(*, member: Member, language: str) -> None:
    """Let the desk speak `language`, one of the pack's, to this member; a matter of taste, so not on the record."""
    member.language = language
    member.full_clean(exclude={"email", "password"})
    member.save(update_fields=["language"])


def deactivate(*, actor: Actor, member: Member) -> None:
    """Close the account and end every session of it at once; what the member did stays on the record.

    Raises LastAdministrator if nobody would be left to manage members.
    """
    with transaction.atomic():
        row = _locked(member)
        if row.role == Role.ADMIN:
            _keep_an_administrator(row)
        Member.objects.filter(pk=row.pk).update(is_active=False, session_epoch=F("session_epoch") + 1)
        _note(actor, "member.deactivated", row)
    member.refresh_from_db()


def reactivate(*, actor: Actor, member: Member) -> None:
    """Open a closed account again; old sessions stay ended."""
    with transaction.atomic():
        Member.objects.filter(pk=member.pk).update(is_active=True)
        _note(actor, "member.reactivated", member)
    member.refresh_from_db()


def choose_password(*, member: Member, password: str) -> None:
    """Set the password that the member chose; the one-time password no longer works, other sessions end."""
    with transaction.atomic():
        member.set_password(password)
        member.setup_until = None
        member.save(update_fields=["password", "setup_until"])
        _note(Actor.member(member.pk), "member.password_chosen", member)


def reset_second_factor(*, actor: Actor, member: Member) -> str:
    """Take away every second factor and the password, end all sessions, and return a one-time password.

    For a member who lost their phone or key; whoever hands the password over makes sure it is really them.
    """
    setup_password = fresh_setup_password()
    with transaction.atomic():
        row = _locked(member)
        removed, _kinds = Authenticator.objects.filter(user_id=row.pk).delete()
        row.set_password(setup_password)
        row.setup_until = timezone.now() + SETUP_TIME
        row.session_epoch += 1
        row.save(update_fields=["password", "setup_until", "session_epoch"])
        _note(actor, "member.factors_reset", row, removed=removed)
    member.refresh_from_db()
    return setup_password


def enrol_totp(*, actor: Actor, member: Member, secret: str | None = None) -> EnrolledTotp:
    """Give `member` an authenticator-app factor and recovery codes; for the demo's accounts and for tests.

    `secret` is base32 (20 bytes); without it a fresh one is made.
    """
    chosen = secret or generate_totp_secret()
    with transaction.atomic():
        TOTP.activate(member, chosen)
        codes = RecoveryCodes.activate(member).generate_codes()
        Member.objects.filter(pk=member.pk).update(setup_until=None)
        _note(actor, "member.factor_enrolled", member)
    member.refresh_from_db()
    return EnrolledTotp(secret=chosen, recovery_codes=tuple(codes))


def end_sessions(*, actor: Actor, member: Member) -> None:
    """End every session of `member` at once, on whatever machine."""
    with transaction.atomic():
        Member.objects.filter(pk=member.pk).update(session_epoch=F("session_epoch") + 1)
        _note(actor, "member.sessions_ended", member)
    member.refresh_from_db()


def _keep_an_administrator(leaving: Member) -> None:
    others: Iterable[Member] = (
        Member.objects.select_for_update().filter(role=Role.ADMIN, is_active=True).exclude(pk=leaving.pk)
    )
    if not list(others):
        raise LastAdministrator
