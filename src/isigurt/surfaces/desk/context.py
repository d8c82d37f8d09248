"""What every page of the desk shows around its content: the navigation, by role."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from isigurt.staff.models import Member
from isigurt.staff.permissions import may
from isigurt.staff.second_factor import shown_in_session


@dataclass(frozen=True)
class Place:
    """A page that the navigation leads to; `key` is what opens it from the keyboard."""

    name: str
    act: str
    label: Promise
    icon: str
    key: str
    hint: Promise


PLACES = (
    Place("desk:home", "desk.home", _("Today"), "window", "g h", _("what waits, and what to do next")),
    Place("casework:queue", "queue.view", _("Queue"), "inbox", "g q", _("all cases that wait for a person, in order")),
    Place(
        "casework:enter_report",
        "report.enter",
        _("New report"),
        "phone",
        "g e",
        _("what came by telephone, by mail or in person"),
    ),
    Place(
        "insight:statistics",
        "statistics.view",
        _("Figures"),
        "chart",
        "g f",
        _("what came in, what waits, how soon it was gone"),
    ),
    Place(
        "editions:overview",
        "edition.view",
        _("National Report"),
        "flag",
        "g r",
        _("editions: build, edit the words, check, publish"),
    ),
    Place(
        "desk:ledger",
        "ledger.view",
        _("Ledger"),
        "ledger",
        "g l",
        _("every look and every act, and whether the chain is whole"),
    ),
    Place(
        "desk:dead_letters",
        "dead_letters.view",
        _("Stuck work"),
        "warning",
        "g s",
        _("what the worker gave up on, and a button to try again"),
    ),
    Place(
        "wagtailadmin_home",
        "cms.edit",
        _("Public pages"),
        "megaphone",
        "g p",
        _("campaigns, events, resources and press: write, review, publish"),
    ),
    Place(
        "outreach:sign_ups",
        "sign_ups.view",
        _("Taking part"),
        "hand",
        "g t",
        _("activities, pledges and orders: read, accept, send"),
    ),
    Place(
        "staff:members",
        "members.view",
        _("Members"),
        "people",
        "g m",
        _("accounts, roles, and help for who lost a key"),
    ),
    Place(
        "desk:country",
        "country.view",
        _("Country pack"),
        "globe",
        "g c",
        _("harms, law and numbers, and which of them to check"),
    ),
    Place("desk:design", "design.view", _("Design"), "eye", "", _("every component of the pages, alive")),
)


def desk(request: HttpRequest) -> dict[str, Any]:
    """Context processor: the navigation, and which frame pages about one's own account stand in."""
    member = getattr(request, "user", None)
    full = isinstance(member, Member) and member.setup_until is None and shown_in_session(request, member)
    return {
        "places": _places(request, member) if full and isinstance(member, Member) else [],
        "account_base": "desk/base.html" if full else "desk/alone.html",
    }


def _places(request: HttpRequest, member: Member) -> list[dict[str, Any]]:
    here = request.resolver_match.view_name if request.resolver_match else ""
    return [
        {
            "href": reverse(place.name),
            "label": place.label,
            "icon": place.icon,
            "key": place.key,
            "hint": place.hint,
            "here": here == place.name,
        }
        for place in PLACES
        if may(member, place.act)
    ]
