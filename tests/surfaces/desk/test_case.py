"""The case page and the queue, as the browser meets them."""

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

import isigurt
from isigurt import clock
from isigurt.casework.actions import assess, close, erase, take
from isigurt.casework.errors import NotNow
from isigurt.casework.models import Assessment, Case, CaseNote, JoinSuggestion
from isigurt.casework.states import CaseState
from isigurt.casework.words import flag_words, happened
from isigurt.intake.models import Message, Report
from isigurt.ledger.models import Entry
from isigurt.safenet.address import Flag
from isigurt.staff.models import Role
from isigurt.staff.permissions import PERMISSIONS
from isigurt.steps.registry import get
from isigurt.steps.runner import run_until_idle
from tests.casework.factories import findings, item_of, placed
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])

CONTENT = "https://faqe-e-keqe.al/foto/1"
SOURCE = Path(isigurt.__file__).parent


@pytest.fixture
def analyst():
    return make_member()


@pytest.fixture
def desk(client, analyst):
    return sign_in(client, analyst)


def page_of(desk, case):
    answer = desk.get(reverse("desk:case", kwargs={"case_id": case.pk}))
    assert answer.status_code == 200
    return answer.content.decode()


def post(desk, name, case, data=None, **kwargs):
    return desk.post(reverse(f"desk:case_{name}", kwargs={"case_id": case.pk, **kwargs}), data or {})


def assessment(case, **changed):
    item = item_of(case)
    values = {
        "items": [str(item.pk)],
        "seen": f"{item.pk}:{Assessment.objects.filter(item=item).count()}",
        "harm": "csam",
        "legality": "baseline",
        "severity": "A1",
        "age_band": "3_9",
        "sex": "girl",
        "self_generated": "unknown",
        "ai_generated": "no",
        "law_article": "pc_117",
        "reasons": "Fëmijë nën 9 vjeç.",
    }
    return {f"assess-{name}": value for name, value in (values | changed).items()}


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_page_shows_reports_items_and_the_form(client, language):
    desk = sign_in(client, make_member(language=language))
    page = page_of(desk, placed(CONTENT, words="E pashë në një grup."))
    assert "E pashë në një grup." in page
    assert "hxxps://faqe-e-keqe[.]al/foto/1" in page
    assert "assess-legality" in page


def test_an_address_is_never_a_link_and_never_whole_on_the_page(desk):
    page = page_of(desk, placed(CONTENT, words=CONTENT))
    assert not re.search(r'(href|src|action)="[^"]*faqe-e-keqe', page)
    assert 'value="https://faqe' not in page


def test_each_view_is_on_the_record(desk, analyst):
    case = placed(CONTENT)
    page_of(desk, case)
    page_of(desk, case)
    assert Entry.objects.filter(act="case.viewed", subject_id=str(case.pk), actor=f"member:{analyst.pk}").count() == 2


def test_assessing_through_the_form(desk):
    case = placed(CONTENT)
    answer = post(desk, "assess", case, assessment(case))
    assert answer.status_code == 302, answer.content.decode()
    case.refresh_from_db()
    assert case.state == CaseState.ASSESSED
    assert item_of(case).state == "confirmed"
    assert "Fëmijë nën 9 vjeç." in page_of(desk, case)


def test_assessing_all_items_at_once(desk):
    case = placed(f"{CONTENT}\nhttps://faqe-e-keqe.al/foto/2")
    seen = ",".join(f"{tie.item_id}:0" for tie in case.case_items.all())
    post(desk, "assess", case, assessment(case, items=[], all_items="on", seen=seen))
    assert Assessment.objects.count() == 2


@pytest.mark.parametrize(
    "wrong", [{"severity": ""}, {"legality": ""}, {"harm": "bullying"}, {"legality": "nonsense"}, {"items": []}]
)
def test_an_assessment_that_does_not_fit_is_shown_again_with_its_text(desk, wrong):
    case = placed(CONTENT)
    answer = post(desk, "assess", case, assessment(case, **wrong))
    assert answer.status_code == 422
    assert "Fëmijë nën 9 vjeç." in answer.content.decode()
    assert not Assessment.objects.exists()


def test_a_stale_assessment_gets_a_conflict_that_shows_both(desk):
    case = placed(CONTENT)
    stale = assessment(case, reasons="Imja.")
    other = make_member(name="Blerina")
    assess(case=case, items=[item_of(case)], member=other, findings=findings(reasons="E Blerinës."))
    answer = post(desk, "assess", case, stale)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Imja." in page
    assert "E Blerinës." in page
    assert Assessment.objects.count() == 1
    seen = re.search(r'name="assess-seen" value="([^"]+)"', page)
    assert seen
    assert post(desk, "assess", case, stale | {"assess-seen": seen[1]}).status_code == 302
    assert Assessment.objects.count() == 2


def test_a_stale_message_is_kept_and_not_sent(desk):
    case = placed(CONTENT)
    report = Report.objects.get()
    data = {"report": str(report.pk), "text": "Faleminderit!", "version": case.version}
    CaseNote.objects.all()
    case.__class__.objects.filter(pk=case.pk).update(version=case.version + 1)
    answer = post(desk, "answer", case, data)
    assert answer.status_code == 409
    assert "Faleminderit!" in answer.content.decode()
    assert not Message.objects.exists()


def test_answering_the_reporter(desk):
    case = placed(CONTENT)
    data = {"report": str(Report.objects.get().pk), "text": "Faleminderit!", "version": case.version}
    assert post(desk, "answer", case, data).status_code == 302
    assert Message.objects.count() == 1
    assert "Faleminderit!" in page_of(desk, case)


def test_a_dismissal_needs_a_reason_and_some_reasons_need_words(desk):
    case = placed(CONTENT)
    version = {"dismiss-version": case.version}
    assert post(desk, "dismiss", case, version).status_code == 422
    assert post(desk, "dismiss", case, version | {"dismiss-reason": "other"}).status_code == 422
    done = post(desk, "dismiss", case, version | {"dismiss-reason": "other", "dismiss-text": "Sqarim."})
    assert done.status_code == 302
    case.refresh_from_db()
    assert case.state == CaseState.DISMISSED
    assert "Sqarim." in page_of(desk, case)


def test_closing_needs_an_outcome(desk):
    case = placed(CONTENT)
    assert post(desk, "close", case, {"close-version": case.version}).status_code == 422
    assert post(desk, "close", case, {"close-version": case.version, "close-outcome": "helped"}).status_code == 302


def test_what_a_colleague_holds_is_not_acted_upon(desk):
    case = placed(CONTENT)
    take(case=case, member=make_member(name="Blerina"))
    answer = post(desk, "assess", case, assessment(case))
    assert answer.status_code == 409
    assert "Fëmijë nën 9 vjeç." in answer.content.decode()
    assert "Blerina" in answer.content.decode()
    assert post(desk, "note", case, {"note-text": "Shihe edhe këtë."}).status_code == 302


def test_copying_is_recorded_and_gives_the_address(desk):
    case = placed(CONTENT)
    address = reverse("desk:case_copy", kwargs={"case_id": case.pk, "item_id": item_of(case).pk})
    assert desk.get(address).status_code == 405
    assert desk.post(address, headers={"accept": "text/plain"}).content.decode() == CONTENT
    assert Entry.objects.filter(act="address.copied").count() == 1
    assert CONTENT in desk.post(address).content.decode()


def test_a_child_at_risk_goes_to_the_top(desk):
    placed("https://tjeter.al/1", received_at=clock.now().replace(year=2020))
    case = placed(CONTENT)
    post(desk, "at_risk", case, {"at_risk": "yes", "version": case.version})
    queue = desk.get(reverse("casework:queue")).content.decode()
    assert "child at risk now" in queue
    first = re.search(r"/cases/([0-9a-f-]{36})/", queue)
    assert first
    assert first[1] == str(case.pk)


def test_joining_and_undoing_from_the_page(desk):
    one = placed("", harm="grooming", platform="instagram", account="filan")
    two = placed("", harm="grooming", platform="instagram", account="filan")
    suggestion = JoinSuggestion.objects.get()
    answer = post(desk, "suggestion", two, {"decision": "join"}, suggestion_id=suggestion.pk)
    assert answer["Location"].endswith(f"/cases/{one.pk}/")
    assert two.number in page_of(desk, one)
    assert one.number in page_of(desk, two)
    merge = one.merges_here.get()
    assert post(desk, "undo", one, merge_id=merge.pk).status_code == 302
    assert Case.objects.get(pk=two.pk).state == CaseState.NEW


def test_only_a_lead_erases_and_only_with_the_number(client, desk):
    case = placed(CONTENT)
    lead = make_member(Role.LEAD)
    close(case=case, member=lead, outcome="helped")
    case.refresh_from_db()
    data = {"number": case.number, "version": case.version}
    assert post(desk, "erase", case, data).status_code == 403
    theirs = sign_in(Client(), lead)
    assert post(theirs, "erase", case, data | {"number": "1"}).status_code == 422
    assert post(theirs, "erase", case, data).status_code == 302
    page = page_of(theirs, case)
    assert "This case was erased" in page
    assert "faqe-e-keqe" not in page
    assert Entry.objects.filter(act="key.destroyed", subject_id=str(case.pk)).exists()


def test_an_open_case_is_not_erased(analyst):
    with pytest.raises(NotNow):
        erase(case=placed(CONTENT), member=analyst)


def test_a_report_by_telephone_is_entered_by_hand(desk):
    data = {"channel": "telephone", "harm": "bullying", "words": "Një nënë tregon.", "language": "sq", "at_risk": "on"}
    answer = desk.post(reverse("casework:enter_report"), data | {"give_receipt": "on"})
    assert answer.status_code == 200
    report = Report.objects.get()
    assert report.channel == "telephone"
    assert Case.objects.get().child_at_risk
    assert re.search(r"[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}", answer.content.decode())


def the_form(desk, **changed):
    """Return what a browser sends back of a fresh form for a report by telephone."""
    page = desk.get(reverse("casework:enter_report")).content.decode()
    receipt = re.search(r'name="receipt" value="([^"]+)"', page)[1]
    return {
        "receipt": receipt,
        "channel": "telephone",
        "harm": "bullying",
        "words": "Dikush.",
        "language": "sq",
    } | changed


def test_a_form_for_a_report_by_hand_that_is_sent_twice_enters_one_and_gives_the_same_code(desk):
    data = the_form(desk, give_receipt="on")
    first, again = (desk.post(reverse("casework:enter_report"), data).content.decode() for _ in range(2))
    assert Report.objects.count() == Case.objects.count() == 1
    assert data["receipt"] in first
    assert data["receipt"] in again
    assert "had been sent before" in again
    assert "had been sent before" not in first


def _killed(*_args, **_options):
    raise RuntimeError("killed")


def test_a_report_by_hand_is_entered_whole_or_not_at_all(desk, monkeypatch):
    data = the_form(desk, at_risk="on")
    with monkeypatch.context() as killing:
        killing.setattr("isigurt.casework.actions.deciding.begin_work", _killed)
        with pytest.raises(RuntimeError):
            desk.post(reverse("casework:enter_report"), data)
    assert not Report.objects.exists()
    desk.post(reverse("casework:enter_report"), data)
    assert Case.objects.get().child_at_risk


def test_the_form_for_a_report_by_hand_presumes_no_harm_and_albanian(desk):
    page = desk.get(reverse("casework:enter_report")).content.decode()
    harm = re.search(r'<select[^>]* name="harm".*?</select>', page, re.DOTALL)[0]
    language = re.search(r'<select[^>]* name="language".*?</select>', page, re.DOTALL)[0]
    assert re.search(r"<option[^>]*>", harm)[0].startswith('<option value=""')
    assert "selected" not in harm.replace('<option value="" selected', "")
    assert re.findall(r">(\w+)</option>", language) == ["Shqip", "English"]
    refused = desk.post(reverse("casework:enter_report"), the_form(desk, harm=""))
    assert refused.status_code == 422


def test_a_report_cannot_have_come_tomorrow(desk):
    answer = desk.post(reverse("casework:enter_report"), the_form(desk, received_at="2999-01-01T10:00"))
    assert answer.status_code == 422
    assert "This has not happened yet" in answer.content.decode()


def test_a_report_entered_by_hand_must_say_something(desk):
    answer = desk.post(reverse("casework:enter_report"), {"channel": "mail", "harm": "bullying", "language": "sq"})
    assert answer.status_code == 422
    assert not Report.objects.exists()


def test_next_takes_the_first_case_and_then_says_that_nothing_waits(desk, analyst):
    case = placed(CONTENT)
    answer = desk.post(reverse("casework:next"))
    assert answer["Location"] == reverse("desk:case", kwargs={"case_id": case.pk})
    case.refresh_from_db()
    assert case.leased_by == analyst
    assert desk.post(reverse("casework:next"))["Location"] == reverse("casework:queue")


@pytest.mark.parametrize(
    "show", ["waiting", "mine", "at_risk", "overdue", "messages", "attention", "automated", "all", "?"]
)
def test_every_list_of_the_queue_can_be_shown(desk, show):
    placed(CONTENT)
    assert desk.get(reverse("casework:queue"), {"show": show, "after": "broken"}).status_code == 200


def test_a_whole_number_leads_to_its_case(desk):
    case = placed(CONTENT)
    answer = desk.get(reverse("casework:queue"), {"number": case.number})
    assert answer["Location"] == reverse("desk:case", kwargs={"case_id": case.pk})


@pytest.mark.parametrize("role", [Role.EDITOR, Role.AUDITOR, Role.ADMIN])
def test_who_does_no_casework_sees_no_case(client, role):
    desk = sign_in(client, make_member(role))
    case = placed(CONTENT)
    assert desk.get(reverse("desk:case", kwargs={"case_id": case.pk})).status_code == 403
    assert desk.get(reverse("casework:queue")).status_code == 403


def test_the_history_tells_what_takedown_did_too(desk):
    case = placed(CONTENT)
    item = item_of(case)
    assess(case=case, items=[item], member=make_member(), findings=findings())
    run_until_idle([get("takedown.sweep")])
    page = page_of(desk, case)
    history = page[page.index('id="history"') :]
    assert "Watch begun" in history
    assert "Trace begun" in history


def test_every_act_that_a_history_can_tell_has_words():
    things = "address|case|hold|item|key|message|notice|recipient|referral|report|trace|watch"
    rooms = ("casework", "takedown", "intake", "vault")
    text = "".join(path.read_text() for room in rooms for path in sorted((SOURCE / room).rglob("*.py")))
    # What may be done is named in the same way as what was done; "recipient.mail" is a field.
    acts = set(re.findall(rf'"((?:{things})\.[a-z_]+)"', text)) - PERMISSIONS.keys() - {"recipient.mail"}
    assert {"case.viewed", "case.taken", "notice.proposed", "case.referred"} <= acts
    assert not {act for act in acts if happened(act, {}) == act.replace(".", ": ").replace("_", " ")}


def test_what_is_odd_about_an_address_is_said_in_words(desk):
    page = page_of(desk, placed("https://drejtori@faqe-e-keqe.al/foto/9"))
    assert "the user name in it was left out" in page
    assert "user_name_dropped" not in page
    assert all(flag_words(flag) != flag for flag in Flag)
