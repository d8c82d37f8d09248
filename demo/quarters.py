"""Invented facts of the quarters before the demo: shapes of a small hotline, so that its public figures have some."""

import random
import uuid
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.timezone import get_default_timezone

from isigurt.facts.actions import case_fact, item_fact, report_fact
from isigurt.insight.quarters.calendar import Quarter, closed_by

QUARTERS = 3
REPORTS, CASES, ITEMS = (70, 120), (40, 70), (60, 130)  # how few and how many
CONFIRMED = 0.7


def invent(today: date) -> None:
    """Write the facts of the quarters that were closed last; on the same day they are the same."""
    for quarter in closed_by(today)[-QUARTERS:]:
        chance = random.Random(quarter.name)  # noqa: S311 - invented numbers, not secrets
        with transaction.atomic():
            for _ in range(chance.randint(*REPORTS)):
                moment = _moment(chance, quarter)
                report_fact(
                    unit=_unit(chance), received_at=moment, channel="web", first_action_at=moment + timedelta(hours=2)
                )
            for _ in range(chance.randint(*CASES)):
                moment = _moment(chance, quarter)
                case_fact(unit=_unit(chance), opened_at=moment, closed_at=moment + timedelta(days=3), outcome="removed")
            for _ in range(chance.randint(*ITEMS)):
                moment = _moment(chance, quarter)
                confirmed = moment + timedelta(hours=5) if chance.random() < CONFIRMED else None
                item_fact(unit=_unit(chance), first_received_at=moment, confirmed_at=confirmed)


def _unit(chance: random.Random) -> uuid.UUID:
    return uuid.UUID(int=chance.getrandbits(128), version=4)


def _moment(chance: random.Random, quarter: Quarter) -> datetime:
    days = (quarter.last_day - quarter.first_day).days
    day = quarter.first_day + timedelta(days=chance.randint(0, days))
    return datetime.combine(day, time(chance.randint(8, 20)), get_default_timezone())
