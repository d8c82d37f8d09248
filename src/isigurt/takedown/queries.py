"""What is read of takedown: by its actions, by the case page, by the desk's home page."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from isigurt.casework.models import Case, CaseItem, Item
from isigurt.casework.queries.items import GONE, cases_of
from isigurt.casework.states import ItemState
from isigurt.staff.models import Member
from isigurt.steps.looks import look_of
from isigurt.steps.models import Look
from isigurt.takedown.machines import (
    LOOKED_AT,
    NoticeState,
    RecipientState,
    ReferralState,
    TraceState,
    WatchState,
)
from isigurt.takedown.models import Notice, Referral, RemovalNews, Trace, Watch

# A look set further back than this "in the future" can only mean that the clock was put back.
CLOCK_TOLERANCE = timedelta(minutes=5)
DOWN_STATES = (WatchState.SEEN_DOWN, WatchState.REMOVED, WatchState.FINISHED)
NOT_SENT_YET = (NoticeState.APPROVED, NoticeState.FAILED)


# --- cases that share work


def with_merged(cases: Iterable[Case]) -> set[UUID]:
    """Return the ids of the cases and of all cases that were merged into them, however long the chain."""
    found = {case.pk for case in cases}
    newest = set(found)
    while newest:
        newest = set(Case.objects.filter(merged_into__in=newest).values_list("pk", flat=True)) - found
        found |= newest
    return found


# --- police first


def holds_on(item: Item) -> QuerySet[Referral]:
    """Return the running holds of every case that the item is in; while there is one, no notice about it leaves."""
    return Referral.objects.filter(state=ReferralState.HOLDING, case__in=with_merged(cases_of(item)))


def referrals_of(case: Case) -> QuerySet[Referral]:
    """Return what was recorded about referring the case, and those merged into it, earliest first."""
    return Referral.objects.filter(case__in=with_merged([case])).select_related("case__data_key")


def undecided_cases(item: Item) -> list[Case]:
    """Return the item's cases with a child at risk now for which nobody has referred, or said why not."""
    risky = cases_of(item).filter(child_at_risk=True)
    return [case for case in risky if not referrals_of(case).exists()]


def keeping_back(items: Iterable[Item]) -> dict[UUID, list[str]]:
    """Return, for each item, why no notice about it may leave: "police" (undecided), "hold"; in four queries for all.

    The same as `undecided_cases` and `holds_on` say for one item, for showing; what leaves is checked by those.
    """
    ties = list(
        CaseItem.objects.filter(item__in=[item.pk for item in items])
        .exclude(case__state__in=GONE)
        .values_list("item_id", "case_id", "case__child_at_risk")
    )
    standing = {case_id for _, case_id, _ in ties}
    into = _taken_over(standing)
    referrals = Referral.objects.filter(case__in=[*standing, *into]).values_list("case_id", "state")
    recorded: dict[UUID, set[str]] = {}
    for case_id, state in referrals:
        recorded.setdefault(into.get(case_id, case_id), set()).add(state)
    found: dict[UUID, list[str]] = {}
    for item_id, case_id, at_risk in ties:
        reasons = found.setdefault(item_id, [])
        states = recorded.get(case_id, set())
        if at_risk and not states and "police" not in reasons:
            reasons.append("police")
        if ReferralState.HOLDING in states and "hold" not in reasons:
            reasons.append("hold")
    return found


def _taken_over(standing: set[UUID]) -> dict[UUID, UUID]:
    """Return the cases merged into these, through any chain, each with the standing case that took it over."""
    into: dict[UUID, UUID] = {}
    newest = {case_id: case_id for case_id in standing}
    while newest:
        rows = Case.objects.filter(merged_into__in=newest).values_list("pk", "merged_into_id")
        newest = {pk: newest[target] for pk, target in rows if pk not in into}
        into |= newest
    return into


def waiting_notices_of(case: Case) -> QuerySet[Notice]:
    """Return approved, unsent notices about items of this case."""
    items = CaseItem.objects.filter(case=case).values("item")
    return Notice.objects.filter(state__in=NOT_SENT_YET, item__in=items).select_related("item__data_key")


# --- work that is due


def sweep_due(now: datetime) -> QuerySet[Look]:  # noqa: ARG001 - the signature of a step
    """Return the sweep's row while casework, which does not know takedown, has decided what is not taken up yet."""
    work = (untouched_items(), to_stop(), to_begin_anew(), to_withdraw())
    return look_of("takedown.sweep").filter(Exists(work[0]) | Exists(work[1]) | Exists(work[2]) | Exists(work[3]))


def untouched_items() -> QuerySet[Item]:
    """Return confirmed items with an address that nobody has begun to trace and watch."""
    traced = Trace.objects.filter(item=OuterRef("pk"))
    confirmed = Item.objects.filter(state=ItemState.CONFIRMED, address_index__isnull=False)
    return confirmed.filter(kind__in=["content", "profile", "home_page"]).exclude(Exists(traced))


def to_stop() -> QuerySet[Watch]:
    """Return running watches of items that are not confirmed any more."""
    return Watch.objects.filter(state__in=LOOKED_AT).exclude(item__state=ItemState.CONFIRMED)


def to_begin_anew() -> QuerySet[Watch]:
    """Return ended watches of confirmed items that were reported again since: a known address is never skipped."""
    ended = Watch.objects.filter(state__in=[WatchState.FINISHED, WatchState.STOPPED], item__state=ItemState.CONFIRMED)
    return ended.filter(item__times_reported__gt=F("times_reported"))


def to_withdraw() -> QuerySet[Notice]:
    """Return notices that have not left, about items that are not confirmed any more."""
    waiting = (NoticeState.PROPOSED, *NOT_SENT_YET)
    return Notice.objects.filter(state__in=waiting).exclude(item__state=ItemState.CONFIRMED)


def traces_due(now: datetime) -> QuerySet[Trace]:  # noqa: ARG001 - the signature of a step
    """Return traces that wait for the worker, earliest asked first."""
    return Trace.objects.filter(state=TraceState.WAITING).order_by("asked_at")


def notices_to_send(now: datetime) -> QuerySet[Notice]:  # noqa: ARG001 - the signature of a step
    """Return approved notices that nothing keeps back; none while no mail relay is set."""
    if not settings.ISIGURT_MAIL_RELAY:
        return Notice.objects.none()
    ready = Notice.objects.filter(
        state__in=NOT_SENT_YET,
        stuck=False,
        item__state=ItemState.CONFIRMED,
        recipient__state=RecipientState.APPROVED,
    )
    item = OuterRef("item")
    held = Referral.objects.filter(
        Q(case__case_items__item=item)
        | Q(case__merged_into__case_items__item=item)
        | Q(case__merged_into__merged_into__case_items__item=item),
        state=ReferralState.HOLDING,
    )
    return ready.exclude(Exists(held)).order_by("approved_at")


def notices_left_behind(now: datetime) -> QuerySet[Notice]:  # noqa: ARG001 - the signature of a step
    """Return notices being handed over; the runner gives only those whose worker's lease has ended."""
    return Notice.objects.filter(state=NoticeState.HANDING_OVER).order_by("handing_over_at")


def holds_due(now: datetime) -> QuerySet[Referral]:
    """Return holds whose end has come."""
    return Referral.objects.filter(state=ReferralState.HOLDING, hold_until__lte=now).order_by("hold_until")


def notices_overdue(now: datetime) -> QuerySet[Notice]:
    """Return sent notices by whose deadline the content was not seen down, and of which nobody was told yet."""
    late = Notice.objects.filter(state=NoticeState.SENT, overdue_at__isnull=True, removal_due_at__lte=now)
    return late.exclude(item__watch__state__in=DOWN_STATES).filter(item__state=ItemState.CONFIRMED)


def looks_due(now: datetime) -> QuerySet[Watch]:
    """Return watches whose next look has come, or whose schedule was set by a clock that was since put back."""
    come = Q(next_look_at__lte=now) | Q(next_look_at__isnull=False, scheduled_at__gt=now + CLOCK_TOLERANCE)
    return Watch.objects.filter(come, state__in=LOOKED_AT).order_by("next_look_at")


# --- for people


def unsure_notices() -> QuerySet[Notice]:
    """Return the notices of which nobody knows whether they were sent."""
    return Notice.objects.filter(state=NoticeState.UNSURE).select_related("case").order_by("handing_over_at")


def removed_for(member: Member) -> QuerySet[RemovalNews]:
    """Return the removals that `member` worked for and has not put away, newest first. Slice it."""
    news = RemovalNews.objects.filter(member=member.pk, seen_at__isnull=True)
    return news.select_related("case").order_by("-removed_at")


def left_behind_watches(now: datetime) -> QuerySet[Watch]:
    """Return watches that are more than an hour behind: the worker is not running, or cannot keep up."""
    return Watch.objects.filter(state__in=LOOKED_AT, next_look_at__lt=now - timedelta(hours=1))
