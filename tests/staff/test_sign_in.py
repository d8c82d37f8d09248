"""Signing in, as a browser without JavaScript does it; passkeys are tested in a real browser."""

import re
from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from isigurt.ledger.actor import COMMAND
from isigurt.ledger.models import Entry
from isigurt.staff import actions
from isigurt.staff.models import Member, Role
from isigurt.staff.second_factor import has_factor
from tests.staff.factories import PASSWORD, SECRET, code_now, make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def with_password(client: Client, member: Member, password: str = PASSWORD) -> HttpResponse:
    return client.post("/sign-in/", {"login": member.email, "password": password})


def with_code(client: Client, code: str) -> HttpResponse:
    return client.post("/sign-in/factor/", {"code": code})


def last_act() -> Entry:
    return Entry.objects.order_by("-seq").first()


def acts() -> list[str]:
    return list(Entry.objects.order_by("seq").values_list("act", flat=True))


def test_password_and_then_a_code_from_the_app_sign_in(client):
    member = make_member()
    assert with_password(client, member)["Location"] == "/sign-in/factor/"
    assert with_code(client, code_now())["Location"] == "/"
    assert client.get("/").status_code == 200
    entry = last_act()
    assert (entry.act, entry.actor, entry.detail) == (
        "member.signed_in",
        f"member:{member.pk}",
        {"with": "password+totp"},
    )


def test_the_right_password_alone_opens_no_session(client):
    member = make_member()
    with_password(client, member)
    assert "_auth_user_id" not in client.session
    assert client.get("/")["Location"] == "/sign-in/?next=/"
    assert "member.signed_in" not in acts()


def test_a_code_works_only_once(client):
    member, code = make_member(), code_now()
    with_password(client, member)
    with_code(client, code)
    other = Client()
    with_password(other, member)
    assert with_code(other, code).status_code == 200
    assert other.get("/")["Location"].startswith("/sign-in/")


def test_a_wrong_code_is_refused_and_recorded(client):
    member = make_member()
    with_password(client, member)
    wrong = "000000" if code_now() != "000000" else "000001"
    answer = with_code(client, wrong)
    assert answer.status_code == 200
    assert "This code is not right" in answer.content.decode()
    assert last_act().act == "member.code_refused"
    assert last_act().subject_id == str(member.pk)


def test_each_recovery_code_works_once(client):
    member = make_member(factor=False)
    codes = actions.enrol_totp(actor=COMMAND, member=member).recovery_codes
    with_password(client, member)
    assert with_code(client, codes[0])["Location"] == "/"
    assert "factor.used" in acts()
    other = Client()
    with_password(other, member)
    assert with_code(other, codes[0]).status_code == 200
    assert with_code(other, codes[1])["Location"] == "/"


def test_a_wrong_password_is_recorded_by_a_keyed_digest_only(client):
    member = make_member(email="drita@hotline.example")
    answer = with_password(client, member, "not the password")
    assert answer.status_code == 200
    entry = last_act()
    assert (entry.act, entry.actor, entry.subject) == ("member.sign_in_failed", "nobody", "sign_in")
    assert re.fullmatch("[0-9a-f]{32}", entry.subject_id)
    with_password(client, Member(email="DRITA@hotline.example"), "again wrong")
    assert last_act().subject_id == entry.subject_id


def test_an_unknown_address_and_a_wrong_password_look_the_same(client):
    known = with_password(client, make_member(), "wrong").content.decode()
    unknown = with_password(client, Member(email="nobody@hotline.example"), "wrong").content.decode()

    def words(page: str) -> str:
        return re.sub(r'value="[^"]*"', "", page)

    assert words(known) == words(unknown)


def test_a_closed_account_looks_like_a_wrong_password(client):
    member = make_member()
    make_member(Role.ADMIN)
    actions.deactivate(actor=COMMAND, member=member)
    answer = with_password(client, member)
    assert answer.status_code == 200
    assert "do not go together" in answer.content.decode()


def test_after_five_wrong_passwords_even_the_right_one_waits(client):
    member = make_member()
    for _ in range(5):
        with_password(client, member, "wrong")
    assert "Too many tries" in with_password(client, member).content.decode()


def test_sign_out_is_recorded_and_ends_the_session(client):
    sign_in(client, make_member())
    client.post("/sign-out/")
    assert last_act().act == "member.signed_out"
    assert client.get("/")["Location"] == "/sign-in/?next=/"


def test_nobody_can_sign_up_or_reset_a_password_by_mail(client):
    for path in ("/signup/", "/sign-up/", "/accounts/signup/", "/password/reset/", "/accounts/password/reset/"):
        assert client.get(path).status_code == 404
        assert client.post(path, {"email": "a@b.example"}).status_code == 404


# The first time


@pytest.mark.django_db(transaction=True, databases=["default", "door"])
def test_a_new_member_chooses_a_password_then_an_app_then_gets_codes_and_is_in(client):
    made = actions.create_member(
        actor=COMMAND, email="era@hotline.example", name="Era", role=Role.ANALYST, language="en"
    )
    with_password(client, made.member, made.setup_password)
    assert client.get("/")["Location"] == "/account/password/"
    chosen = {"new_password1": PASSWORD, "new_password2": PASSWORD}
    assert client.post("/account/password/", chosen)["Location"] == "/account/start/"
    assert client.get("/")["Location"] == "/account/start/"

    page = client.get("/account/factors/app/add/").content.decode()
    secret = re.search(r'class="secret">([A-Z2-7]+)<', page).group(1)
    added = client.post("/account/factors/app/add/", {"code": code_now(secret)})
    assert added["Location"] == "/account/factors/codes/"
    codes = re.findall(r"<li>(\d{8})</li>", client.get("/account/factors/codes/").content.decode())
    assert len(set(codes)) == 10
    assert client.get("/").status_code == 200
    assert acts() == [
        "member.created",
        "member.signed_in",
        "member.password_chosen",
        "factor.added",
        "factor.added",
    ]
    # Shown once: whoever finds the session open later does not get the codes.
    assert not re.findall(r"<li>(\d{8})</li>", client.get("/account/factors/codes/").content.decode())


def test_a_weak_password_is_not_taken(client):
    made = actions.create_member(actor=COMMAND, email="era@hotline.example", name="Era", role=Role.ANALYST)
    with_password(client, made.member, made.setup_password)
    answer = client.post("/account/password/", {"new_password1": "short", "new_password2": "short"})
    assert answer.status_code == 200
    assert Member.objects.get(pk=made.member.pk).setup_until is not None


def test_the_one_time_password_runs_out(client):
    made = actions.create_member(actor=COMMAND, email="era@hotline.example", name="Era", role=Role.ANALYST)
    Member.objects.update(setup_until=timezone.now() - timedelta(minutes=1))
    with_password(client, made.member, made.setup_password)
    assert "_auth_user_id" not in client.session


@pytest.mark.django_db(transaction=True, databases=["default", "door"])
def test_a_session_from_before_the_first_factor_ends_when_it_is_added_elsewhere():
    member = make_member(factor=False)
    thief, owner = Client(), Client()
    with_password(thief, member)
    with_password(owner, member)
    assert thief.get("/")["Location"] == "/account/start/"
    owner.post("/confirm/", {"password": PASSWORD})
    page = owner.get("/account/factors/app/add/").content.decode()
    secret = re.search(r'class="secret">([A-Z2-7]+)<', page).group(1)
    owner.post("/account/factors/app/add/", {"code": code_now(secret)})
    assert owner.get("/").status_code == 200
    assert thief.get("/")["Location"].startswith("/sign-in/")


def test_a_password_session_ends_even_if_the_factor_came_by_another_way(client):
    member = make_member(factor=False)
    with_password(client, member)
    actions.enrol_totp(actor=COMMAND, member=member)
    assert client.get("/account/start/")["Location"].startswith("/sign-in/")
    assert "_auth_user_id" not in client.session


# Confirming that it is still them


def test_with_a_factor_the_password_confirms_nothing(client):
    sign_in(client, make_member())
    assert client.get("/account/factors/passkeys/add/")["Location"].startswith("/confirm/code/")
    answer = client.post("/confirm/", {"password": PASSWORD})
    assert answer["Location"] == "/confirm/code/"
    assert client.get("/account/factors/passkeys/add/")["Location"].startswith("/confirm/code/")


def test_a_code_confirms_and_opens_what_was_asked_for(client):
    sign_in(client, make_member())
    answer = client.post("/confirm/code/", {"code": code_now(), "next": "/account/password/"})
    assert answer["Location"] == "/account/password/"
    assert client.get("/account/password/").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/account/password/",
        "/account/factors/passkeys/add/",
        "/account/factors/app/remove/",
        "/account/factors/codes/new/",
        "/members/new/",
    ],
)
def test_what_changes_who_gets_in_asks_again_first(client, path):
    sign_in(client, make_member(Role.ADMIN))
    answer = client.post(path, {"new_password1": "x", "name": "x"})
    assert answer["Location"].startswith("/confirm/code/?next=")


def test_the_only_factor_cannot_be_removed(client):
    member = make_member()
    sign_in(client, member, confirmed=True)
    answer = client.post("/account/factors/app/remove/")
    assert "your only second factor" in answer.content.decode()
    assert has_factor(member)


def test_the_only_passkey_cannot_be_removed(client):
    member = make_member(factor=False)
    passkey = Authenticator.objects.create(
        user=member, type=Authenticator.Type.WEBAUTHN, data={"name": "k", "credential": {}}
    )
    sign_in(client, member, confirmed=True)
    client.post(f"/account/factors/passkeys/{passkey.pk}/remove/")
    assert has_factor(member)
    actions.enrol_totp(actor=COMMAND, member=member, secret=SECRET)
    client.post(f"/account/factors/passkeys/{passkey.pk}/remove/")
    assert not Authenticator.objects.filter(pk=passkey.pk).exists()
    assert last_act().act == "factor.removed"


def test_nobody_touches_the_passkey_of_somebody_else(client):
    other = make_member()
    passkey = Authenticator.objects.create(
        user=other, type=Authenticator.Type.WEBAUTHN, data={"name": "k", "credential": {}}
    )
    sign_in(client, make_member(), confirmed=True)
    for act in ("remove", "name"):
        assert client.post(f"/account/factors/passkeys/{passkey.pk}/{act}/", {"name": "mine"}).status_code == 404


def test_one_can_end_all_other_sessions_and_stay(client):
    member = make_member()
    sign_in(client, member)
    other = sign_in(Client(), member)
    client.post("/account/sessions/end/")
    assert client.get("/").status_code == 200
    assert other.get("/")["Location"].startswith("/sign-in/")


def test_the_desk_speaks_the_language_a_member_chose(client):
    member = make_member(language="en")
    sign_in(client, member)
    assert '<html lang="en">' in client.get("/account/").content.decode()
    client.post("/account/language/", {"language": "sq"})
    assert '<html lang="sq">' in client.get("/account/").content.decode()
    client.post("/account/language/", {"language": "xx"})
    assert Member.objects.get(pk=member.pk).language == "sq"
