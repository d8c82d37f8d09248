"""What holds for every public page."""

import gzip
import re
from pathlib import Path

import pytest

from isigurt.country import pack
from isigurt.design.addresses import ADDRESSES, preferred
from isigurt.surfaces.front.pages import FreshPage, mark
from tests.surfaces.front.visitor import text_of

pytestmark = pytest.mark.django_db(databases=["default", "door"])
GET_PAGES = [address for page, each in ADDRESSES.items() if page not in {"check", "share"} for address in each.values()]


@pytest.mark.parametrize("address", [*GET_PAGES, "/sq/asgje", "/", "/static/design/public.css"])
def test_every_answer_has_the_headers_and_no_cookie(visitor, address):
    response = visitor.get(address)
    assert response["Content-Security-Policy"].startswith("default-src 'none'")
    assert "unsafe" not in response["Content-Security-Policy"]
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert not response.cookies
    assert int(response["Content-Length"]) == len(response.content)


@pytest.mark.parametrize("address", [*GET_PAGES, "/sq/asgje"])
def test_every_page_has_a_way_out_the_numbers_and_nothing_inline_or_foreign(visitor, address):
    page = text_of(visitor.get(address))
    assert "data-leave" in page
    assert "tel:116111" in page
    assert "tel:129" in page
    assert not re.search(r"<[^>]+\s(style|on\w+)=", page)
    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert set(re.findall(r'(?:src|href|action)="(?:https?:)?//([^/"]+)', page)) <= {"sq.wikipedia.org"}


TELLING = (
    "abuz", "abuse", "hotline", "linj", "ndihm", "help", "dhun", "violen", "shantazh", "blackmail", "bull", "ngacm",
    "seks", "sex", "intim", "foto", "photo", "fëmij", "child", "polic", "viktim", "victim", "urrejt", "hate",
)  # fmt: skip


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_titles_on_the_way_of_a_report_tell_nothing_over_a_shoulder(visitor, language):
    visitor.language = language
    code = visitor.receipt()
    address = {page: each[language] for page, each in ADDRESSES.items()}
    pages = [
        visitor.get(address["report"]),
        visitor.send(harm=""),
        visitor.send(),
        visitor.post(address["check"], {"code": code, "last": code[-4:]}),
        visitor.post(address["share"], {"text": "https://keq.example/"}),
        visitor.get(address["code"]),
        visitor.open("x"),
        visitor.open(code),
        visitor.open(code, act="withdraw"),
        visitor.get(address["offline"]),
        visitor.post(address["search"], {"words": "shantazh"}),
        visitor.client.post(address["report"], b"", content_type="text/plain"),
        visitor.post(address["report"], b"words=" + b"a" * (3 * 2**20)),
    ]
    titles = [re.search("<title>(.*?)</title>", text_of(page))[1].lower() for page in pages]
    assert not [(title, word) for title in titles for word in (*TELLING, "raport", "report") if word in title]


def test_no_address_on_the_way_of_a_report_tells_what_it_is_about():
    ways = ("report", "share", "check", "code", "offline", "search")
    assert not [
        (each, word)
        for page in ways
        for each in ADDRESSES[page].values()
        for word in (*TELLING, *pack().harms.ids)
        if word in each
    ]


@pytest.mark.parametrize("address", GET_PAGES)
def test_a_page_leads_to_its_sister_in_the_other_language(visitor, address):
    page = text_of(visitor.get(address))
    other = next(
        each[{"sq": "en", "en": "sq"}[address[1:3]]] for each in ADDRESSES.values() if address in each.values()
    )
    assert f'href="{other}"' in page
    assert f'<html lang="{address[1:3]}"' in page


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("", "sq"),
        ("sq", "sq"),
        ("en-GB,en;q=0.9", "en"),
        ("de,en;q=0.8,sq;q=0.9", "sq"),
        ("it-IT", "sq"),
        ("en;q=0", "sq"),
        ("en;q=abc", "sq"),
        ("*", "sq"),
        ("sq,en", "sq"),
        ("en,sq", "en"),
        (",;=," * 1000, "sq"),
    ],
)
def test_the_first_page_follows_the_browser_albanian_when_in_doubt(visitor, asked, language):
    assert preferred(asked) == language
    response = visitor.get("/", HTTP_ACCEPT_LANGUAGE=asked)
    assert response.status_code == 302
    assert response["Location"] == f"/{language}/"


def test_the_form_and_what_follows_are_kept_by_no_cache(visitor):
    assert visitor.get("/sq/raporto/")["Cache-Control"] == "no-store"
    assert visitor.send()["Cache-Control"] == "no-store"


def test_files_are_kept_for_good_because_their_address_changes_with_them(visitor):
    page = text_of(visitor.get("/sq/"))
    files = set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page))
    assert files
    for file in files:
        response = visitor.get(file, HTTP_ACCEPT_ENCODING="gzip")
        assert response.status_code == 200
        assert "immutable" in response["Cache-Control"]
        assert "?" in file


@pytest.mark.parametrize(
    "name", ["../pages.py", "front/../../wsgi.py", "%2e%2e/wsgi.py", "/etc/passwd", "nothing.css", "front/"]
)
def test_no_path_leads_to_any_other_file(visitor, name):
    assert visitor.get(f"/static/{name}").status_code == 404


def test_a_file_is_the_same_packed_and_plain(visitor):
    plain = visitor.get("/static/design/public.css").content
    assert gzip.decompress(visitor.get("/static/design/public.css", HTTP_ACCEPT_ENCODING="gzip").content) == plain


@pytest.mark.parametrize("address", GET_PAGES)
def test_an_address_typed_without_its_last_stroke_leads_to_the_page(visitor, address):
    response = visitor.get(address.rstrip("/"))
    assert response.status_code == 301
    assert response["Location"] == address
    assert response["Content-Security-Policy"]


def test_no_address_leads_to_another_site(visitor):
    for address in ("/sq//evil.example", "/evil.example", "/sq/raporto/x"):
        assert visitor.get(address).status_code == 404


def test_other_methods_break_nothing(visitor):
    for address in GET_PAGES:
        for method in ("head", "options", "put", "delete"):
            assert getattr(visitor.client, method)(address).status_code < 500


@pytest.mark.parametrize("host", ["evil.example", "localhost:1", "a b", "x" * 300])
def test_no_page_repeats_the_host_it_was_asked_by(visitor, host):
    assert host not in text_of(visitor.get("/sq/", HTTP_HOST=host)) or host == "localhost:1"


def test_a_fresh_page_puts_each_value_in_its_place(rf):
    page = FreshPage(f"a{mark(1)}b{mark(0)}c{mark(1)}ë")
    values = {0: "ZERO", 1: "ONE"}
    assert page.response(rf.get("/"), values).content.decode() == "aONEbZEROcONEë"
    packed = page.response(rf.get("/", HTTP_ACCEPT_ENCODING="gzip"), values).content
    assert gzip.decompress(packed).decode() == "aONEbZEROcONEë"


def test_a_page_on_a_cheap_phone_is_small(visitor):
    sizes = 0
    page = visitor.get("/sq/raporto/", HTTP_ACCEPT_ENCODING="gzip")
    sizes += len(page.content)
    for file in set(re.findall(r'(?:href|src)="(/static/[^"#]+)', gzip.decompress(page.content).decode())):
        sizes += len(visitor.get(file, HTTP_ACCEPT_ENCODING="gzip").content)
    assert sizes < 26_000


_TRANSLATED = re.compile(r"{% (comment|blocktranslate).*?end\1 %}|{%.*?%}|{{.*?}}|<[^>]+>", re.DOTALL)


def test_no_template_says_a_word_outside_the_catalogue():
    folder = Path(__file__).resolve().parents[3] / "src/isigurt/surfaces/front/templates/front"
    for template in folder.glob("*.html"):
        text = _TRANSLATED.sub(" ", template.read_text())
        assert not re.search(r"[A-Za-z]{2,}", text), (template.name, re.findall(r"[A-Za-z]{2,}.*", text))
