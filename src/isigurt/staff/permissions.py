"""Who may do what: the one table, and the two ways to ask it."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.contrib.auth.models import AnonymousUser
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from isigurt.staff.models import Member, Role

ANALYST, LEAD, EDITOR, AUDITOR, ADMIN = Role.ANALYST, Role.LEAD, Role.EDITOR, Role.AUDITOR, Role.ADMIN
EVERYONE = frozenset(Role)
_CASEWORKERS = frozenset({ANALYST, LEAD})

# Administrators and auditors read no report: who keeps the keys and the record is not who sees the cases.
PERMISSIONS: Mapping[str, frozenset[Role]] = {
    "desk.home": EVERYONE,
    "own.account": EVERYONE,
    "queue.view": _CASEWORKERS,
    "case.view": _CASEWORKERS,
    "case.take": _CASEWORKERS,
    "case.assess": _CASEWORKERS,
    "case.join": _CASEWORKERS,
    "case.dismiss": _CASEWORKERS,
    "case.reopen": _CASEWORKERS,
    "case.assign": frozenset({LEAD}),
    "case.erase": frozenset({LEAD}),
    "address.copy": _CASEWORKERS,
    "report.enter": _CASEWORKERS,
    "report.answer": _CASEWORKERS,
    "referral.record": _CASEWORKERS,
    "hold.end": frozenset({LEAD}),
    "recipient.approve": _CASEWORKERS,
    "notice.send": _CASEWORKERS,
    "notice.send_again": _CASEWORKERS,
    "watch.confirm": _CASEWORKERS,
    "statistics.view": EVERYONE,
    "edition.view": frozenset({EDITOR, LEAD, ADMIN}),
    "edition.edit": frozenset({EDITOR, LEAD, ADMIN}),
    # A frozen year is not frozen again, and what is published stays: both ask for more than an editor's word.
    "edition.freeze": frozenset({LEAD, ADMIN}),
    "edition.publish": frozenset({LEAD, ADMIN}),
    "ledger.view": frozenset({AUDITOR, LEAD}),
    "dead_letters.view": frozenset({LEAD, ADMIN}),
    "dead_letters.retry": frozenset({LEAD, ADMIN}),
    "country.view": EVERYONE,
    "design.view": EVERYONE,
    "cms.edit": frozenset({EDITOR, LEAD}),
    # What an editor wrote goes out when a second person has read it; a lead may publish at once, at midnight too.
    "cms.publish": frozenset({LEAD}),
    "sign_ups.view": frozenset({EDITOR, LEAD}),
    "sign_ups.decide": frozenset({EDITOR, LEAD}),
    "campaign.report": frozenset({EDITOR, LEAD}),
    # Members, groups and workflows are kept at the desk and by code; Wagtail's own pages for them are shut to all.
    "cms.administer": frozenset(),
    "members.view": frozenset({ADMIN, LEAD}),
    "members.manage": frozenset({ADMIN}),
    "members.reset_factor": frozenset({ADMIN, LEAD}),
}

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def may(member: Member | AnonymousUser, act: str) -> bool:
    """Say whether `member` may do `act`; nobody who is signed out or deactivated may do anything.

    Raises KeyError for an act that the table does not know: a slip of ours must not become a silent "no".
    """
    roles = PERMISSIONS[act]
    return isinstance(member, Member) and member.is_active and member.role in roles


def signed_in(request: HttpRequest) -> Member:
    """Return the member who is signed in; for views behind `requires`, where somebody always is."""
    if not isinstance(request.user, Member):
        raise PermissionDenied("nobody is signed in")
    return request.user


def may_reset_factor(member: Member | AnonymousUser, *, other: Member) -> bool:
    """Say whether `member` may reset the second factor of `other`: a lead only of analysts and editors."""
    if not may(member, "members.reset_factor") or member.pk == other.pk:
        return False
    return may(member, "members.manage") or other.role in {ANALYST, EDITOR}


def requires(act: str) -> Callable[[View[P]], View[P]]:
    """Guard a view: signed out goes to the sign-in page, signed in without the right gets the 403 page.

    The act is left on the view as `view.requires`, so that a test can see that every address is guarded.
    """
    PERMISSIONS[act]

    def guard(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if not may(request.user, act):
                raise PermissionDenied(act)
            return view(request, *args, **kwargs)

        guarded_view: Any = guarded
        guarded_view.requires = act
        return guarded

    return guard
