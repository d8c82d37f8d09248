from datetime import timedelta

import pytest

from isigurt import clock
from isigurt.casework.actions import (
    assess,
    close,
    dismiss,
    dismiss_suggestion,
    join,
    merge,
    place_report,
    settle_news,
    split,
    undo,
)
from isigurt.casework.choices import Joined, SuggestionState
from isigurt.casework.errors import NotNow
from isigurt.casework.models import Case, CaseItem, CaseMerge, CaseReport, Item, JoinSuggestion
from isigurt.casework.states import CaseState
from isigurt.facts.models import CaseFact
from isigurt.insight.queries import statistics
from isigurt.intake.models import Message, PublicStatus, Report, ReportState
from tests.casework.factories import case_of, findings, item_of, member, placed, report

pytestmark = pytest.mark.django_db

CONTENT = "https://faqe-e-keqe.al/foto/1"


def reports_in(case):
    return set(CaseReport.objects.filter(case=case).values_list("report_id", flat=True))


def items_in(case):
    return set(CaseItem.objects.filter(case=case).values_list("item_id", flat=True))


def test_the_same_content_address_in_sexual_abuse_joins_by_itself():
    first = placed(CONTENT)
    second = placed("hxxps://faqe-e-keqe[.]al/foto/1")
    assert first == second
    assert Item.objects.get().times_reported == 2
    assert list(CaseReport.objects.order_by("joined_at").values_list("joined", flat=True)) == [
        Joined.OPENED,
        Joined.SAME_CONTENT,
    ]
    second.refresh_from_db()
    assert second.new_report


def test_two_victims_who_name_the_same_account_do_not_join():
    first = placed("", harm="grooming", platform="instagram", account="@Filan.Fisteku")
    second = placed("", harm="grooming", platform="instagram", account="filan.fisteku ")
    assert first != second
    assert item_of(first) == item_of(second)
    suggestion = JoinSuggestion.objects.get()
    assert (suggestion.earlier, suggestion.later) == (first, second)


@pytest.mark.parametrize("address", ["https://instagram.com/filan", "https://tiktok.com/@filan", "https://faqe.al/"])
def test_profiles_and_home_pages_are_only_suggested(address):
    assert placed(address) != placed(address)
    assert JoinSuggestion.objects.count() == 1


def test_other_harms_are_only_suggested():
    address = "https://faqe-e-keqe.al/fyerje/1"
    assert placed(address, harm="bullying") != placed(address, harm="bullying")
    assert JoinSuggestion.objects.count() == 1


def test_a_sexual_abuse_report_does_not_join_a_case_of_another_harm():
    assert placed(CONTENT, harm="bullying") != placed(CONTENT)
    assert JoinSuggestion.objects.count() == 1


def test_a_report_that_names_the_content_of_two_cases_is_counted_in_both():
    one, two = placed(CONTENT), placed("https://faqe-e-keqe.al/foto/2")
    third = report(f"{CONTENT}\nhttps://faqe-e-keqe.al/foto/2\nhttps://faqe-e-keqe.al/foto/3")
    place_report(third)
    assert third.pk in reports_in(one) & reports_in(two)
    assert Case.objects.count() == 2
    assert len(items_in(one)) == 2, "what is new goes to the case that was opened first"
    assert len(items_in(two)) == 1


def test_a_known_address_reported_again_reopens_a_closed_case():
    case = placed(CONTENT)
    analyst = member()
    assess(case=case, items=[item_of(case)], member=analyst, findings=findings())
    close(case=case, member=analyst, outcome="removed")
    assert placed(CONTENT) == case
    case.refresh_from_db()
    assert case.state == CaseState.REOPENED
    assert case.deadline_at is not None
    assert item_of(case).times_reported == 2


def test_a_known_address_reported_again_reopens_a_dismissed_case():
    case = placed(CONTENT)
    dismiss(case=case, member=member(), reason="not_found")
    placed(CONTENT)
    case.refresh_from_db()
    assert case.state == CaseState.REOPENED


def test_many_reports_do_not_make_a_case_more_urgent():
    case = placed(CONTENT)
    deadline, band = case.deadline_at, case.band
    for _ in range(5):
        placed(CONTENT)
    case.refresh_from_db()
    assert (case.deadline_at, case.band, case.child_at_risk) == (deadline, band, False)


def words(made):
    return PublicStatus.objects.get(report=made).status


def test_the_status_words_are_the_same_whether_an_address_was_known_or_not():
    analyst = member()
    case = placed(CONTENT)
    assess(case=case, items=[item_of(case)], member=analyst, findings=findings())
    known, fresh = report(CONTENT), report("https://e-panjohur.al/foto/9")
    told = {known: [], fresh: []}
    for made, heard in told.items():
        place_report(made)
        heard.append(words(made))
    assess(case=case_of(fresh), items=[item_of(case_of(fresh))], member=analyst, findings=findings())
    settle_news(case=case_of(known), member=analyst)
    for made, heard in told.items():
        heard.append(words(made))
        close(case=case_of(made), member=analyst, outcome="removed")
        heard.append(words(made))
    assert told[known] == told[fresh] == ["received", "in_work", "action_taken"]


def test_a_report_that_joins_a_closed_case_still_says_received():
    case = placed(CONTENT)
    close(case=case, member=member(), outcome="removed")
    later = report(CONTENT)
    place_report(later)
    assert words(later) == "received"


def test_what_looks_automated_moves_up_when_a_person_reports_the_same():
    case = placed(CONTENT, lane=1)
    assert case.band == 2
    placed(CONTENT)
    case.refresh_from_db()
    assert (case.band, case.lane) == (1, 0)


def reported_again(made, **columns):
    Report.objects.filter(pk=made.pk).update(has_additions=True, **columns)
    place_report(made)


def test_a_message_of_the_reporter_flags_the_case_once():
    made = report(CONTENT)
    place_report(made)
    Message.objects.create(report=made, direction="from_reporter", text=b"x", author="", created_at=clock.now())
    reported_again(made)
    case = case_of(made)
    assert case.new_message
    settle_news(case=case, member=member())
    reported_again(made)
    case.refresh_from_db()
    assert not case.new_message


def test_a_withdrawal_flags_the_case_and_leaves_its_items():
    made = report(CONTENT)
    place_report(made)
    reported_again(made, state=ReportState.WITHDRAWN, withdrawn_at=clock.now())
    case = case_of(made)
    assert case.new_message
    assert item_of(case).reachable


def test_a_report_withdrawn_before_it_was_placed_is_placed_all_the_same():
    made = report(CONTENT)
    reported_again(made, state=ReportState.WITHDRAWN, withdrawn_at=clock.now())
    assert case_of(made).state == CaseState.NEW
    assert not Report.objects.get().has_additions


def test_a_message_in_a_closed_case_reopens_it():
    made = report(CONTENT)
    place_report(made)
    close(case=case_of(made), member=member(), outcome="removed")
    Message.objects.create(report=made, direction="from_reporter", text=b"x", author="", created_at=clock.now())
    reported_again(made)
    assert case_of(made).state == CaseState.REOPENED


def two_suggested():
    one = placed("", harm="grooming", platform="instagram", account="filan")
    two = placed("https://x.al/1", harm="grooming", platform="instagram", account="filan")
    return one, two, JoinSuggestion.objects.get()


def test_joining_moves_everything_and_undoing_moves_it_back():
    one, two, suggestion = two_suggested()
    analyst = member()
    before = [(reports_in(case), items_in(case)) for case in (one, two)]
    merged = join(suggestion=suggestion, member=analyst)
    two.refresh_from_db()
    assert (two.state, two.merged_into, two.deadline_at) == (CaseState.MERGED, one, None)
    assert (len(reports_in(one)), len(items_in(one)), reports_in(two), items_in(two)) == (2, 2, set(), set())
    undo(merge=merged, member=analyst)
    two.refresh_from_db()
    suggestion.refresh_from_db()
    assert [(reports_in(case), items_in(case)) for case in (one, two)] == before
    assert (two.state, two.merged_into, suggestion.state) == (CaseState.NEW, None, SuggestionState.OPEN)
    assert two.deadline_at is not None
    with pytest.raises(NotNow):
        undo(merge=merged, member=analyst)


def figures():
    counted = statistics(now=clock.now() + timedelta(days=30))
    return counted.cases, counted.open_cases, counted.overdue_cases


def test_a_merged_case_is_counted_once_and_again_on_its_own_when_that_is_undone():
    suggestion = two_suggested()[2]
    assert figures() == (2, 2, 2)
    merged = join(suggestion=suggestion, member=member())
    assert figures() == (1, 1, 1)
    undo(merge=merged, member=member())
    assert figures() == (2, 2, 2)


def test_undoing_a_merge_of_a_dismissed_case_gives_its_end_back():
    one, two, _suggestion = two_suggested()
    dismiss(case=two, member=member(), reason="not_illegal")
    ended = CaseFact.objects.get(outcome="dismissed")
    two.refresh_from_db()
    undo(merge=merge(source=two, target=one, member=member()), member=member())
    again = CaseFact.objects.get(unit=ended.unit)
    assert (again.outcome, again.closed_at) == (ended.outcome, ended.closed_at)


def test_a_case_that_was_split_off_and_folded_back_is_not_counted():
    case = placed(CONTENT)
    second = report(CONTENT)
    place_report(second)
    parted = split(case=case, reports=[second.pk], items=[], member=member())
    assert figures()[0] == 2
    undo(merge=parted, member=member())
    assert figures() == (1, 1, 1)


def test_a_report_about_a_merged_case_reaches_the_case_that_took_it():
    one, two, suggestion = two_suggested()
    made = Report.objects.get(pk__in=reports_in(two))
    join(suggestion=suggestion, member=member())
    Message.objects.create(report=made, direction="from_reporter", text=b"x", author="", created_at=clock.now())
    reported_again(made)
    one.refresh_from_db()
    assert one.new_message


def test_a_dismissed_suggestion_is_not_made_again():
    _one, _two, suggestion = two_suggested()
    dismiss_suggestion(suggestion=suggestion, member=member())
    placed("", harm="grooming", platform="instagram", account="filan")
    suggestion.refresh_from_db()
    assert suggestion.state == SuggestionState.DISMISSED
    assert JoinSuggestion.objects.count() == 3


def test_splitting_makes_a_new_case_and_undoing_folds_it_back():
    case = placed(CONTENT)
    placed(f"{CONTENT}\nhttps://faqe-e-keqe.al/foto/2")
    analyst = member()
    moved = Report.objects.order_by("-placed_at").first()
    second = Item.objects.order_by("-first_received_at").exclude(times_reported=2).get()
    made = split(case=case, reports=[moved.pk], items=[second.pk], member=analyst)
    assert reports_in(made.target) == {moved.pk}
    assert items_in(made.target) == {second.pk}
    assert made.target.number != case.number
    undo(merge=made, member=analyst)
    made.target.refresh_from_db()
    assert made.target.state == CaseState.MERGED
    assert len(reports_in(case)) == 2


def test_a_case_cannot_be_merged_with_itself_or_with_one_that_is_gone():
    one, two, suggestion = two_suggested()
    analyst = member()
    with pytest.raises(NotNow):
        merge(source=one, target=one, member=analyst)
    join(suggestion=suggestion, member=analyst)
    with pytest.raises(NotNow):
        merge(source=two, target=one, member=analyst)
    assert CaseMerge.objects.count() == 1


def test_a_late_report_is_overdue_from_the_start():
    long_ago = clock.now() - timedelta(days=2)
    case = placed(CONTENT, received_at=long_ago)
    assert case.deadline_at < clock.now()
