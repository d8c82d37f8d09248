"""Whether a member has a second factor, and whether this very session has shown one."""

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest

from isigurt.staff.models import Member

# Recovery codes stand in for a lost factor; on their own they are none.
FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def has_factor(member: Member) -> bool:
    """Say whether `member` has a passkey or an authenticator app."""
    return Authenticator.objects.filter(user=member, type__in=FACTORS).exists()


def shown_in_session(request: HttpRequest, member: Member) -> bool:
    """Say whether this session was signed in, or confirmed later, with a factor: the password alone never counts."""
    return any(record.get("method") == "mfa" for record in get_authentication_records(request, member))


def enrolled_in_session(request: HttpRequest, member: Member, authenticator: Authenticator) -> None:
    """Let the session in which the first factor was made go on; end every other one, which knew a password only."""
    record_authentication(request, member, "mfa", id=authenticator.pk, type=authenticator.type)
    member.session_epoch += 1
    member.save(update_fields=["session_epoch"])
    update_session_auth_hash(request, member)
