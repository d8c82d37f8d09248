"""Puts sign-ins, and factors that come and go, on the record."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa import signals as factor_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.contrib.sessions.backends.db import SessionStore
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from django.http import HttpRequest

from isigurt.ledger.actions import record
from isigurt.ledger.actor import COMMAND, NOBODY, Actor
from isigurt.staff.models import Member
from isigurt.staff.second_factor import FACTORS, enrolled_in_session, shown_in_session
from isigurt.vault.blind import blind_index


def _note(member: Member, act: str, **detail: str | int | bool | None) -> None:
    record(actor=Actor.member(member.pk), act=act, subject="member", subject_id=member.pk, detail=detail)


def _whoever_is_here() -> Actor:
    request = context.request
    user = getattr(request, "user", None)
    return Actor.member(user.pk) if isinstance(user, Member) else COMMAND


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Member, **_: Any) -> None:
    """Record a sign-in and what it was shown with; clear away the sessions that ended meanwhile."""
    kinds = {str(entry.get("type") or entry["method"]) for entry in get_authentication_records(request, user)}
    _note(user, "member.signed_in", **{"with": "+".join(sorted(kinds)) or "session"})
    SessionStore.clear_expired()


@receiver(user_login_failed)
def sign_in_failed(credentials: dict[str, Any], **_: Any) -> None:
    """Record a wrong password by a keyed digest of the address tried, which no one can read back."""
    tried = str(credentials.get("email") or "").strip().lower()
    record(actor=NOBODY, act="member.sign_in_failed", subject="sign_in", subject_id=blind_index("staff.sign_in", tried))


@receiver(factor_signals.authentication_failed)
def code_refused(user: Member, authenticator: Authenticator, **_: Any) -> None:
    """Record a wrong code after a right password."""
    record(
        actor=NOBODY,
        act="member.code_refused",
        subject="member",
        subject_id=user.pk,
        detail={"kind": str(authenticator.type)},
    )


@receiver(user_logged_out)
def signed_out(user: Member | None, **_: Any) -> None:
    """Record a sign-out."""
    if isinstance(user, Member):
        _note(user, "member.signed_out")


@receiver(post_save, sender=Authenticator)
def factor_added(instance: Authenticator, *, created: bool, **_: Any) -> None:
    """Record a new factor, in the transaction that adds it."""
    if created:
        record(
            actor=_whoever_is_here(),
            act="factor.added",
            subject="member",
            subject_id=instance.user_id,
            detail={"kind": str(instance.type)},
        )


@receiver(post_delete, sender=Authenticator)
def factor_removed(instance: Authenticator, **_: Any) -> None:
    """Record a factor taken away, in the transaction that takes it."""
    record(
        actor=_whoever_is_here(),
        act="factor.removed",
        subject="member",
        subject_id=instance.user_id,
        detail={"kind": str(instance.type)},
    )


@receiver(factor_signals.authenticator_added)
def first_factor_added(request: HttpRequest, user: Member, authenticator: Authenticator, **_: Any) -> None:
    """Make the session in which the first factor was added a full one, and end the others."""
    if authenticator.type in FACTORS and not shown_in_session(request, user):
        enrolled_in_session(request, user, authenticator)


@receiver(factor_signals.authenticator_used)
def factor_used(user: Member, authenticator: Authenticator, *, reauthenticated: bool, **_: Any) -> None:
    """Record a confirmation with a factor, and every use of a recovery code."""
    if reauthenticated or authenticator.type == Authenticator.Type.RECOVERY_CODES:
        _note(user, "factor.used", kind=str(authenticator.type), again=reauthenticated)
