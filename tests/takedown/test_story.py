"""The main road: confirmed, traced, proposed, approved, sent, seen down, removed, returned."""

import json

import pytest

from isigurt.facts.models import ItemFact, NoticeFact
from isigurt.intake.models import PublicStatus
from isigurt.takedown.machines import NoticeState, RecipientState, TraceState, WatchState
from isigurt.takedown.models import Notice, RemovalNews, Trace, Watch
from isigurt.takedown.trace_finding import finding_of
from tests.takedown.factories import approved, confirmed, proposed, run_steps
from tests.takedown.internet import Page
from tests.takedown.scene import ADDRESS, HOST, IP, MAIL, PATH

pytestmark = pytest.mark.django_db


def test_confirmed_content_is_traced_and_a_notice_is_proposed(world, time_passes):
    _, item = confirmed()
    notice = proposed(item)
    trace = Trace.objects.get()
    assert trace.state == TraceState.TRACED
    finding = finding_of(trace)
    assert finding.addresses == (IP,)
    assert finding.abuse_mails == (MAIL,)
    assert finding.provider == "Prove Hosting"
    assert trace.host_country == "NL"
    assert notice.state == NoticeState.PROPOSED
    assert notice.recipient.state == RecipientState.FIRST_SEEN
    assert notice.case.attention == "notice_waits"


def test_the_whole_road_to_removed_and_back(world, mail, time_passes):
    case, item = confirmed()
    notice = approved(proposed(item))
    run_steps()
    notice.refresh_from_db()
    assert notice.state == NoticeState.SENT
    [sent] = mail.taken
    assert ADDRESS in sent.get_body().get_content()
    assert json.loads(sent.get_payload()[1].get_payload(decode=True))["url"] == ADDRESS

    watch = Watch.objects.get()
    assert watch.state == WatchState.WATCHING
    assert watch.last_up_at == time_passes.at
    seen_up = time_passes.at

    world.pages[HOST, PATH] = Page(404)
    time_passes.go(minutes=20)
    run_steps()
    watch.refresh_from_db()
    assert watch.state == WatchState.SEEN_DOWN
    assert (watch.last_up_at, watch.first_down_at) == (seen_up, time_passes.at)
    seen_down = time_passes.at

    for _ in range(26):
        time_passes.go(hours=1.1)
        run_steps()
    watch.refresh_from_db()
    assert watch.state == WatchState.REMOVED
    fact = ItemFact.objects.get()
    assert fact.seen_down_at == seen_down
    assert fact.last_up_at == seen_up
    assert fact.removed_at == watch.removed_at
    assert NoticeFact.objects.get().outcome == "removed"
    assert RemovalNews.objects.filter(case=case, seen_at=None).count() == 1
    assert set(PublicStatus.objects.values_list("status", flat=True)) == {"action_taken"}
    case.refresh_from_db()
    assert case.attention == "all_removed"

    world.pages[HOST, PATH] = Page(200)
    time_passes.go(days=8)
    run_steps()
    watch.refresh_from_db()
    case.refresh_from_db()
    assert watch.state == WatchState.RETURNED
    assert case.attention == "returned"
    assert case.deadline_at is not None
    assert ItemFact.objects.get().returned_at == time_passes.at
    assert set(PublicStatus.objects.values_list("status", flat=True)) == {"action_taken"}
    assert Notice.objects.count() == 1
