"""The public pages in a real browser: without JavaScript, by keyboard alone, and as axe sees them."""

import re
from collections.abc import Iterator
from pathlib import Path

import axe_core_python
import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.surfaces.front.running import Front, Place, prepared, running

pytestmark = [pytest.mark.browser]
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"


@pytest.fixture(scope="module")
def place(tmp_path_factory, store) -> Place:
    return prepared(tmp_path_factory.mktemp("place"), store)


@pytest.fixture(scope="module")
def front(place) -> Iterator[Front]:
    with running(place) as served:
        yield served


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture
def open_page(browser, front):
    """Return how to open a page at an address; every request must stay with the front, and no cookie may appear."""
    contexts = []

    def opened(address: str, **options) -> Page:
        context = browser.new_context(base_url=f"http://localhost:{front.port}", **options)
        contexts.append(context)
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.asked = asked
        page.goto(address)
        return page

    yield opened
    for context in contexts:
        assert context.cookies() == []
        for page in context.pages:
            assert all(url.startswith(f"http://localhost:{front.port}/") for url in page.asked), page.asked
        context.close()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_whole_path_without_javascript(open_page, place, language):
    page = open_page(f"/{language}/", java_script_enabled=False, viewport={"width": 360, "height": 640})
    page.locator("a.button.big").first.click()
    page.locator("label[for=harm_grooming]").click()
    page.fill("#id_where", "hxxps://keq[.]example/profil")
    page.select_option("#id_platform", "instagram")
    page.fill("#id_account", "@dikush")
    page.fill("#id_words", "Më kërkon para që të mos i publikojë.")
    page.locator("form.report button[type=submit]").click()
    code = page.locator("[data-receipt]").get_attribute("data-receipt")
    assert re.fullmatch(r"([0-9A-Z]{4}-){3}[0-9A-Z]{4}", code)
    page.fill("#id_last", code[-4:].lower())
    page.locator("form.last button").click()
    expect(page.locator(".callout.good")).to_be_visible()
    page.goto("/sq/kodi/" if language == "sq" else "/en/code/")
    page.fill("#id_code", code.lower().replace("-", " "))
    page.locator("form.unlock button").click()
    expect(page.locator(".steps .now")).to_be_visible()
    page.fill("#id_words", "A ka njeri?")
    page.locator("form.write button").click()
    place.work()
    page.locator("button[value=look]").click()
    expect(page.locator(".talk .mine")).to_contain_text("A ka njeri?")
    page.locator("button[value=withdraw]").click()
    page.locator("button[value=withdraw_surely]").click()
    expect(page.locator("form.write")).to_have_count(0)


def tab_to(page: Page, selector: str, *, most: int = 60) -> None:
    """Press Tab until what has the focus fits `selector`, as somebody without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            assert page.evaluate("getComputedStyle(document.activeElement).visibility") == "visible"
            return
    raise AssertionError(f"Tab never reached {selector}")


def test_the_whole_path_by_keyboard_alone(open_page):
    page = open_page("/sq/", viewport={"width": 1280, "height": 800})
    tab_to(page, "a.button.big")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sq/raporto/")
    tab_to(page, "input[name=harm]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    tab_to(page, "#id_where")
    page.keyboard.type("www.keq.example/1")
    tab_to(page, "form.report button[type=submit]")
    # The trap for machines must not catch people who use a keyboard.
    assert page.input_value("#id_website") == ""
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-receipt]")
    code = page.locator("[data-receipt]").get_attribute("data-receipt")
    tab_to(page, "#id_last")
    page.keyboard.type(code[-4:])
    page.keyboard.press("Enter")
    page.wait_for_selector(".callout.good")
    page.goto("/sq/kodi/")
    tab_to(page, "#id_code")
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    page.wait_for_selector(".steps")
    tab_to(page, "#id_words")
    page.keyboard.type("Po.")
    tab_to(page, "form.write button")
    page.keyboard.press("Space")
    page.wait_for_selector(".callout.good")


def test_what_was_typed_is_still_there_after_a_mistake(open_page):
    page = open_page("/en/report/", java_script_enabled=False)
    page.fill("#id_where", "hxxp://keq[.]example")
    page.fill("#id_words", "Rreshti një\nRreshti dy <b>")
    page.locator("form.report button[type=submit]").click()
    expect(page.locator("#errors a")).to_have_count(1)
    assert page.input_value("#id_where") == "hxxp://keq[.]example"
    assert page.input_value("#id_words") == "Rreshti një\nRreshti dy <b>"
    page.locator("#errors a").click()
    assert page.url.endswith("#id_harm")


def send_report(page: Page, words: str) -> str:
    """Send what is on the form's page and return the code on the receipt."""
    page.locator("label[for=harm_bullying]").click()
    page.fill("#id_words", words)
    page.locator("form.report button[type=submit]").click()
    return page.locator("[data-receipt]").get_attribute("data-receipt")


def test_a_receipt_loaded_anew_is_the_same_receipt_of_one_report(open_page, place, front):
    page = open_page("/sq/raporto/", java_script_enabled=False)
    code = send_report(page, "Një herë e vetme.")
    page.reload()
    assert page.locator("[data-receipt]").get_attribute("data-receipt") == code
    place.work()
    assert "Një herë e vetme." not in front.open(code)[1]  # twice, and the second had become a message


def test_going_back_and_sending_again_gives_a_receipt_that_opens_its_report(open_page, place, front):
    page = open_page("/sq/raporto/", java_script_enabled=False)
    codes = [send_report(page, "E para.")]
    page.go_back()
    # Nothing is left on the form for whoever takes the phone next, and it has a receipt of its own.
    assert page.input_value("#id_words") == ""
    codes.append(send_report(page, "E dyta."))
    place.work()
    assert {front.open(code)[0] for code in codes} == {200}


@pytest.mark.parametrize("width", [320, 1280])
def test_a_long_link_and_letters_from_right_to_left_stay_inside_their_message(open_page, place, width):
    page = open_page("/sq/raporto/", java_script_enabled=False, viewport={"width": width, "height": 700})
    code = send_report(page, "Diçka.")
    page.goto("/sq/kodi/")
    page.fill("#id_code", code)
    page.locator("form.unlock button").click()
    page.fill("#id_words", f"Shiko: https://keq.example/{'x' * 300}\n\u202ekthyer mbrapsht")
    page.locator("form.write button").click()
    place.work()
    page.locator("button[value=look]").click()
    expect(page.locator(".talk .mine")).to_contain_text("keq.example")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_page(open_page, front, language, scheme, width):
    report, code = ("/sq/raporto/", "/sq/kodi/") if language == "sq" else ("/en/report/", "/en/code/")
    # The page's own policy allows no script of ours; axe is let in by the browser, for this test alone.
    page = open_page(f"/{language}/", color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)

    def look(what: str) -> None:
        page.evaluate(AXE)
        found = page.evaluate(f"axe.run({RULES})")["violations"]
        assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in found], what
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), what

    look("home")
    page.goto(report)
    look("form")
    page.locator("form.report button[type=submit]").click()
    look("form with mistakes")
    page.locator("label[for=harm_unknown]").click()
    page.fill("#id_words", "Diçka.")
    page.locator("form.report button[type=submit]").click()
    look("receipt")
    receipt = page.locator("[data-receipt]").get_attribute("data-receipt")
    page.goto(code)
    look("code")
    page.fill("#id_code", "ABCD")
    page.locator("form.unlock button").click()
    look("wrong code")
    page.fill("#id_code", receipt)
    page.locator("form.unlock button").click()
    look("conversation")
    page.locator("button[value=withdraw]").click()
    look("withdraw")
    page.goto(f"/{language}/asgje")
    look("nothing here")
