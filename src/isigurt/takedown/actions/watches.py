"""Looking at an address until its content is gone, and for a while after."""

from datetime import datetime
from typing import Any

from django.db import transaction

from isigurt import clock
from isigurt.casework.choices import Attention
from isigurt.casework.models import Assessment, Case, Item
from isigurt.casework.queries.items import reports_of
from isigurt.casework.states import ItemState
from isigurt.facts.actions import item_fact, notice_fact
from isigurt.intake.actions import set_public_status
from isigurt.intake.door.models import PublicWord
from isigurt.ledger.actions import record
from isigurt.ledger.actor import WORKER, Actor
from isigurt.states import transition
from isigurt.takedown.actions.calls import answer_call, call_a_person, hold_cases_of
from isigurt.takedown.machines import LOOKED_AT, WATCH_MACHINE, NoticeState, WatchState
from isigurt.takedown.models import Notice, ProbeRecord, RemovalNews, Watch
from isigurt.takedown.removal import Memory, Standing, after_look
from isigurt.takedown.schedule import next_look, next_look_after_removal
from isigurt.takedown.verdicts import Look, Reason, Verdict


def begin(*, item: Item) -> Watch:
    """Begin to look at a confirmed item, at once; where there is a watch already, return it."""
    now = clock.now()
    with transaction.atomic():
        watch, made = Watch.objects.get_or_create(
            item=item,
            defaults={
                "began_at": now, "scheduled_at": now, "next_look_at": now, "times_reported": item.times_reported,
            },
        )  # fmt: skip
        if made:
            record(actor=WORKER, act="watch.begun", subject="watch", subject_id=watch.id, detail={"item": str(item.id)})
    return watch


def begin_anew(*, watch: Watch, actor: Actor) -> None:
    """Look again at something whose watch had ended. Raises StaleState."""
    now = clock.now()
    changes = {
        **_remembered(Memory()), "began_at": now, "scheduled_at": now, "next_look_at": now,
        "times_reported": watch.item.times_reported, "attempts": 0, "not_before": None, "dead_at": None,
    }  # fmt: skip
    transition(watch, WATCH_MACHINE, to=WatchState.WATCHING, actor=actor, changes=changes)


def stop(*, watch: Watch, actor: Actor) -> None:
    """Look no more. Raises StaleState."""
    transition(watch, WATCH_MACHINE, to=WatchState.STOPPED, actor=actor, changes={"next_look_at": None})


def look_now(*, watch: Watch, actor: Actor) -> None:
    """Let the worker look at once. Raises StateError when the watch has ended."""
    with transaction.atomic():
        now = clock.now()
        soon = Watch.objects.filter(pk=watch.pk, state__in=LOOKED_AT)
        if soon.update(next_look_at=now, scheduled_at=now, dead_at=None, not_before=None, attempts=0):
            record(actor=actor, act="watch.look_asked", subject="watch", subject_id=watch.id)


def note_look(*, watch: Watch, look: Look, at: datetime, actor: Actor = WORKER) -> None:
    """Record one look, whatever follows from it, and when to look next; all of it or nothing."""
    with transaction.atomic():
        held = hold_cases_of(watch.item)
        watch = Watch.objects.select_for_update(of=("self",)).select_related("item").get(pk=watch.pk)
        if watch.state not in LOOKED_AT:
            return
        ProbeRecord.objects.create(
            watch=watch, number=watch.looks + 1, at=at, verdict=look.verdict, reason=look.reason,
            status=look.status, likeness=look.likeness, by=str(actor),
        )  # fmt: skip
        before = _memory(watch)
        after = after_look(before, verdict=look.verdict, at=at)
        changes: dict[str, Any] = {
            "looks": watch.looks + 1,
            "last_look_at": at,
            "last_verdict": look.verdict,
            **_remembered(after),
            **_next(watch, after, at),
        }
        if after.standing == before.standing:
            Watch.objects.filter(pk=watch.pk).update(**changes)
            _facts_of_no_change(watch, after)
        else:
            transition(
                watch, WATCH_MACHINE, to=WatchState(after.standing), actor=actor,
                detail={"verdict": str(look.verdict), "reason": str(look.reason)}, changes=changes,
            )  # fmt: skip
            _follow(watch, after, at, held)
        _finish_if_last(watch, after, changes)
        if look.verdict is Verdict.SOFT_DOWN and not _asked_already(watch):
            call_a_person(cases=held, why=Attention.LOOK_NEEDED)


def person_saw(*, watch: Watch, actor: Actor, gone: bool) -> None:
    """Record what a person saw who looked for themselves; it counts like a look.

    If the last look was a soft 404 and the person says gone, the same answer counts as down from now on.
    """
    with transaction.atomic():
        held = hold_cases_of(watch.item)
        last = watch.records.order_by("-number").first()
        soft = last is not None and last.verdict == Verdict.SOFT_DOWN
        likeness = last.likeness if last is not None and soft and gone else ""
        Watch.objects.filter(pk=watch.pk).update(confirmed_likeness=likeness)
        verdict = Verdict.DOWN if gone else Verdict.UP
        status = last.status if last is not None else None
        note_look(watch=watch, look=Look(verdict, Reason.SEEN_BY_PERSON, status), at=clock.now(), actor=actor)
        answer_call(cases=held, why=Attention.LOOK_NEEDED)
        record(
            actor=actor, act="watch.person_looked", subject="watch", subject_id=watch.id,
            detail={"verdict": str(verdict), "soft": soft},
        )  # fmt: skip


def _memory(watch: Watch) -> Memory:
    return Memory(
        standing=Standing(watch.state),
        last_up_at=watch.last_up_at,
        first_down_at=watch.first_down_at,
        negatives=watch.negatives,
        removed_at=watch.removed_at,
    )


def _remembered(memory: Memory) -> dict[str, Any]:
    return {
        "last_up_at": memory.last_up_at,
        "first_down_at": memory.first_down_at,
        "negatives": memory.negatives,
        "removed_at": memory.removed_at,
    }


def _next(watch: Watch, after: Memory, at: datetime) -> dict[str, Any]:
    if after.standing is Standing.REMOVED and after.removed_at is not None:
        return {"next_look_at": next_look_after_removal(removed_at=after.removed_at, now=at), "scheduled_at": at}
    came_back = after.standing is Standing.RETURNED and watch.state == WatchState.REMOVED
    # A clock that was put back before the beginning begins the rhythm anew.
    began_at = at if came_back or at < watch.began_at else watch.began_at
    return {"began_at": began_at, "next_look_at": next_look(began_at=began_at, now=at), "scheduled_at": at}


def _finish_if_last(watch: Watch, after: Memory, changes: dict[str, Any]) -> None:
    if after.standing is Standing.REMOVED and changes["next_look_at"] is None:
        transition(watch, WATCH_MACHINE, to=WatchState.FINISHED, actor=WORKER)


def _asked_already(watch: Watch) -> bool:
    """Say whether the looks before this one were soft too: one call for a person is enough."""
    last_two = list(watch.records.order_by("-number").values_list("verdict", flat=True)[:2])
    return last_two.count(Verdict.SOFT_DOWN) > 1


def _facts_of_no_change(watch: Watch, after: Memory) -> None:
    if after.last_up_at is not None and after.last_up_at != watch.last_up_at:
        item_fact(unit=watch.item_id, last_up_at=after.last_up_at)


def _follow(watch: Watch, after: Memory, at: datetime, held: list[Case]) -> None:
    """Do what a change of standing asks for, in the transaction of the change."""
    interval = {"last_up_at": after.last_up_at, "seen_down_at": after.first_down_at}
    if after.standing is Standing.WATCHING or after.standing is Standing.SEEN_DOWN:
        item_fact(unit=watch.item_id, **interval)
    elif after.standing is Standing.REMOVED:
        item_fact(unit=watch.item_id, **interval, removed_at=after.removed_at)
        _tell_of_removal(watch, at, held)
    elif after.standing is Standing.RETURNED:
        item_fact(unit=watch.item_id, last_up_at=after.last_up_at, returned_at=at)
        Watch.objects.filter(pk=watch.pk).update(returned_at=at, confirmed_likeness="")
        call_a_person(cases=held, why=Attention.RETURNED)


def _tell_of_removal(watch: Watch, at: datetime, held: list[Case]) -> None:
    """Tell those who worked on it, the reporters, the figures, and the cases whose content is now all gone."""
    item = watch.item
    authors = Assessment.objects.filter(item=item).order_by("made_at").values_list("author_id", "case_id")
    for member, case_id in dict(authors).items():
        RemovalNews.objects.get_or_create(member=member, watch=watch, removed_at=at, defaults={"case_id": case_id})
    done = Notice.objects.filter(item=item, state=NoticeState.SENT)
    done.update(removal_due_at=None)
    for notice in done:
        notice_fact(unit=notice.id, outcome="removed", outcome_at=watch.first_down_at)
    for case in held:
        for report in reports_of(case).filter(pk__in=item.report_items.values("report_id")):
            set_public_status(report=report, status=PublicWord.ACTION_TAKEN, actor=WORKER)
    call_a_person(cases=[case for case in held if _all_gone(case)], why=Attention.ALL_REMOVED)


def _all_gone(case: Case) -> bool:
    gone = Watch.objects.filter(state__in=[WatchState.REMOVED, WatchState.FINISHED]).values("item_id")
    return not Item.objects.filter(case_items__case=case, state=ItemState.CONFIRMED).exclude(pk__in=gone).exists()
