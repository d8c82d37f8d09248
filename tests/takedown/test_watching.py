"""The watch over months, with the worker away, clocks that jump, and items that come back."""

from datetime import timedelta

import pytest

from isigurt.facts.models import ItemFact
from isigurt.intake.models import PublicStatus
from isigurt.takedown.actions import watches
from isigurt.takedown.machines import NoticeState, WatchState
from isigurt.takedown.models import Notice, ProbeRecord, Trace, Watch
from isigurt.takedown.verdicts import Look, Reason, Trouble, Verdict
from isigurt.takedown.words import summary, timeline
from tests.casework.factories import placed
from tests.takedown.factories import a_person, approved, confirmed, proposed, run_steps
from tests.takedown.internet import SILENT, Page
from tests.takedown.scene import ADDRESS, HOST, PATH

pytestmark = pytest.mark.django_db


def the_watch():
    return Watch.objects.select_related("item").get()


def live(time_passes, **span):
    """Let time pass look by look, as the worker would live it."""
    end = time_passes.at + timedelta(**span)
    while (due := the_watch().next_look_at) is not None and due <= end:
        time_passes.at = max(due, time_passes.at)
        run_steps("look")
    time_passes.at = end


def test_the_watch_begins_without_any_notice(world, time_passes):
    world.registry.clear()
    _, item = confirmed()
    run_steps()
    assert not Notice.objects.exists()
    assert Trace.objects.get().failure
    assert the_watch().state == WatchState.WATCHING
    assert the_watch().item == item


def test_a_month_of_looks_follows_the_rhythm(world, time_passes):
    confirmed()
    run_steps()
    live(time_passes, days=1)
    assert 85 <= ProbeRecord.objects.count() <= 110
    live(time_passes, days=2)
    assert 125 <= ProbeRecord.objects.count() <= 170
    live(time_passes, days=27)
    assert 170 <= ProbeRecord.objects.count() <= 240


def test_timeouts_for_weeks_never_say_removed(world, time_passes):
    confirmed()
    run_steps()
    world.names[HOST] = SILENT
    for _ in range(20):
        time_passes.go(days=1)
        run_steps("look")
    assert the_watch().state == WatchState.WATCHING
    assert ItemFact.objects.get().seen_down_at is None


def test_removed_content_is_looked_at_three_times_more_and_then_left(world, time_passes):
    confirmed()
    run_steps()
    world.pages[HOST, PATH] = Page(404)
    live(time_passes, days=2)
    removed_at = the_watch().removed_at
    assert removed_at is not None
    before = ProbeRecord.objects.count()
    live(time_passes, days=120)
    assert the_watch().state == WatchState.FINISHED
    assert ProbeRecord.objects.count() == before + 3
    assert the_watch().removed_at == removed_at


def test_content_that_comes_back_while_only_seen_down_is_not_removed(world, time_passes):
    confirmed()
    run_steps()
    world.pages[HOST, PATH] = Page(404)
    time_passes.go(minutes=20)
    run_steps("look")
    assert ItemFact.objects.get().seen_down_at == time_passes.at
    world.pages[HOST, PATH] = Page(200)
    time_passes.go(minutes=20)
    run_steps("look")
    assert the_watch().state == WatchState.WATCHING
    assert ItemFact.objects.get().seen_down_at is None


def test_content_that_returned_can_be_written_about_again(world, mail, time_passes):
    case, item = confirmed()
    notice = approved(proposed(item))
    run_steps()
    world.pages[HOST, PATH] = Page(404)
    live(time_passes, days=2)
    statuses = set(PublicStatus.objects.values_list("status", flat=True))
    world.pages[HOST, PATH] = Page(200)
    live(time_passes, days=9)
    assert the_watch().state == WatchState.RETURNED
    case.refresh_from_db()
    assert case.attention == "returned"
    assert set(PublicStatus.objects.values_list("status", flat=True)) == statuses
    from isigurt.takedown.actions import notices  # noqa: PLC0415

    again = notices.propose(item=item, recipient=notice.recipient, actor=a_person(), again=True)
    assert again is not None
    approved(again)
    run_steps()
    assert len(mail.taken) == 2
    # and it can be removed a second time
    world.pages[HOST, PATH] = Page(410)
    live(time_passes, days=3)
    assert the_watch().state == WatchState.REMOVED


def test_a_known_address_that_is_reported_again_is_watched_again(world, time_passes):
    confirmed()
    run_steps()
    world.pages[HOST, PATH] = Page(404)
    live(time_passes, days=150)
    assert the_watch().state == WatchState.FINISHED
    placed(ADDRESS)
    run_steps("sweep")
    assert the_watch().state == WatchState.WATCHING
    assert the_watch().next_look_at == time_passes.at


def test_a_clock_put_back_does_not_stop_the_looks(world, time_passes):
    confirmed()
    run_steps()
    live(time_passes, days=20)
    before = ProbeRecord.objects.count()
    time_passes.go(days=-400)
    run_steps("look")
    assert ProbeRecord.objects.count() == before + 1
    assert the_watch().next_look_at - time_passes.at < timedelta(minutes=20)


def test_a_clock_put_back_while_seen_down_breaks_nothing(world, time_passes):
    confirmed()
    run_steps()
    world.pages[HOST, PATH] = Page(404)
    time_passes.go(minutes=20)
    run_steps("look")
    time_passes.go(days=-10)
    run_steps("look")
    live(time_passes, days=2)
    watch = the_watch()
    assert watch.state == WatchState.REMOVED
    assert watch.last_up_at <= watch.first_down_at
    assert watch.removed_at - watch.first_down_at >= timedelta(hours=24)


def test_a_clock_put_forward_and_back_removes_nothing_by_itself(world, time_passes):
    confirmed()
    run_steps()
    time_passes.go(days=300)
    run_steps("look")
    time_passes.go(days=-300)
    run_steps("look")
    assert the_watch().state == WatchState.WATCHING


def test_the_deadline_of_a_notice_passes_once(world, mail, time_passes):
    case, item = confirmed()
    notice = approved(proposed(item))
    run_steps()
    case.refresh_from_db()
    assert case.attention == ""
    time_passes.go(hours=25)
    run_steps()
    case.refresh_from_db()
    notice.refresh_from_db()
    assert notice.overdue_at == time_passes.at
    assert case.attention == "notice_overdue"
    assert case.deadline_at is not None


def test_what_is_seen_down_by_then_is_not_overdue(world, mail, time_passes):
    case, item = confirmed()
    approved(proposed(item))
    run_steps()
    world.pages[HOST, PATH] = Page(404)
    time_passes.go(hours=23)
    run_steps()
    time_passes.go(hours=2)
    run_steps()
    case.refresh_from_db()
    assert case.attention == ""
    assert Notice.objects.get().state == NoticeState.SENT


def test_a_stopped_watch_looks_no_more(world, time_passes):
    confirmed()
    run_steps()
    watches.stop(watch=the_watch(), actor=a_person())
    before = ProbeRecord.objects.count()
    time_passes.go(days=5)
    run_steps()
    assert ProbeRecord.objects.count() == before


def test_a_look_that_comes_back_after_the_watch_was_stopped_is_dropped(world, time_passes):
    confirmed()
    run_steps()
    watch = the_watch()
    watches.stop(watch=the_watch(), actor=a_person())
    watches.note_look(watch=watch, look=Look(Verdict.UP, Reason.ANSWERED, 200), at=time_passes.at)
    assert the_watch().state == WatchState.STOPPED


def test_the_timeline_tells_looks_in_a_row_as_one(world, time_passes, settings):
    from django.utils import translation  # noqa: PLC0415

    confirmed()
    run_steps()
    watch = the_watch()
    for verdict, reason in [
        (Verdict.UP, Reason.ANSWERED),
        (Verdict.UNKNOWN, Trouble.TIMED_OUT),
        (Verdict.DOWN, Reason.GONE),
    ]:
        time_passes.go(minutes=15)
        watches.note_look(watch=watch, look=Look(verdict, reason, 200), at=time_passes.at)
    with translation.override("en"):
        told = timeline(watch.records.all())
        assert [moment.title for moment in told] == ["seen up", "no answer that says anything", "seen down"]
        assert "2 looks" in told[0].detail
        line = summary(the_watch(), now=time_passes.at)
    assert line.startswith("Last seen up 09:15, first seen down 09:45, will look again ")
