"""What people send in to take part, as the front seals it; all of it invented."""

import datetime as dt
import uuid
from typing import Any

from isigurt.intake.content import SignUpContent
from isigurt.intake.receipt import Receipt
from isigurt.intake.submission import Outcome, submit_sign_up
from isigurt.outreach.choices import Way
from isigurt.outreach.models import SignUp
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due

CAMPAIGN = uuid.UUID(int=7)
OPEN = {
    "ways": [Way.ACTIVITY, Way.PLEDGE, Way.ORDER],
    "pledge": "Ne e çojmë më tej fjalën.",
    "open_until": dt.date(2030, 2, 28),
}
_WAYS: dict[str, dict[str, str]] = {
    "activity": {
        "organisation": "Shkolla „Drita”",
        "organisation_kind": "school",
        "municipality": "tirane",
        "title": "Orë e hapur",
        "what": "Flasim për fotot.",
        "day": "2030-02-12",
        "begins": "10:30",
        "place": "Salla e madhe",
        "audiences": "children parents",
        "expected": "120",
        "contact": "era@shkolla.example",
    },
    "pledge": {
        "organisation": "Shoqata Ura",
        "organisation_kind": "organisation",
        "municipality": "shkoder",
        "contact": "zyra@ura.example",
    },
    "order": {
        "organisation_kind": "parents",
        "municipality": "durres",
        "material": str(uuid.UUID(int=9)),
        "copies": "40",
        "recipient": "Era Provë",
        "delivery": "Rruga e Provës 1",
        "contact": "era@prove.example",
    },
}


def content(way: str = "activity", **changed: Any) -> SignUpContent:
    given = {"language": "sq", "campaign": str(CAMPAIGN), "way": way, **_WAYS[way]}
    return SignUpContent(**(given | {name: str(value) for name, value in changed.items()}))


def send(way: str = "activity", *, receipt: Receipt | None = None, **changed: Any) -> Receipt:
    receipt = receipt or Receipt.fresh()
    assert submit_sign_up(receipt=receipt, content=content(way, **changed)) is Outcome.RECEIVED
    return receipt


def open_all() -> None:
    run_due(get("outreach.open_sign_ups"))


def sign_up(way: str = "activity", **changed: Any) -> SignUp:
    """Send one, have it opened, and return it."""
    receipt = send(way, **changed)
    open_all()
    return SignUp.objects.get(form=receipt.locator)
