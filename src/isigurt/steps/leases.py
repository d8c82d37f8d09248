"""Taking rows for a while, giving them back, and giving up on them."""

import random
import uuid
from datetime import datetime, timedelta
from typing import Any

from django.db import connections, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from isigurt import clock
from isigurt.steps.registry import Step
from isigurt.steps.rows import StepRow

_jitter = random.SystemRandom()


def _free(rows: QuerySet[Any], *, at: datetime, step: Step) -> QuerySet[Any]:
    """Narrow `rows` to those nobody holds.

    A lease or a wait that ends further in the future than any could have been set to is ignored: the machine's
    clock was put back, and nothing may stay stuck for as long as it was wrong. Twice the length leaves room for
    machines whose clocks differ a little and for a caller who read the time before waiting for a lock.
    """
    no_lease = Q(leased_until__isnull=True) | Q(leased_until__lte=at) | Q(leased_until__gt=at + 2 * step.lease)
    no_wait = Q(not_before__isnull=True) | Q(not_before__lte=at) | Q(not_before__gt=at + 2 * step.longest_wait)
    return rows.filter(no_lease, no_wait, dead_at__isnull=True)


def take(step: Step) -> list[StepRow]:
    """Lease up to a batch of due rows to a fresh token and return them; no two callers get the same row."""
    token = uuid.uuid4()
    skip = connections[step.using].features.has_select_for_update_skip_locked
    with transaction.atomic(using=step.using):
        at = timezone.now()
        free = _free(step.due(clock.now()).using(step.using), at=at, step=step)
        if skip:
            free = free.select_for_update(skip_locked=True, of=("self",))
        keys = list(free.values_list("pk", flat=True)[: step.batch])
        if not keys:
            return []
        mine = step.model._default_manager.using(step.using).filter(pk__in=keys)
        _free(mine, at=at, step=step).update(leased_until=at + step.lease, lease_token=token)
        return list(step.model._default_manager.using(step.using).filter(lease_token=token, pk__in=keys))


def _held(step: Step, row: StepRow) -> QuerySet[Any]:
    return step.model._default_manager.using(step.using).filter(pk=row.pk, lease_token=row.lease_token)


def give_back(step: Step, row: StepRow) -> None:
    """Release a row whose act succeeded; a row that the act deleted, or whose lease another took, is left alone."""
    _held(step, row).update(
        leased_until=None, lease_token=None, attempts=0, not_before=None, last_error="", dead_at=None
    )


def put_off(step: Step, row: StepRow, error: Exception) -> None:
    """Release a row whose act failed: try again later with growing, jittered waits, or give it up.

    Only the kind of error is kept: its text could quote what was reported.
    """
    at = timezone.now()
    attempts = row.attempts + 1
    wait = min(step.longest_wait, step.first_wait * 2 ** min(attempts - 1, 20))
    wait = wait * _jitter.uniform(0.5, 1.5)
    _held(step, row).update(
        leased_until=None,
        lease_token=None,
        attempts=F("attempts") + 1,
        not_before=at + wait,
        last_error=type(error).__name__[:200],
        dead_at=at if attempts >= step.max_attempts else None,
    )


def revive(step: Step, *, row_id: Any) -> bool:
    """Let a row that was given up be tried again from the start; say whether there was one."""
    dead = step.model._default_manager.using(step.using).filter(pk=row_id, dead_at__isnull=False)
    return bool(dead.update(dead_at=None, attempts=0, not_before=None, last_error=""))


def dead_rows(step: Step) -> QuerySet[Any]:
    """Return the rows of this step that were given up."""
    return step.due(clock.now() + timedelta(days=3650)).using(step.using).filter(dead_at__isnull=False)
