"""Steps that look for their work themselves, on the one row that is theirs."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.apps import apps
from django.apps.registry import Apps
from django.db import router
from django.db.models import Q, QuerySet
from django.utils.functional import Promise
from django.utils.timezone import localdate

from isigurt import clock
from isigurt.steps.models import Look
from isigurt.steps.registry import Step, all_steps, register


def look_of(step: str) -> QuerySet[Look]:
    """Return the one row of the step of this name."""
    return Look.objects.filter(step=step)


def register_daily(
    *,
    name: str,
    title: str | Promise,
    act: Callable[[], object],
    lease: timedelta = Step.lease,
    max_attempts: int = Step.max_attempts,
) -> Step:
    """Register a step that does `act` once on each day of the case clock; what failed is done again that day."""

    def due(now: datetime) -> QuerySet[Look]:
        return look_of(name).filter(Q(looked_on=None) | ~Q(looked_on=localdate(now)))

    def look(row: Look) -> None:
        today = localdate(clock.now())
        act()
        Look.objects.filter(pk=row.pk).update(looked_on=today)

    return register(Step(name=name, title=title, model=Look, due=due, act=look, lease=lease, max_attempts=max_attempts))


def make_missing(using: str, apps: Apps = apps, **_: Any) -> None:
    """Let a store that was brought up to date have the row of every such step."""
    try:
        looks = apps.get_model("steps", "Look")._default_manager.using(using)
    except LookupError:  # migrated back to before there were any
        return
    if router.allow_migrate(using, "steps"):
        for step in all_steps():
            if step.model is Look:
                looks.get_or_create(step=step.name)
