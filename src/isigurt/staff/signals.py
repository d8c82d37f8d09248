"""Puts sign-ins, and factors that come and go, on the record."""

from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.mfa import signals as factor_signals
from allauth.mfa.models import Authenticator
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver
from django.http import HttpRequest

from isigurt.ledger.actions import record
from isigurt.ledger.actor import NOBODY, Actor
from isigurt.staff.models import Member
from isigurt.staff.second_factor import FACTORS, enrolled_in_session, shown_in_session
from isigurt.vault.blind import blind_index


def _note(member: Member, act: str, **detail: str | int | bool | None) -> None:
    record(actor=Actor.member(member.pk), act=act, subject="member", subject_id=member.pk, detail=detail)


@receiver(user_logged_in)
def signed_in(request: HttpRequest, user: Member, **_: Any) -> None:
    """Record a sign-in and what it was shown with."""
    kinds = {str(entry.get("type") or entry["method"]) for entry in get_authentication_records(request, user)}
    _note(user, "member.signed_in", **{"with": "+".join(sorted(kinds)) or "session"})


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


@receiver(factor_signals.authenticator_added)
def factor_added(request: HttpRequest, user: Member, authenticator: Authenticator, **_: Any) -> None:
    """Record a new factor; the first one also makes this session a full one and ends the others."""
    _note(user, "factor.added", kind=str(authenticator.type))
    if authenticator.type in FACTORS and not shown_in_session(request, user):
        enrolled_in_session(request, user, authenticator)


@receiver(factor_signals.authenticator_removed)
def factor_removed(user: Member, authenticator: Authenticator, **_: Any) -> None:
    """Record a factor taken away."""
    _note(user, "factor.removed", kind=str(authenticator.type))


@receiver(factor_signals.authenticator_reset)
def codes_renewed(user: Member, authenticator: Authenticator, **_: Any) -> None:
    """Record new recovery codes."""
    _note(user, "factor.renewed", kind=str(authenticator.type))


@receiver(factor_signals.authenticator_used)
def factor_used(user: Member, authenticator: Authenticator, *, reauthenticated: bool, **_: Any) -> None:
    """Record a confirmation with a factor, and every use of a recovery code."""
    if reauthenticated or authenticator.type == Authenticator.Type.RECOVERY_CODES:
        _note(user, "factor.used", kind=str(authenticator.type), again=reauthenticated)
