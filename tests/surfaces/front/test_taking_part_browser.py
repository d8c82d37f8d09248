"""The forms of taking part in a real browser, in every state: empty, with mistakes, done, no longer open."""

import time

import pytest
from playwright.sync_api import Page, expect

from isigurt.design.addresses import ADDRESSES
from tests.surfaces.front.browsing import look, send, tab_to
from tests.surfaces.front.running import open_for_all

pytestmark = [pytest.mark.browser, pytest.mark.once]
FILLED = {
    "activity": {
        "#id_title": "Orë e hapur",
        "#id_what": "Flasim, pa frikë.",
        "#id_organisation": "Shkolla „Drita”",
        "#id_place": "Salla e madhe",
        "#id_day": time.strftime("%Y-%m-%d"),
        "#id_contact": "era@shkolla.example",
    },
    "pledge": {"#id_organisation": "Shoqata Ura", "#id_contact": "zyra@ura.example"},
    "order": {
        "#id_copies": "40",
        "#id_recipient": "Era Provë",
        "#id_delivery": "Rruga e Provës 1",
        "#id_contact": "era@prove.example",
    },
}
# What is pressed or typed into, outside running text, and is smaller than a thumb.
SMALL = """() => [...document.querySelectorAll("a, button, select, summary, input:not([type=hidden]), textarea")]
    .filter(each => !each.closest(".trap, .skip") && !each.matches("p:not(.row) a, li a:not(.callout a)"))
    .map(each => each.matches("[type=checkbox]") ? each.closest("label") : each)
    .map(each => [each.outerHTML.slice(0, 80), each.getBoundingClientRect()])
    .filter(([, box]) => box.height && (box.height < 43.9 || box.width < 43.9))
    .map(([html, box]) => `${html} ${box.width}x${box.height}`)"""


@pytest.fixture(scope="module")
def _open(place):
    open_for_all(place)


def address(way: str, language: str) -> str:
    return ADDRESSES[f"take_part_{way}"][language]


def fill(page: Page, way: str) -> None:
    for field, text in FILLED[way].items():
        page.fill(field, text)
    for choice in page.locator("form.report select").all():
        choice.select_option(index=1)
    for box in page.locator("form.report [type=checkbox]").all()[:1]:
        box.check()


def examined(page: Page, what: str) -> None:
    look(page, what)
    assert page.evaluate(SMALL) == [], what


@pytest.mark.usefixtures("_open")
@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_state_of_a_form_has_a_barrier_a_machine_can_find(open_page, language, scheme, width):
    page = open_page(
        ADDRESSES["take_part"][language],
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
        bypass_csp=True,
    )
    examined(page, "overview")
    for way in FILLED:
        page.goto(address(way, language))
        examined(page, f"{way}, empty")
        send(page)
        expect(page.locator("#errors")).to_be_visible()
        examined(page, f"{way}, everything missing")
        fill(page, way)
        page.fill("#id_contact", "era(at)gmail")
        send(page)
        expect(page.locator("#errors a")).to_have_count(1)
        assert page.input_value("#id_contact") == "era(at)gmail"
        examined(page, f"{way}, one mistake")
        page.fill("#id_contact", "era@prove.example")
        send(page)
        expect(page.locator("form.report")).to_have_count(0)
        examined(page, f"{way}, done")
    page.goto(f"{address('order', language)}?campaign=00000000-0000-0000-0000-000000000001")
    examined(page, "no longer open")


@pytest.mark.usefixtures("_open")
def test_the_text_at_twice_its_size_loses_nothing(open_page):
    page = open_page("/sq/merr-pjese/", viewport={"width": 320, "height": 800}, bypass_csp=True)
    for way in FILLED:
        page.goto(address(way, "sq"))
        send(page)
        page.add_style_tag(content="html { font-size: 200% }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, way


@pytest.mark.usefixtures("_open")
@pytest.mark.parametrize("language", ["sq", "en"])
def test_every_page_of_taking_part_leads_to_a_report_and_back(open_page, language):
    page = open_page(ADDRESSES["take_part"][language], java_script_enabled=False)

    def leads_to(where: str) -> None:
        assert page.locator(f'main a[href="{where}"]').count() > 0, (page.url, where)

    leads_to(ADDRESSES["report"][language])
    page.goto(address("pledge", language))
    leads_to(ADDRESSES["report"][language])
    fill(page, "pledge")
    send(page)
    for where in (ADDRESSES["report"][language], ADDRESSES["take_part"][language], "/sq/fushata/dita/"):
        leads_to(where)


@pytest.mark.usefixtures("_open")
def test_a_pledge_is_signed_by_keyboard_alone(open_page):
    page = open_page(address("pledge", "en"))
    tab_to(page, "#id_organisation")
    page.keyboard.type("Shoqata Ura")
    for choice in ("#id_organisation_kind", "#id_municipality"):
        tab_to(page, choice)
        page.keyboard.press("ArrowDown")
    tab_to(page, "#id_contact")
    page.keyboard.type("zyra@ura.example")
    tab_to(page, "form.report button[type=submit]")
    assert page.input_value("#id_website") == ""
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you. We have it.")
