"""Facts as the rooms would write them."""

import uuid
from datetime import UTC, datetime, timedelta

from django.db import transaction

from isigurt.facts.actions import case_fact, item_fact, notice_fact, report_fact

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def a_report(*, received_at: datetime = NOON, **columns) -> uuid.UUID:
    unit = uuid.uuid4()
    with transaction.atomic():
        report_fact(unit=unit, received_at=received_at, **columns)
    return unit


def a_case(*, opened_at: datetime = NOON, **columns) -> uuid.UUID:
    unit = uuid.uuid4()
    with transaction.atomic():
        case_fact(unit=unit, opened_at=opened_at, **columns)
    return unit


def an_item(
    *, gone_after: timedelta | None = None, confirmed: bool = True, removed: bool = True, **columns
) -> uuid.UUID:
    """Make a confirmed item; with `gone_after` it was seen down so long after the first report."""
    unit = uuid.uuid4()
    if confirmed:
        columns["confirmed_at"] = NOON
    if gone_after is not None:
        columns["seen_down_at"] = NOON + gone_after
        if removed:
            columns["removed_at"] = NOON + gone_after + timedelta(days=1)
    with transaction.atomic():
        item_fact(unit=unit, first_received_at=NOON, **columns)
    return unit


def a_notice(*, sent_at: datetime | None = NOON, **columns) -> uuid.UUID:
    unit = uuid.uuid4()
    with transaction.atomic():
        notice_fact(unit=unit, sent_at=sent_at, **columns)
    return unit
