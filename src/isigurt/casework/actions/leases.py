"""Who works on a case: a lease of half an hour in real time, which no two members hold at once."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from isigurt import clock
from isigurt.casework.errors import HeldByAnother
from isigurt.casework.models import Case
from isigurt.ledger.actions import record
from isigurt.ledger.actor import Actor
from isigurt.staff.models import Member

LEASE = timedelta(minutes=30)
# A lease that ends later than this is from a clock that was put back. Twice a lease, not once: one taken while another
# act waited for the lock ends later than that act's own would.
_ABSURD = 2 * LEASE
# How many candidates one look at the queue takes; those that others take meanwhile are passed over.
_CANDIDATES = 20


def take_next(*, member: Member) -> Case | None:
    """Lease the first free case of the queue to `member` and return it; None when nothing waits.

    What a lead gave to somebody is left to them until its deadline has passed.
    """
    while True:
        with transaction.atomic():
            real = timezone.now()
            case = _take_first(member, real)
            if case is not None:
                _record(case, Actor.member(member.pk), "case.taken")
                return case
        if not _free(member, timezone.now()).exists():
            return None


def _take_first(member: Member, real: datetime) -> Case | None:
    free = _free(member, real).order_by("band", "deadline_at", "id")
    if connection.features.has_select_for_update_skip_locked:
        free = free.select_for_update(skip_locked=True, of=("self",), no_key=True)
    for case in free[:_CANDIDATES]:
        # Conditional, so that it holds whatever the database does with the lock above.
        if _free(member, real).filter(pk=case.pk).update(leased_by=member, leased_until=real + LEASE):
            case.leased_by, case.leased_until = member, real + LEASE
            return case
    return None


def _free(member: Member, real: datetime) -> QuerySet[Case]:
    no_lease = Q(leased_until__isnull=True) | Q(leased_until__lte=real) | Q(leased_until__gt=real + _ABSURD)
    mine = Q(assigned_to__isnull=True) | Q(assigned_to=member) | Q(deadline_at__lt=clock.now())
    return Case.objects.filter(no_lease, mine, deadline_at__isnull=False)


def take(*, case: Case, member: Member) -> None:
    """Lease this case to `member`, or renew their lease. Raises HeldByAnother while somebody else works on it."""
    real = timezone.now()
    theirs = Q(leased_by=member)
    free = Q(leased_until__isnull=True) | Q(leased_until__lte=real) | Q(leased_until__gt=real + _ABSURD)
    with transaction.atomic():
        fresh = Case.objects.filter(Q(leased_by__isnull=True) | free & ~theirs, pk=case.pk)
        if fresh.update(leased_by=member, leased_until=real + LEASE):
            _record(case, Actor.member(member.pk), "case.taken")
        elif not Case.objects.filter(theirs, pk=case.pk).update(leased_until=real + LEASE):
            raise HeldByAnother
    case.leased_by, case.leased_until = member, real + LEASE


def renew(*, case: Case, member: Member) -> bool:
    """Let the lease of a member who is still working run anew; say whether they hold it."""
    mine = Case.objects.filter(pk=case.pk, leased_by=member)
    return bool(mine.update(leased_until=timezone.now() + LEASE))


def release(*, case: Case, member: Member) -> bool:
    """Give the case back to the queue; say whether the member held it."""
    with transaction.atomic():
        mine = Case.objects.filter(pk=case.pk, leased_by=member)
        if not mine.update(leased_by=None, leased_until=None):
            return False
        _record(case, Actor.member(member.pk), "case.released")
    case.leased_by, case.leased_until = None, None
    return True


def reassign(*, case: Case, actor: Actor, to: Member | None) -> None:
    """Give the case to `to` (or to whoever takes it next), whoever holds it now; a lead's decision."""
    with transaction.atomic():
        columns = {"assigned_to": to, "leased_by": None, "leased_until": None, "version": F("version") + 1}
        Case.objects.filter(pk=case.pk).update(**columns)
        detail = {"to": str(to.pk) if to else "anyone"}
        record(actor=actor, act="case.assigned", subject="case", subject_id=case.pk, detail=detail)
    case.refresh_from_db()


def _record(case: Case, actor: Actor, act: str) -> None:
    record(actor=actor, act=act, subject="case", subject_id=case.pk)
