import pytest

from isigurt.casework import cells
from isigurt.casework.actions import place_report
from isigurt.casework.choices import Joined
from isigurt.casework.models import Case, CaseItem, CaseReport, Item, ReportItem
from isigurt.casework.states import CaseState
from isigurt.facts.models import CaseFact, ItemFact
from isigurt.intake.models import Report, ReportState
from isigurt.ledger.models import Entry
from isigurt.steps.registry import get
from isigurt.steps.runner import run_due
from tests.casework.factories import case_of, item_of, placed, report

pytestmark = pytest.mark.django_db

CONTENT = "https://faqe-e-keqe.al/foto/1"


def test_a_new_report_opens_a_case_with_its_items():
    case = placed(f"{CONTENT}\nhxxps://tjeter[.]com/x.jpg")
    assert case.state == CaseState.NEW
    assert case.harm == "csam"
    assert sorted(cells.read_address(item) for item in Item.objects.all()) == [CONTENT, "https://tjeter.com/x.jpg"]
    assert CaseItem.objects.filter(case=case).count() == 2
    assert CaseReport.objects.get(case=case).joined == Joined.OPENED
    assert Report.objects.get().state == ReportState.PLACED


def test_the_step_places_every_new_report_and_then_rests():
    report(CONTENT)
    report("https://krejt-tjeter.al/2")
    assert run_due(get("casework.place")) == 2
    assert run_due(get("casework.place")) == 0
    assert Case.objects.count() == 2


def test_a_report_with_no_place_is_still_a_case():
    case = placed("", harm="bullying", words="Më tallin në klasë.")
    assert case.state == CaseState.NEW
    assert not CaseItem.objects.filter(case=case).exists()


def test_what_was_typed_is_kept_to_the_letter_beside_the_canonical_address():
    placed("shiko hxxps://FAQE-e-keqe[.]al/foto/1 te lutem")
    tie = ReportItem.objects.select_related("report__places_key").get()
    assert cells.read_raw(tie) == "hxxps://FAQE-e-keqe[.]al/foto/1"
    assert cells.read_address(tie.item) == CONTENT


def test_nothing_that_was_typed_can_be_read_in_the_tables():
    case = placed(CONTENT)
    item = item_of(case)
    for blob in (bytes(item.address), bytes(ReportItem.objects.get().raw)):
        assert b"faqe-e-keqe" not in blob
    assert "faqe" not in f"{item.address_index}{item.host_index}"


def test_the_deadline_is_counted_from_when_the_report_was_received():
    made = report(CONTENT)
    place_report(made)
    assert (case_of(made).deadline_at - made.received_at).total_seconds() == 2 * 3600


def test_facts_are_written_with_the_case():
    placed(CONTENT)
    assert CaseFact.objects.get().harm == "csam"
    fact = ItemFact.objects.get()
    assert (fact.kind, fact.top_level_domain, fact.known_before) == ("content", "al", False)


def test_an_address_that_cannot_be_used_stays_as_typed_with_the_reason():
    case = placed("http://192.168.1.7/foto")
    item = item_of(case)
    assert item.kind == "unusable"
    assert item.verdict == "DENY_ADDR"
    assert item.verdict_reason
    assert not item.reachable
    assert cells.read_address(item) == "http://192.168.1.7/foto"


def test_the_same_unusable_text_in_two_reports_is_never_taken_for_one():
    assert placed("http://192.168.1.7/foto").pk != placed("http://192.168.1.7/foto").pk
    assert Item.objects.count() == 2


def test_one_report_naming_an_address_twice_counts_it_once():
    case = placed(f"{CONTENT}\nHTTPS://faqe-e-keqe.al:443/foto/1")
    assert item_of(case).times_reported == 1


def test_placing_twice_changes_nothing():
    made = report(CONTENT)
    place_report(made)
    entries = Entry.objects.count()
    place_report(made)
    place_report(Report.objects.get(pk=made.pk))
    assert (Case.objects.count(), Item.objects.count(), ReportItem.objects.count()) == (1, 1, 1)
    assert Entry.objects.count() == entries


def test_placing_that_was_killed_half_way_leaves_nothing_and_is_done_again(monkeypatch):
    made = report(CONTENT)
    with monkeypatch.context() as patched:
        patched.setattr("isigurt.casework.actions.placing.mark_placed", _killed)
        with pytest.raises(KeyboardInterrupt):
            place_report(made)
    assert not Case.objects.exists()
    assert not Item.objects.exists()
    place_report(made)
    assert case_of(made).number.endswith("-000001"), "the number of the undone case is given again"


def _killed(**_options):
    raise KeyboardInterrupt
