"""What makes the site an app on a phone: its manifest, and the page for a moment without a connection."""

import json
import re
import struct

import pytest

from isigurt.country import pack
from isigurt.design.addresses import ADDRESSES
from tests.surfaces.front.visitor import text_of

pytestmark = pytest.mark.django_db(databases=["default", "door"])
LANGUAGES = ["sq", "en"]


def manifest(visitor, language):
    response = visitor.get(f"/{language}/app.webmanifest")
    assert response["Content-Type"] == "application/manifest+json"
    return json.loads(response.content)


def kept(visitor):
    return json.loads(re.match(r"const kept = (\{.*\});\n", text_of(visitor.get("/worker.js")))[1])


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_app_installed_in_a_language_starts_and_takes_shares_in_it(visitor, language):
    said = manifest(visitor, language)
    assert said["lang"] == language
    assert said["start_url"] == said["id"] == f"/{language}/"
    assert said["share_target"]["action"] == ADDRESSES["share"][language]
    assert said["share_target"]["action"].startswith(said["scope"])
    assert said["share_target"]["method"] == "POST"
    assert "files" not in said["share_target"]["params"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_names_the_manifest_of_its_language(visitor, language):
    for page in ("home", "report", "code", "button"):
        assert f'rel="manifest" href="/{language}/app.webmanifest"' in text_of(visitor.get(ADDRESSES[page][language]))


def test_an_icon_is_as_large_as_it_says_and_one_may_be_cut_round(visitor):
    icons = manifest(visitor, "sq")["icons"]
    for icon in icons:
        response = visitor.get(icon["src"])
        assert response["Content-Type"] == icon["type"] == "image/png"
        width, height = struct.unpack(">II", response.content[16:24])
        assert icon["sizes"] == f"{width}x{height}"
        assert len(response.content) < 16_000
    assert {(icon["sizes"], icon["purpose"]) for icon in icons} >= {
        ("192x192", "any"), ("512x512", "any"), ("512x512", "maskable"),
    }  # fmt: skip


def test_what_a_phone_keeps_is_the_offline_page_and_its_looks(visitor):
    named = kept(visitor)
    assert named["pages"] == ADDRESSES["offline"]
    for file in named["files"]:
        assert re.fullmatch(r"/static/(design|front)/[\w.-]+\.(css|js|svg)\?[0-9a-f]{8}", file)
        assert visitor.get(file).status_code == 200
    for language in LANGUAGES:
        page = text_of(visitor.get(ADDRESSES["offline"][language]))
        assert set(re.findall(r'(?:href|src)="(/static/[^"#]+)', page)) <= set(named["files"])


def test_the_worker_may_fetch_from_here_and_nothing_else(visitor):
    response = visitor.get("/worker.js")
    assert response["Content-Type"].startswith("text/javascript")
    assert response["Content-Security-Policy"] == "default-src 'none'; connect-src 'self'"
    assert response["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_offline_page_holds_the_sure_numbers_and_asks_for_nothing(visitor, language):
    page = text_of(visitor.get(ADDRESSES["offline"][language]))
    for line in pack().sure_helplines:
        assert f'href="tel:{line.dial}"' in page
    assert "<form" not in page
    assert ADDRESSES["report"][language] not in page
    assert ADDRESSES["code"][language] not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_report_and_what_is_behind_a_code_leave_nothing_on_the_phone(visitor, language):
    visitor.language = language
    code = visitor.receipt()
    pages = [
        visitor.get(ADDRESSES["report"][language]),
        visitor.get(ADDRESSES["code"][language]),
        visitor.send(),
        visitor.open(code),
        visitor.open(code, act="withdraw"),
        visitor.post(ADDRESSES["share"][language], {"text": "https://keq.example/"}),
    ]
    assert not [response for response in pages if "offline.js" in text_of(response)]
    assert "offline.js" in text_of(visitor.get(ADDRESSES["home"][language]))
