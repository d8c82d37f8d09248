"""What holds for every answer of the front, whatever was asked and however it went."""

import pytest

from isigurt.design.addresses import ADDRESSES
from isigurt.surfaces.front.middleware import HEADERS
from isigurt.surfaces.front.urls import urlpatterns
from tests.nu import faults
from tests.surfaces.front.answers import FILES, REFUSED, pages
from tests.surfaces.front.visitor import text_of

pytestmark = pytest.mark.django_db(databases=["default", "door"])
# Said by the answer itself, because it is another: the worker fetches, a button's picture is shown by other sites.
OWN = {"/worker.js": "Content-Security-Policy", "/static/button/sq-night.svg": "Cross-Origin-Resource-Policy"}


def without_headers(answers):
    """Return the headers that are missing or other than they should be, by answer."""
    return [
        (name, header)
        for name, answer in answers.items()
        for header, value in HEADERS.items()
        if answer.headers.get(header) != value and OWN.get(name) != header
    ]


def test_the_policy_lets_nothing_inline_in_and_nothing_from_elsewhere():
    policy = dict(part.strip().split(" ", 1) for part in HEADERS["Content-Security-Policy"].split(";"))
    assert policy["default-src"] == "'none'"
    assert set(policy.values()) == {"'none'", "'self'"}
    assert policy["base-uri"] == policy["frame-ancestors"] == "'none'"


@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_page_in_every_state_has_the_headers_and_no_cookie(visitor, language):
    answers = pages(visitor, language)
    assert {answer.status_code for answer in answers.values()} == {200, 400, 404, 413, 422, 500, 503}
    assert without_headers(answers) == []
    assert [name for name, answer in answers.items() if answer.cookies] == []


def test_every_page_in_every_state_leads_to_a_report_and_to_help(visitor):
    ways = [f'href="{ADDRESSES["report"]["sq"]}"', f'href="{ADDRESSES["home"]["sq"]}#house"']
    shown = {name: text_of(answer) for name, answer in pages(visitor, "sq").items() if answer.status_code != 302}
    # Without a connection there is nothing to lead to.
    assert [name for name, html in shown.items() if not all(way in html for way in ways)] == ["offline"]


def test_every_file_refusal_and_odd_method_has_the_headers(visitor):
    answers = {address: visitor.get(address) for address in (*FILES, *REFUSED, "/")}
    answers |= {
        f"{method} {address}": getattr(visitor.client, method)(address)
        for address in ("/", "/sq/nothing", *(each for page in ADDRESSES.values() for each in page.values()))
        for method in ("get", "head", "options", "put", "delete", "patch")
    }
    assert {answers[address].status_code for address in FILES} == {200}
    assert {answers[address].status_code for address in REFUSED} == {404}
    assert without_headers(answers) == []
    assert [name for name, answer in answers.items() if answer.cookies or answer.status_code >= 500] == []


def test_there_is_no_address_that_this_walk_leaves_out():
    walked = {each.removeprefix("/") for page in ADDRESSES.values() for each in page.values()}
    walked |= {each.removeprefix("/") for each in (*FILES, "/")}
    left = [str(each.pattern) for each in urlpatterns if str(each.pattern) not in walked]
    assert left == ["static/button/<slug:name>.svg", "static/<path:name>"]  # files of these are among FILES


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_nu_html_checker_finds_nothing_in_any_page_in_any_state(visitor, language, tmp_path):
    shown = {name: text_of(answer) for name, answer in pages(visitor, language).items()}
    assert faults(tmp_path, shown) == []


def test_the_checker_would_find_a_mistake(tmp_path):
    html = '<!doctype html>\n<html lang="en"><head><title>x</title></head><body><ul><p>a</ul></body></html>'
    assert [name for name, _message, _extract in faults(tmp_path, {"wrong": html})] == ["wrong"]
