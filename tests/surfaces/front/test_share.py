"""A post shared from another app: its address comes into the form, and goes nowhere else."""

import html
import re

import pytest

from isigurt.intake import queries
from isigurt.intake.door.models import Envelope
from isigurt.intake.models import Report
from isigurt.intake.receipt import Receipt
from tests.intake.factories import open_all
from tests.surfaces.front.visitor import text_of

pytestmark = pytest.mark.django_db(databases=["default", "door"])
SHARE = {"sq": "/sq/raporto/lidhje/", "en": "/en/report/link/"}


def where_on(response) -> str:
    found = re.search(r'<textarea name="where"[^>]*>\s*(.*?)</textarea>', text_of(response), re.DOTALL)
    return html.unescape(found[1])


@pytest.mark.parametrize(
    ("shared", "where"),
    [
        ({"url": "https://keq.example/1"}, "https://keq.example/1"),
        ({"text": "https://keq.example/1"}, "https://keq.example/1"),
        ({"text": "Shiko çfarë bëri Ana! https://keq.example/1 😂"}, "https://keq.example/1"),
        ({"title": "keq.al/1", "text": "", "url": ""}, "keq.al/1"),
        ({"title": "Faqja e keq.al", "text": "https://vm.keq.example/Z"}, "https://vm.keq.example/Z"),
        ({"url": "https://keq.example/1", "text": "https://keq.example/1"}, "https://keq.example/1"),
        ({"url": "https://a.example/1", "text": "dhe https://b.example/2"}, "https://a.example/1\nhttps://b.example/2"),
        ({"text": 'https://keq.example/"><script>'}, "https://keq.example/"),
        ({"text": "https://keq.example/a\x00b"}, "https://keq.example/a\N{REPLACEMENT CHARACTER}b"),
    ],
)
def test_only_the_address_of_what_was_shared_is_put_into_the_form(visitor, shared, where):
    response = visitor.post(SHARE["sq"], shared)
    assert response.status_code == 200
    assert where_on(response) == where
    assert "Ana" not in text_of(response)
    assert "<script>" not in text_of(response)
    assert "te pyetja 2" in text_of(response)


@pytest.mark.parametrize(
    "shared",
    [
        {"text": ""},
        {"text": "Pa asnjë lidhje."},
        {"title": "Foto"},
        {"text": " \r\n"},
        {"other": "https://a.example"},
    ],
)
def test_when_nothing_could_be_used_the_form_says_so_gently(visitor, shared):
    response = visitor.post(SHARE["en"], shared)
    assert response.status_code == 200
    assert where_on(response) == ""
    assert "We found no address in what you shared." in text_of(response)


@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_share_is_a_form_like_any_other_and_sends_nothing(visitor, language):
    visitor.language = language
    responses = [visitor.post(SHARE[language], {"text": "https://keq.example/1"}) for _ in range(2)]
    codes = [re.search(r'name="receipt" value="([^"]+)"', text_of(response))[1] for response in responses]
    assert codes[0] != codes[1]
    assert Receipt.parse(codes[0]).text == codes[0]
    assert {response["Cache-Control"] for response in responses} == {"no-store"}
    assert not Envelope.objects.exists()
    assert f'<html lang="{language}"' in text_of(responses[0])
    sent = visitor.send(where=where_on(responses[0]), receipt=codes[0])
    assert sent.status_code == 200
    open_all()
    assert queries.where_of(Report.objects.get()) == "https://keq.example/1"


def test_nothing_is_ever_taken_from_an_address(visitor):
    response = visitor.get(f"{SHARE['sq']}?text=https://keq.example/1")
    assert response.status_code == 302
    assert response["Location"] == "/sq/raporto/"
    assert "keq.example" not in text_of(visitor.post(f"{SHARE['sq']}?text=https://keq.example/1", {"text": ""}))


def test_a_file_is_not_taken(visitor):
    body = b'--x\r\nContent-Disposition: form-data; name="text"; filename="a.jpg"\r\n\r\nhttps://keq.example\r\n--x--'
    response = visitor.client.post(SHARE["en"], body, content_type="multipart/form-data; boundary=x")
    assert response.status_code == 400
    assert where_on(response) == ""
    assert "We take no pictures, videos or files." in text_of(response)


@pytest.mark.parametrize("size", [300_000, 3 * 2**20])
def test_far_too_much_gets_an_empty_form(visitor, size):
    response = visitor.post(SHARE["en"], b"text=https://keq.example/&title=" + b"a" * size)
    assert response.status_code == 413
    assert where_on(response) == ""


def test_as_many_addresses_as_fit_are_taken_and_can_be_sent(visitor):
    text = "\n".join(f"https://a.example/{number}" for number in range(80))
    response = visitor.post(SHARE["en"], {"text": text})
    assert len(where_on(response).split()) == 50
    assert visitor.send(where=where_on(response)).status_code == 200
    endless = visitor.post(SHARE["en"], {"text": "https://a.example/" + "a" * 20_000})
    assert visitor.send(where=where_on(endless)).status_code == 200
