import time
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from isigurt.ledger.models import Entry
from tests.staff.factories import make_member, sign_in

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def set_session(client: Client, **values: int) -> None:
    session = client.session
    session.update(values)
    session.save()


def is_in(client: Client) -> bool:
    answer = client.get("/")
    assert answer.status_code in {200, 302}
    return answer.status_code == 200


def test_a_session_unused_for_an_hour_ends_and_the_record_says_so(client):
    sign_in(client, make_member())
    assert is_in(client)
    set_session(client, used_at=int(time.time()) - 3540)  # a minute is left, however slow the machine is
    assert is_in(client)
    set_session(client, used_at=int(time.time()) - 3601)
    assert not is_in(client)
    assert Entry.objects.order_by("-seq").first().act == "member.signed_out"


def test_using_the_desk_keeps_the_session_alive(client):
    sign_in(client, make_member())
    set_session(client, used_at=int(time.time()) - 1800)
    assert is_in(client)
    assert client.session["used_at"] >= time.time() - 60


def test_a_session_ends_after_twelve_hours_however_busy(client):
    sign_in(client, make_member())
    set_session(client, started_at=int(time.time()) - 12 * 3600 - 1, used_at=int(time.time()))
    assert not is_in(client)


def test_a_clock_put_back_does_not_keep_a_session_alive_for_ever(client):
    sign_in(client, make_member())
    set_session(client, used_at=int(time.time()) + 10 * 24 * 3600)
    assert is_in(client)
    assert client.session["used_at"] <= time.time() + 1


def test_the_session_is_not_written_at_each_request(client, django_assert_num_queries):
    sign_in(client, make_member())
    client.get("/account/")
    before = client.session["used_at"]
    client.get("/account/")
    assert client.session["used_at"] == before


def test_a_sign_in_clears_away_sessions_that_ended(client):
    long_ago = Session.objects.create(
        session_key="old", session_data="", expire_date=timezone.now() - timedelta(days=1)
    )
    other = sign_in(Client(), make_member())
    sign_in(client, make_member())
    assert not Session.objects.filter(pk=long_ago.pk).exists()
    assert is_in(other)


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(client):
    member = make_member()
    client.post("/sign-in/", {"login": member.email, "password": "wrong"})
    sign_in(client, member)
    client.get("/")
    cookie = client.cookies["sessionid"]
    assert cookie["httponly"]
    answer = client.get("/account/")
    assert answer.status_code == 200


def test_htmx_is_told_to_load_the_sign_in_page_instead_of_swapping_it_in(client):
    answer = client.get("/account/", headers={"HX-Request": "true"})
    assert answer.status_code == 204
    assert answer["HX-Redirect"] == "/sign-in/?next=/account/"


def test_signed_out_the_browser_chooses_the_language_and_albanian_wins_in_doubt(client):
    def language(accepted: str) -> str:
        return client.get("/sign-in/", headers={"Accept-Language": accepted})["Content-Language"]

    assert language("en-GB,en;q=0.9") == "en"
    assert language("sq") == "sq"
    assert language("xx") == "sq"
    assert language("") == "sq"
