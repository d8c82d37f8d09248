"""What every page of the desk shows around its content: the navigation, by role."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
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


PLACES = (
    Place("desk:home", "desk.home", _("Today"), "window", "g h"),
    Place("casework:queue", "queue.view", _("Queue"), "inbox", "g q"),
    Place("casework:enter_report", "report.enter", _("Enter a report"), "phone", "g e"),
    Place("insight:statistics", "statistics.view", _("Figures"), "chart", "g f"),
    Place("desk:ledger", "ledger.view", _("Ledger"), "ledger", "g l"),
    Place("desk:dead_letters", "dead_letters.view", _("Stuck work"), "warning", "g s"),
    Place("staff:members", "members.view", _("Members"), "people", "g m"),
    Place("desk:country", "country.view", _("Country pack"), "globe", "g c"),
    Place("desk:design", "design.view", _("Design"), "eye", ""),
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
            "here": here == place.name,
        }
        for place in PLACES
        if may(member, place.act) and _there(place.name)
    ]


def _there(name: str) -> bool:
    try:
        return bool(reverse(name))
    except NoReverseMatch:
        return False
