"""The desk's pages of what people sent in to take part."""

import datetime as dt

import pytest
from django.test import Client

from isigurt.ledger.models import Entry
from isigurt.outreach import cells
from isigurt.outreach.models import SignUp
from isigurt.outreach.states import SignUpState
from isigurt.staff.models import Role
from isigurt.vault.errors import Erased
from tests.outreach.factories import campaign, resource
from tests.outreach.sign_ups import OPEN, send, sign_up
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])
LIST = "/taking-part/"


@pytest.fixture
def editor() -> Client:
    return sign_in(Client(), make_member(Role.EDITOR))


def text(client: Client, address: str) -> str:
    return client.get(address).content.decode()


@pytest.mark.parametrize("way", ["activity", "pledge", "order"])
@pytest.mark.parametrize("state", list(SignUpState))
@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_list_says_that_it_is_empty(way, state, language):
    client = sign_in(Client(), make_member(Role.LEAD, language=language))
    page = text(client, f"{LIST}?way={way}&state={state}")
    assert 'class="empty"' in page


def test_what_waits_is_listed_and_read_with_its_contact_which_is_recorded(editor):
    page = campaign(**OPEN)
    row = sign_up(campaign=page.translation_key)
    listed = text(editor, LIST)
    assert "Orë e hapur" in listed
    assert "era@shkolla.example" not in listed
    assert not Entry.objects.filter(act="sign_up.viewed").exists()
    shown = text(editor, f"{LIST}{row.pk}/")
    for word in ("Orë e hapur", "Së bashku", "Flasim për fotot.", "era@shkolla.example", "Tirana", "120"):
        assert word in shown, word
    assert Entry.objects.filter(act="sign_up.viewed", subject_id=str(row.pk)).count() == 1


def test_an_editor_accepts_undoes_and_refuses_with_a_reason(editor):
    row = sign_up()
    answer = editor.post(f"{LIST}{row.pk}/accept/", follow=True)
    assert "as soon as the pages are baked" in answer.content.decode()
    answer = editor.post(f"{LIST}{row.pk}/undo/", follow=True)
    assert "It waits again." in answer.content.decode()
    answer = editor.post(f"{LIST}{row.pk}/refuse/", {"refusal": ""})
    assert answer.status_code == 422
    assert "Choose a reason." in answer.content.decode()
    editor.post(f"{LIST}{row.pk}/refuse/", {"refusal": "doubtful"})
    row.refresh_from_db()
    assert (row.state, row.refusal) == ("refused", "doubtful")
    assert "nobody could confirm it" in text(editor, f"{LIST}{row.pk}/")


def test_an_order_is_sent_not_accepted(editor):
    paper = resource(printed=True, title="Plakati i madh")
    row = sign_up("order", material=paper.translation_key)
    shown = text(editor, f"{LIST}{row.pk}/")
    assert "Plakati i madh" in shown
    assert "Rruga e Provës 1" in shown
    answer = editor.post(f"{LIST}{row.pk}/accept/", follow=True)
    assert "Noted as sent." in answer.content.decode()
    assert "Plakati i madh" in text(editor, f"{LIST}?way=order&state=accepted")


def test_of_two_editors_at_once_the_second_is_told_and_nothing_changes(editor):
    row = sign_up()
    editor.post(f"{LIST}{row.pk}/accept/")
    answer = editor.post(f"{LIST}{row.pk}/refuse/", {"refusal": "twice"})
    assert answer.status_code == 409
    row.refresh_from_db()
    assert row.state == SignUpState.ACCEPTED


def test_a_contact_is_erased_at_once_when_somebody_asks(editor):
    row = sign_up("pledge")
    editor.post(f"{LIST}{row.pk}/accept/")
    editor.post(f"{LIST}{row.pk}/erase/")
    row.refresh_from_db()
    with pytest.raises(Erased):
        cells.read_contact(row)
    shown = text(editor, f"{LIST}{row.pk}/")
    assert "Erased on" in shown
    assert "Shoqata Ura" in shown
    looks = Entry.objects.filter(act="sign_up.viewed").count()
    text(editor, f"{LIST}{row.pk}/")
    assert Entry.objects.filter(act="sign_up.viewed").count() == looks


def test_two_from_one_form_name_each_other(editor):
    receipt = send()
    send(receipt=receipt, title="Orë tjetër")
    first = sign_up("pledge")
    assert "sent more than once" not in text(editor, f"{LIST}{first.pk}/")
    for row in SignUp.objects.filter(form=receipt.locator):
        assert "sent more than once" in text(editor, f"{LIST}{row.pk}/")


def test_a_campaign_that_was_deleted_does_not_break_the_list(editor):
    row = sign_up(day=dt.date(2030, 1, 1))
    for address in (LIST, f"{LIST}{row.pk}/"):
        assert "a campaign that is no longer there" in text(editor, address)


@pytest.mark.parametrize("role", [Role.ANALYST, Role.AUDITOR, Role.ADMIN])
def test_nobody_else_sees_or_decides(role):
    client = sign_in(Client(), make_member(role))
    row = sign_up()
    for address in (LIST, f"{LIST}{row.pk}/"):
        assert client.get(address).status_code == 403
    for act in ("accept", "refuse", "undo", "erase"):
        assert client.post(f"{LIST}{row.pk}/{act}/").status_code == 403
