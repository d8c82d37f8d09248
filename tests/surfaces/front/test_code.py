"""The page behind a code."""

import re

import pytest
from django.db import DatabaseError, connections

from isigurt.intake.actions import send_message, set_public_status
from isigurt.intake.door import room
from isigurt.intake.models import Report, ReportState
from isigurt.intake.receipt import Receipt
from isigurt.ledger.actor import WORKER
from tests.intake.factories import open_all
from tests.surfaces.front.visitor import CODE, text_of

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def nonce_on(response) -> str:
    return re.search(r'name="nonce" value="([0-9a-f]+)"', text_of(response))[1]


def test_a_code_works_before_any_worker_has_run(visitor):
    response = visitor.open(visitor.receipt())
    assert response.status_code == 200
    assert "We have it" in text_of(response)


def test_a_code_is_read_as_people_type_it(visitor):
    code = visitor.receipt()
    for typed in (code.lower(), code.replace("-", " "), code.replace("-", "").replace("0", "O").replace("1", "l")):
        assert visitor.open(typed).status_code == 200


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize(
    ("typed", "status"),
    [("", 422), ("ABCD", 422), ("UUUU-UUUU-UUUU-UUUU", 422), ("0000-0000-0000-0001", 422), ("<b>", 422)],
)
def test_a_wrong_code_says_what_is_wrong_and_keeps_what_was_typed(visitor, language, typed, status):
    visitor.language = language
    response = visitor.open(typed)
    assert response.status_code == 422
    assert 'role="alert"' in text_of(response)
    assert "<b>" not in text_of(response).partition("<form")[2].partition("</form>")[0]


def test_a_right_code_of_no_report_says_so(visitor):
    response = visitor.open(Receipt.fresh().text)
    assert response.status_code == 404
    assert "We know no report" in text_of(response)


def test_status_and_messages_are_shown_in_plain_words(visitor):
    code = visitor.receipt()
    open_all()
    report = Report.objects.get()
    send_message(report=report, actor=WORKER, text="Faleminderit <3 & mirë")
    set_public_status(report=report, status="action_taken", actor=WORKER)
    open_all()
    page = text_of(visitor.open(code))
    assert "Faleminderit &lt;3 &amp; mirë" in page
    assert re.search(r'class="now"[^>]*>.*?We have done something', page, re.DOTALL)


def test_a_reply_reaches_the_hotline_and_comes_back_into_the_conversation(visitor):
    code = visitor.receipt()
    open_all()
    shown = visitor.open(code)
    response = visitor.open(code, act="reply", words="Po, jam mirë.", nonce=nonce_on(shown))
    assert "We have your message." in text_of(response)
    open_all()
    assert "Po, jam mirë." in text_of(visitor.open(code))


def test_a_reply_sent_twice_from_one_page_is_one_and_from_two_pages_two(visitor):
    code = visitor.receipt()
    for nonce in (nonce_on(visitor.open(code)), nonce_on(visitor.open(code))):
        for _ in range(2):
            visitor.open(code, act="reply", words="Po.", nonce=nonce)
    open_all()
    assert Report.objects.get().messages.count() == 2


def test_an_empty_or_too_long_reply_stays_in_the_box(visitor):
    code = visitor.receipt()
    assert visitor.open(code, act="reply", words="  ").status_code == 422
    response = visitor.open(code, act="reply", words="a" * 10_001)
    assert response.status_code == 422
    assert "a" * 10_001 in text_of(response)


def test_a_reply_that_was_not_received_stays_in_the_box(visitor, monkeypatch):
    code = visitor.receipt()
    room.gauge.forget()
    monkeypatch.setattr(room, "_measure", lambda: 0)
    response = visitor.open(code, act="reply", words="Mos e humb.")
    assert response.status_code == 503
    assert "Mos e humb." in text_of(response)
    assert "We have not received it" in text_of(response)


def test_taking_a_report_back_is_asked_once_more_and_then_done(visitor):
    code = visitor.receipt()
    asked = visitor.open(code, act="withdraw")
    assert "Take your report back?" in text_of(asked)
    open_all()
    assert Report.objects.get().state == ReportState.NEW
    done = visitor.open(code, act="withdraw_surely", nonce=nonce_on(asked))
    assert "You have taken your report back" in text_of(done)
    open_all()
    assert Report.objects.get().state == ReportState.WITHDRAWN
    again = text_of(visitor.open(code))
    assert "You have taken your report back" in again
    assert 'value="reply"' not in again


def test_a_store_that_is_away_says_so(visitor, monkeypatch):
    code = visitor.receipt()

    def away(*_, **__):
        raise DatabaseError

    with connections["door"].execute_wrapper(away):
        response = visitor.open(code)
    assert response.status_code == 503
    assert "tel:116111" in text_of(response)


def test_a_reply_written_while_the_store_is_away_stays_in_its_box_to_be_sent_again(visitor):
    code = visitor.receipt()
    nonce = nonce_on(visitor.open(code))

    def away(*_, **__):
        raise DatabaseError

    with connections["door"].execute_wrapper(away):
        page = text_of(visitor.open(code, act="reply", words="Mos e humb <b>.", nonce=nonce))
    assert "Mos e humb &lt;b&gt;." in page
    assert "We have not received your message" in page
    assert nonce_on(visitor.open(code)) != nonce
    again = dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page))
    assert again["nonce"] == nonce
    assert "We have your message." in text_of(visitor.post(CODE["en"], again | {"words": "Mos e humb <b>."}))


def test_a_message_that_waits_to_be_opened_is_not_shown_as_lost(visitor):
    code = visitor.receipt()
    sent = text_of(visitor.open(code, act="reply", words="A ka njeri?", nonce=nonce_on(visitor.open(code))))
    assert "We have your message." in sent
    assert "Nobody has written yet" not in sent
    page = text_of(visitor.open(code))
    assert "We have your newest message" in page
    assert "Nobody has written yet" not in page
    open_all()
    page = text_of(visitor.open(code))
    assert "A ka njeri?" in page
    assert "We have your newest message" not in page


@pytest.mark.parametrize("nonce", ["", "x" * 500, "\x00", "<b>"])
def test_a_damaged_hidden_field_keeps_no_reply_back(visitor, nonce):
    code = visitor.receipt()
    assert "We have your message." in text_of(visitor.open(code, act="reply", words="Po.", nonce=nonce))


def test_the_code_page_asks_browsers_to_remember_nothing(visitor):
    page = text_of(visitor.get(CODE["en"]))
    assert 'autocomplete="off"' in page
    code = visitor.receipt()
    assert visitor.open(code)["Cache-Control"] == "no-store"
