"""States, deadlines, attention, facts and erasure."""

from datetime import timedelta

import pytest

from isigurt import clock
from isigurt.casework import cells
from isigurt.casework.actions import (
    FindingsInvalid,
    answer,
    assess,
    call_attention,
    close,
    dismiss,
    erase,
    place_report,
    reopen,
    set_child_at_risk,
    set_harm,
    settle_news,
    write_note,
)
from isigurt.casework.choices import Attention
from isigurt.casework.errors import Conflict, NotNow
from isigurt.casework.models import Assessment, Case, Item
from isigurt.casework.queries import address_of, assessment_of, confirmed_items
from isigurt.casework.states import CaseState, ItemState
from isigurt.facts.models import CaseFact, ItemFact, ReportFact
from isigurt.insight.queries import statistics
from isigurt.intake.models import Report
from isigurt.ledger.actor import COMMAND, WORKER
from isigurt.ledger.models import Entry
from isigurt.vault.errors import Erased
from tests.casework.factories import case_of, findings, item_of, member, placed, report

pytestmark = pytest.mark.django_db

CONTENT = "https://faqe-e-keqe.al/foto/1"
TWO = f"{CONTENT}\nhttps://faqe-e-keqe.al/foto/2"


def items(case):
    return list(Item.objects.filter(case_items__case=case).order_by("case_items__added_at", "pk"))


def test_a_case_leaves_the_queue_when_its_last_item_is_assessed():
    case, analyst = placed(TWO), member()
    first, second = items(case)
    assess(case=case, items=[first], member=analyst, findings=findings())
    case.refresh_from_db()
    assert (case.state, case.deadline_at is None) == (CaseState.IN_WORK, False)
    assess(case=case, items=[second], member=analyst, findings=findings(legality="not_illegal", severity=""))
    case.refresh_from_db()
    assert (case.state, case.deadline_at) == (CaseState.ASSESSED, None)
    assert list(confirmed_items()) == [first]
    assert address_of(first).startswith("https://faqe-e-keqe.al/")


def test_the_figures_call_overdue_what_the_queue_calls_overdue():
    case, analyst = placed(CONTENT), member()
    late = clock.now() + timedelta(days=9)
    assert statistics(now=late).overdue_cases == 1
    assess(case=case, items=items(case), member=analyst, findings=findings())
    assert (statistics(now=late).overdue_cases, statistics(now=late).open_cases) == (0, 1)
    call_attention(case=case, actor=WORKER, attention=Attention.NOTICE_OVERDUE)
    assert statistics(now=late).overdue_cases == 1
    case.refresh_from_db()
    assert CaseFact.objects.get().deadline_at == case.deadline_at
    close(case=case, member=analyst, outcome="removed")
    assert (statistics(now=late).overdue_cases, CaseFact.objects.get().deadline_at) == (0, None)


def test_a_new_item_brings_an_assessed_case_back():
    case, analyst = placed(CONTENT), member()
    assess(case=case, items=items(case), member=analyst, findings=findings())
    placed(f"{CONTENT}\nhttps://faqe-e-keqe.al/foto/9")
    case.refresh_from_db()
    assert (case.state, case.new_report) == (CaseState.REOPENED, True)


def test_the_first_act_of_a_person_is_timed_and_later_ones_change_nothing():
    case = placed(CONTENT, received_at=clock.now() - timedelta(minutes=30))
    write_note(case=case, member=member(), text="Po e shoh.")
    first = CaseFact.objects.get().first_action_at
    assert first is not None
    assert ReportFact.objects.get().first_action_at == first
    write_note(case=case, member=member(), text="Ende.")
    assert CaseFact.objects.get().first_action_at == first


def test_an_assessment_is_kept_whole_with_the_pack_it_was_made_by():
    case = placed(CONTENT)
    made = assess(case=case, items=items(case), member=member(), findings=findings(law_article="pc_117"))[0]
    made.refresh_from_db()
    assert made.pack_version
    assert cells.read_reasons(Assessment.objects.select_related("case__data_key").get()) == "Një fëmijë, akt seksual."
    assert b"akt" not in bytes(made.reasons)
    fact = ItemFact.objects.get()
    assert (fact.legality, fact.severity, fact.confirmed_at is None) == ("baseline", "A1", False)
    assert CaseFact.objects.get().age_band == "3_9"
    with pytest.raises(TypeError):
        made.save()


def test_an_assessment_may_be_followed_by_another_and_both_stay():
    case, analyst = placed(CONTENT), member()
    item = item_of(case)
    assess(case=case, items=[item], member=analyst, findings=findings())
    assess(case=case, items=[item], member=analyst, findings=findings(legality="not_illegal", severity=""))
    item.refresh_from_db()
    assert item.state == ItemState.NOT_ILLEGAL
    assert Assessment.objects.count() == 2
    assert ItemFact.objects.get().confirmed_at is None


def test_an_item_of_two_cases_is_illegal_while_one_of_them_finds_it_so():
    one = placed(CONTENT, harm="bullying")
    two = placed(CONTENT, harm="hate")
    item, analyst = item_of(one), member()
    assess(case=one, items=[item], member=analyst, findings=findings(harm="hate", legality="national", severity=""))
    assess(case=two, items=[item], member=analyst, findings=findings(harm="hate", legality="not_illegal", severity=""))
    item.refresh_from_db()
    assert item.state == ItemState.CONFIRMED
    assert assessment_of(item).case == one


@pytest.mark.parametrize(
    "wrong",
    [
        {"severity": ""},
        {"harm": "bullying"},
        {"legality": "not_illegal"},
        {"harm": "unknown"},
        {"age_band": "999"},
        {"self_generated": "maybe"},
        {"law_article": "nonsense"},
    ],
)
def test_findings_that_the_pack_does_not_allow_are_refused(wrong):
    case = placed(CONTENT)
    with pytest.raises(FindingsInvalid):
        assess(case=case, items=items(case), member=member(), findings=findings(**wrong))
    assert not Assessment.objects.exists()


def test_an_assessment_over_a_newer_one_is_a_conflict():
    case, analyst = placed(CONTENT), member()
    assess(case=case, items=items(case), member=analyst, findings=findings(), seen=0)
    with pytest.raises(Conflict):
        assess(case=case, items=items(case), member=analyst, findings=findings(), seen=0)


def test_every_other_act_on_a_stale_case_is_a_conflict():
    case, analyst = placed(CONTENT), member()
    stale = case.version
    write_note(case=case, member=analyst, text="Dikush tjetër.")
    for act in (
        lambda: close(case=case, member=analyst, outcome="helped", seen_version=stale),
        lambda: dismiss(case=case, member=analyst, reason="spam", seen_version=stale),
        lambda: set_child_at_risk(case=case, member=analyst, at_risk=True, seen_version=stale),
        lambda: set_harm(case=case, member=analyst, harm="hate", seen_version=stale),
        lambda: settle_news(case=case, member=analyst, seen_version=stale),
        lambda: answer(case=case, report=Report.objects.get(), member=analyst, text="x", seen_version=stale),
    ):
        with pytest.raises(Conflict):
            act()


def test_a_child_at_risk_is_due_within_the_hour_and_first():
    case = placed(CONTENT, harm="other")
    set_child_at_risk(case=case, member=member(), at_risk=True)
    case.refresh_from_db()
    assert case.band == 0
    assert case.deadline_at <= clock.now() + timedelta(hours=1)
    assert CaseFact.objects.get().child_at_risk


def test_an_ended_case_takes_no_act_until_it_is_reopened():
    case, analyst = placed(CONTENT), member()
    dismiss(case=case, member=analyst, reason="not_found")
    with pytest.raises(NotNow):
        assess(case=case, items=items(case), member=analyst, findings=findings())
    reopen(case=case, actor=COMMAND, why="by_hand")
    assess(case=case, items=items(case), member=analyst, findings=findings())


def test_attention_reopens_what_had_ended_and_is_settled_by_a_person():
    case, analyst = placed(CONTENT), member()
    assess(case=case, items=items(case), member=analyst, findings=findings())
    close(case=case, member=analyst, outcome="removed")
    assert not call_attention(case=case, actor=WORKER, attention=Attention.ALL_REMOVED)
    assert call_attention(case=case, actor=WORKER, attention=Attention.RETURNED)
    assert not call_attention(case=case, actor=WORKER, attention=Attention.RETURNED)
    case.refresh_from_db()
    assert (case.state, case.attention) == (CaseState.REOPENED, Attention.RETURNED)
    settle_news(case=case, member=analyst)
    case.refresh_from_db()
    assert case.attention == ""


def test_attention_brings_an_assessed_case_back_to_the_queue_and_out_again():
    case, analyst = placed(CONTENT), member()
    assess(case=case, items=items(case), member=analyst, findings=findings())
    call_attention(case=case, actor=WORKER, attention=Attention.NOTICE_OVERDUE)
    case.refresh_from_db()
    assert case.deadline_at is not None
    call_attention(case=case, actor=WORKER, attention=Attention.NOTHING)
    case.refresh_from_db()
    assert case.deadline_at is None


def test_an_act_that_fails_half_way_leaves_nothing_behind(monkeypatch):
    case, entries = placed(CONTENT), Entry.objects.count()

    def fail(*_args):
        raise KeyboardInterrupt

    monkeypatch.setattr("isigurt.casework.actions.assessing._finish", fail)
    with pytest.raises(KeyboardInterrupt):
        assess(case=case, items=items(case), member=member(), findings=findings())
    case.refresh_from_db()
    assert (case.state, Assessment.objects.count(), Entry.objects.count()) == (CaseState.NEW, 0, entries)
    assert item_of(case).state == ItemState.UNASSESSED


def erased(where=CONTENT):
    case = placed(where, words="Fjalë.")
    close(case=case, member=member(), outcome="helped")
    erase(case=case, member=member("lead"))
    return case


def test_erasing_destroys_every_word_and_stays_on_the_record():
    case = erased()
    case.refresh_from_db()
    assert case.state == CaseState.ERASED
    item = Item.objects.select_related("data_key").get()
    assert (item.address_index, item.host_index, item.state) == (None, "", ItemState.ERASED)
    with pytest.raises(Erased):
        cells.read_address(item)
    stored = Report.objects.select_related("places_key", "words_key").get()
    assert stored.places_key.destroyed_at
    assert stored.words_key.destroyed_at
    assert Entry.objects.get(act="key.destroyed", subject="case").detail["keys"] == 4


def test_an_address_of_an_erased_case_reported_again_is_new():
    gone = erased()
    assert placed(CONTENT) != gone
    assert Item.objects.filter(state=ItemState.UNASSESSED).count() == 1


def test_what_another_case_still_holds_is_not_erased():
    kept = placed(CONTENT, harm="bullying")
    erased()
    item = item_of(kept)
    assert cells.read_address(item) == CONTENT
    assert item.address_index is not None


def test_a_report_that_joined_an_assessed_case_is_in_work_only_once_a_person_acted():
    case, analyst = placed(CONTENT), member()
    assess(case=case, items=items(case), member=analyst, findings=findings())
    later = report(CONTENT)
    place_report(later)
    assert case_of(later) == case
    assert Report.objects.get(pk=later.pk).public_status.status == "received"
    settle_news(case=Case.objects.get(pk=case.pk), member=analyst)
    assert Report.objects.get(pk=later.pk).public_status.status == "in_work"
