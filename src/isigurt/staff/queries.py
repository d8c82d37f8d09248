"""Reading about members."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.db.models import Count, Q, QuerySet

from isigurt.country import sort_key
from isigurt.staff.models import Member
from isigurt.staff.second_factor import FACTORS


@dataclass(frozen=True)
class OwnFactors:
    """The factors of one member: passkeys, the authenticator app, and how many recovery codes are left."""

    passkeys: list[Authenticator]
    app: Authenticator | None
    codes_left: int | None

    @property
    def count(self) -> int:
        """How many real factors there are."""
        return len(self.passkeys) + (self.app is not None)


def own_factors(member: Member) -> OwnFactors:
    """Return the second factors of `member`."""
    passkeys, app, codes = [], None, None
    for factor in Authenticator.objects.filter(user=member).order_by("created_at", "pk"):
        if factor.type == Authenticator.Type.WEBAUTHN:
            passkeys.append(factor)
        elif factor.type == Authenticator.Type.TOTP:
            app = factor
        else:
            codes = len(factor.wrap().get_unused_codes())
    return OwnFactors(passkeys=passkeys, app=app, codes_left=codes)


def members() -> QuerySet[Member]:
    """Return all members, each with `factors`, the number of second factors."""
    return Member.objects.annotate(factors=Count("authenticator", filter=Q(authenticator__type__in=FACTORS)))


def by_name(found: Iterable[Member]) -> list[Member]:
    """Return members by the alphabet of the active language, those who still work here first.

    No database sorts so: neither of the two has the order of every language a hotline may speak.
    """
    return sorted(found, key=lambda member: (not member.is_active, sort_key(member.name)))


def names(ids: set[UUID]) -> Mapping[UUID, str]:
    """Return the names of the members with these ids; for pages that show who did something."""
    return dict(Member.objects.filter(pk__in=ids).values_list("pk", "name"))
