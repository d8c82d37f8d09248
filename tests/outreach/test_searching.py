"""Finding a page of the demo's site: in the browser and by the server alike."""

import json

import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from isigurt.baked import Baked
from isigurt.baked.searching import Index, index_address, read_index
from isigurt.design.addresses import ADDRESSES
from isigurt.ledger.actor import COMMAND
from isigurt.outreach import taking_part
from isigurt.outreach.actions import accept_sign_up
from isigurt.outreach.baking import bake
from tests.outreach.factories import campaign, help_page, plain, section
from tests.outreach.sign_ups import OPEN, sign_up
from tests.surfaces.front.browsing import look

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(databases=["default", "door"]),
    pytest.mark.usefixtures("a_browser_and_a_store"),
]
QUERIES = {
    "sq": ["femije", "FËMIJË", "foto", "shantazh para", "ore mes", "dita 2027", "e", "çdo", "xyzzy", "?!", "ı ǅ ﬁ ß ς"],
    "en": ["photo", "blackmail money", "teach", "safer internet day", "a", "don’t pay", "nobody knows xyzzy", "…"],
}


@pytest.fixture
def index(tmp_path, monkeypatch):
    """Bake what there is and return the index of a language."""
    monkeypatch.setattr(settings, "ISIGURT_BAKED", tmp_path)

    def read(language: str = "sq"):
        bake()
        file = Baked(tmp_path / "site").find(index_address(language))
        assert file is not None
        assert file.kind == "application/json"
        return read_index(file.plain)

    return read


def test_every_page_but_the_home_is_in_the_index_of_its_language_with_its_own_words(index):
    shelf = section(shows="help", title="Ndihmë")
    page = help_page(shelf, body=json.dumps([{"type": "heading", "value": {"text": "Vjollca ime", "level": "2"}}]))
    plain(title="E fshehur", slug="e-fshehur", live=True).unpublish()
    found = index()
    assert [each.address for each in found] == [shelf.address, page.address]
    assert [each.address for each in Index(found).search("vjollca")] == [page.address]
    # The list above it names the page, and the foot stands on each: neither says what a page is about.
    assert Index(found).search("kercenon") == [found[1]]
    assert Index(found).search("cookies") == []
    assert index("en") == []


def test_an_activity_is_found_and_leads_to_the_list_of_its_municipality(index):
    page = campaign(**OPEN)
    accept_sign_up(sign_up=sign_up(campaign=page.translation_key, title="Klinika e telefonit"), actor=COMMAND)
    sign_up(campaign=page.translation_key, title="Ende në pritje")
    searched = Index(index())
    assert [each.address for each in searched.search("klinika")] == [taking_part.near_address(page)]
    assert [each.title for each in searched.search("klinika tirane")] == [f"Veprimtari pranë jush: {page.title}"]
    assert searched.search("pritje") == []


def shown(page: Page) -> list[tuple[str, str]]:
    return [
        (link.get_attribute("href") or "", link.inner_text()) for link in page.locator("[data-found] a").all()
    ]  # fmt: skip


def asked(page: Page, query: str) -> tuple[list[tuple[str, str]], str]:
    page.locator("#seek").fill(query)
    page.locator("#seek").press("Enter")
    expect(page.locator("[data-said]")).not_to_be_empty()
    return shown(page), page.locator("[data-said]").inner_text()


@pytest.mark.parametrize("language", QUERIES)
def test_the_browser_and_the_server_find_the_same(opened, language):
    with_scripts, without = opened(), opened(java_script_enabled=False)
    with_scripts.goto(ADDRESSES["search"][language])
    found = {}
    for query in QUERIES[language]:
        without.goto(ADDRESSES["search"][language])
        found[query] = asked(with_scripts, query)
        assert found[query] == asked(without, query), query
        assert without.locator("#seek").input_value() == query
    some = [query for query, (pages, _said) in found.items() if pages]
    assert len(some) >= len(QUERIES[language]) // 2
    if language == "sq":
        assert found["femije"] == found["FËMIJË"]
        assert found["femije"][0]


@pytest.mark.parametrize("path", ["/sq/", "/sq/kerko/", "/en/", "/en/search/", "/sq/nuk-ka/"])
def test_what_is_typed_goes_nowhere(opened, path):
    page = opened()
    posted = []
    page.on("request", lambda request: posted.append(request.post_data) if request.method != "GET" else None)
    page.goto(path)
    before = page.url
    pages, said = asked(page, "foto" if "/sq/" in path else "photo")
    assert pages
    assert str(len(pages)) in said
    assert page.url == before
    assert posted == []
    assert [url for url in page.asked if "foto" in url or "photo" in url] == []


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/sq/", "/en/search/"])
def test_what_was_found_has_no_barrier_a_machine_can_find(opened, path, theme, scripts):
    page = opened(color_scheme=theme, viewport={"width": 320, "height": 800}, bypass_csp=True)
    if not scripts:
        page.route("**/search.js*", lambda route: route.abort())
    page.goto(path)
    for query in ("foto" if "/sq/" in path else "photo", "xyzzy"):
        asked(page, query)
        look(page, query)


def test_it_is_all_done_by_keyboard_and_the_answer_is_where_the_focus_goes(opened):
    page = opened(viewport={"width": 390, "height": 800})
    page.goto("/sq/")
    page.locator("#seek").focus()
    page.keyboard.type("kercen")
    expect(page.locator("[data-found] a").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator("[data-said]")).to_be_focused()
    page.keyboard.press("Tab")
    address = page.locator("[data-found] a").first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


def test_nothing_typed_says_so_only_when_it_is_sent(opened):
    page = opened()
    page.goto("/sq/kerko/")
    page.locator("#seek").fill("fo")
    expect(page.locator("[data-found]")).to_be_visible()
    page.locator("#seek").fill("")
    expect(page.locator("[data-said]")).to_be_empty()
    expect(page.locator("[data-found]")).to_be_hidden()
    page.locator("#seek").press("Enter")
    expect(page.locator("[data-said]")).to_have_text("Shkruaj më parë një fjalë.")


def test_when_the_index_does_not_come_the_server_answers(opened):
    page = opened()
    page.route("**/search.json", lambda route: route.abort())
    page.goto("/sq/")
    page.locator("#seek").fill("foto")
    page.locator("#seek").press("Enter")
    page.wait_for_url("**/sq/kerko/")
    assert shown(page)
