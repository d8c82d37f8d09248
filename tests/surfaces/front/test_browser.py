"""The public pages in a real browser: without JavaScript, by keyboard alone, and as axe sees them."""

import re

import pytest
from playwright.sync_api import Page, expect

from isigurt.design.addresses import ADDRESSES
from tests.surfaces.front.browsing import go_on, leave_by, look, send, tab_to

pytestmark = [pytest.mark.browser]


@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_whole_path_without_javascript(open_page, place, language):
    page = open_page(f"/{language}/", java_script_enabled=False, viewport={"width": 360, "height": 640})
    leave_by(page, "main a.button.big >> nth=0")
    page.locator("label[for=harm_grooming]").click()
    page.fill("#id_where", "hxxps://keq[.]example/profil")
    page.select_option("#id_platform", "instagram")
    page.fill("#id_account", "@dikush")
    page.fill("#id_words", "Më kërkon para që të mos i publikojë.")
    send(page)
    code = page.locator("[data-receipt]").get_attribute("data-receipt")
    assert re.fullmatch(r"([0-9A-Z]{4}-){3}[0-9A-Z]{4}", code)
    page.fill("#id_last", code[-4:].lower())
    leave_by(page, "form.last button")
    expect(page.locator(".callout.good")).to_be_visible()
    page.goto("/sq/kodi/" if language == "sq" else "/en/code/")
    page.fill("#id_code", code.lower().replace("-", " "))
    leave_by(page, "form.unlock button")
    expect(page.locator(".steps .now")).to_be_visible()
    page.fill("#id_words", "A ka njeri?")
    leave_by(page, "form.write button")
    place.work()
    leave_by(page, "button[value=look]")
    expect(page.locator(".talk .mine")).to_contain_text("A ka njeri?")
    leave_by(page, "button[value=withdraw]")
    leave_by(page, "button[value=withdraw_surely]")
    expect(page.locator("form.write")).to_have_count(0)


def test_the_whole_path_by_keyboard_alone(open_page):
    page = open_page("/sq/", viewport={"width": 1280, "height": 800})
    tab_to(page, "a.button.big")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sq/raporto/")
    tab_to(page, "input[name=harm]")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    for question in ("#id_where", "#id_words"):
        tab_to(page, "form.report button[type=submit]")
        page.keyboard.press("Enter")
        tab_to(page, question)
        page.keyboard.type("www.keq.example/1")
    tab_to(page, "form.report button[type=submit]")
    page.keyboard.press("Enter")
    expect(page.locator("#answers")).to_contain_text("www.keq.example/1")
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
    send(page)
    expect(page.locator("#errors a")).to_have_count(1)
    assert page.input_value("#id_where") == "hxxp://keq[.]example"
    assert page.input_value("#id_words") == "Rreshti një\nRreshti dy <b>"
    page.locator("#errors a").click()
    assert page.url.endswith("#id_harm")


def send_report(page: Page, words: str) -> str:
    """Send what is on the form's page and return the code on the receipt."""
    page.locator("label[for=harm_bullying]").click()
    page.fill("#id_words", words)
    send(page)
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
    leave_by(page, "form.unlock button")
    page.fill("#id_words", f"Shiko: https://keq.example/{'x' * 300}\n\u202ekthyer mbrapsht")
    leave_by(page, "form.write button")
    place.work()
    leave_by(page, "button[value=look]")
    expect(page.locator(".talk .mine")).to_contain_text("keq.example")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.once
@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_on_any_page(open_page, front, language, scheme, width):
    report, code = ("/sq/raporto/", "/sq/kodi/") if language == "sq" else ("/en/report/", "/en/code/")
    # The page's own policy allows no script of ours; axe is let in by the browser, for this test alone.
    page = open_page(f"/{language}/", color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)

    look(page, "home")
    page.goto(report)
    look(page, "question 1")
    go_on(page)
    look(page, "question 1 with a mistake")
    page.locator("label[for=harm_unknown]").click()
    go_on(page)
    look(page, "question 2")
    go_on(page)
    go_on(page)
    look(page, "question 3 with a mistake")
    page.fill("#id_words", "a" * 10_001)
    go_on(page)
    look(page, "answers")
    send(page)
    look(page, "a mistake that only the server sees")
    page.fill("#id_words", "Diçka.")
    go_on(page)
    send(page)
    look(page, "receipt")
    receipt = page.locator("[data-receipt]").get_attribute("data-receipt")
    page.goto(code)
    look(page, "code")
    page.fill("#id_code", "ABCD")
    leave_by(page, "form.unlock button")
    look(page, "wrong code")
    page.fill("#id_code", receipt)
    leave_by(page, "form.unlock button")
    look(page, "conversation")
    leave_by(page, "button[value=withdraw]")
    look(page, "withdraw")
    page.goto(f"/{language}/asgje")
    look(page, "nothing here")
    for sister in ("button", "offline", "search"):
        page.goto(ADDRESSES[sister][language])
        look(page, sister)
