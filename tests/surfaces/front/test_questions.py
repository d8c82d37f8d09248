"""One question at a time, in a real browser."""

import json

import pytest
from playwright.sync_api import Page, expect

from isigurt.country import pack
from isigurt.design.addresses import ADDRESSES
from tests.surfaces.front.browsing import go_on, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.once]
FORM = "/sq/raporto/"


def asks(page: Page, words: str) -> None:
    """See that one question is shown and its heading has `words`; a way back takes the browser a moment."""
    expect(page.locator(".question:visible h2")).to_contain_text(words, use_inner_text=True)


def answered(page: Page, *, where: str = "https://keq.example/1", words: str = "Më ngacmojnë.") -> Page:
    """Answer all three questions, up to what is to be checked."""
    page.locator("label[for=harm_bullying]").click()
    go_on(page)
    page.fill("#id_where", where)
    go_on(page)
    page.fill("#id_words", words)
    go_on(page)
    return page


def has_focus(page: Page) -> str:
    return page.evaluate("document.activeElement.textContent || document.activeElement.id")


@pytest.mark.parametrize(
    ("language", "second"), [("sq", "Pyetja 2 nga 3\nKu është?"), ("en", "Question 2 of 3\nWhere is it?")]
)
def test_each_question_stands_alone_says_how_far_it_is_and_has_the_focus(open_page, language, second):
    page = open_page(ADDRESSES["report"][language])
    page.locator("label[for=harm_bullying]").click()
    go_on(page)
    asks(page, second)
    assert has_focus(page) == second
    assert page.evaluate("document.activeElement.tagName") == "H2"


def test_the_answers_are_shown_to_be_checked_changed_and_sent(open_page):
    page = answered(open_page(FORM), words="<b>Rreshti një</b>\nRreshti dy")
    shown = page.locator("#answers")
    expect(shown).to_contain_text(str(pack().harms["bullying"].title.sq))
    expect(shown).to_contain_text("https://keq.example/1")
    expect(shown).to_contain_text("<b>Rreshti një</b>")
    assert has_focus(page) == "Shikoji përgjigjet e tua"
    page.locator("#answers a").nth(1).click()
    asks(page, "Ku është?")
    page.fill("#id_where", "https://keq.example/2")
    go_on(page)
    expect(shown).to_contain_text("https://keq.example/2")
    expect(shown).not_to_contain_text("https://keq.example/1")
    go_on(page)
    page.wait_for_selector("[data-receipt]")


def test_what_was_left_out_is_said(open_page):
    page = answered(open_page(FORM), where="")
    expect(page.locator(".answer").nth(1)).to_contain_text("Këtë e ke lënë bosh.")
    expect(page.locator(".answer").nth(2)).not_to_contain_text("Këtë e ke lënë bosh.")


def test_the_browser_s_back_button_goes_one_question_back_and_loses_nothing(open_page):
    page = answered(open_page(FORM))
    for words in ("Pyetja 3", "Pyetja 2", "Pyetja 1"):
        page.go_back()
        asks(page, words)
        assert words in has_focus(page)
    page.go_forward()
    assert page.input_value("#id_where") == "https://keq.example/1"
    page.get_by_role("button", name="Prapa").click()
    expect(page.locator("#harm_bullying")).to_be_checked()


def test_nothing_typed_is_in_an_address_or_in_the_history(open_page):
    page = answered(open_page(FORM))
    assert page.url.endswith(FORM)
    assert "keq" not in json.dumps(page.evaluate("history.state"))
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]


def test_a_double_click_sends_once(open_page):
    page = answered(open_page(FORM))
    held = []
    page.route(f"**{FORM}", lambda route: held.append(route) or None)  # the line is slow
    button = page.locator("[data-send] button")
    button.scroll_into_view_if_needed()
    box = button.bounding_box()
    for _ in range(3):
        page.mouse.click(box["x"] + 20, box["y"] + 20)
        page.wait_for_timeout(200)
    assert len(held) == 1
    held[0].continue_()
    page.wait_for_selector("[data-receipt]")


def test_enter_in_a_line_goes_on_and_sends_nothing(open_page):
    page = open_page(FORM)
    page.locator("label[for=harm_bullying]").click()
    go_on(page)
    page.fill("#id_account", "@dikush")
    page.locator("#id_account").press("Enter")
    asks(page, "Pyetja 3")


def test_who_chose_nothing_is_told_at_once_and_led_to_the_choices(open_page):
    page = open_page(FORM)
    go_on(page)
    expect(page.locator(".question:visible [role=alert]")).to_contain_text("zgjidh „Nuk e di”")
    assert page.evaluate("document.activeElement.name") == "harm"
    page.locator("label[for=harm_unknown]").click()
    expect(page.locator(".question:visible [role=alert]")).to_have_count(0)


def test_who_said_nothing_is_told_at_the_last_question(open_page):
    page = answered(open_page(FORM), where="", words="")
    expect(page.locator(".question:visible [role=alert]")).to_contain_text("të paktën një gjë")
    assert page.evaluate("document.activeElement.id") == "id_words"


def test_what_only_the_server_sees_leads_to_its_question(open_page):
    many = "\n".join(f"https://a.example/{number}" for number in range(51))
    page = answered(open_page(FORM), where=many, words="a" * 10_001)
    go_on(page)
    expect(page.locator("#errors a")).to_have_count(2)
    asks(page, "Pyetja 2")
    assert page.evaluate("document.activeElement.id") == "errors"
    page.locator("#errors a").nth(1).click()
    asks(page, "Pyetja 3")
    assert page.evaluate("document.activeElement.id") == "id_words"
    page.get_by_role("button", name="Prapa").click()
    asks(page, "Pyetja 2")
    page.get_by_role("button", name="Prapa").click()
    asks(page, "Pyetja 1")
    expect(page.locator("#harm_bullying")).to_be_checked()


def test_jumping_to_the_content_stays_at_the_question(open_page):
    page = open_page(FORM)
    page.locator("label[for=harm_bullying]").click()
    go_on(page)
    page.locator("a.skip").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
    asks(page, "Pyetja 2")
    go_on(page)
    asks(page, "Pyetja 3")
    for number in (2, 2, 1):
        page.go_back()
        asks(page, f"Pyetja {number}")


def test_loading_again_starts_where_an_answer_is_missing(open_page):
    page = answered(open_page(FORM))
    page.reload()
    asks(page, "Pyetja 1")


def test_a_share_is_in_question_two_and_in_no_address(open_page, front):
    page = open_page("/sq/")
    page.evaluate(
        """action => { const form = Object.assign(document.createElement("form"), {method: "post", action});
        form.innerHTML = "<textarea name=text>Shiko https://keq.example/post/1 !</textarea>";
        document.body.append(form); form.submit(); }""",
        ADDRESSES["share"]["sq"],
    )
    page.wait_for_url("**/lidhje/")
    asks(page, "Pyetja 1")
    page.locator("label[for=harm_bullying]").click()
    go_on(page)
    assert page.input_value("#id_where") == "https://keq.example/post/1"
    assert not [address for address in page.asked if "keq" in address]
    assert "keq" not in front.log.read_text()


@pytest.mark.parametrize("keys", [False, True])
def test_leaving_in_the_middle_leads_back_to_no_question(browser, front, keys):
    context = browser.new_context()
    goal = pack().hotline.leave_address
    context.route(f"{goal}**", lambda route: route.fulfill(body="elsewhere", content_type="text/plain"))
    page = context.new_page()
    page.goto(f"http://localhost:{front.port}/sq/")
    page.goto(f"http://localhost:{front.port}{FORM}")
    answered(page)
    if keys:
        for _ in range(3):
            page.keyboard.press("Shift")
    else:
        page.locator("[data-leave]").click()
    page.wait_for_url(f"{goal}**")
    page.go_back()
    assert page.url.endswith("/sq/")
    context.close()


@pytest.mark.parametrize("language", ["sq", "en"])
def test_without_javascript_it_is_one_page_and_leaving_is_explained_before_the_first_question(open_page, language):
    page = open_page(ADDRESSES["report"][language], java_script_enabled=False)
    assert page.locator(".question:visible").count() == 3
    assert page.locator("form.report button:visible").count() == 1
    assert not page.locator(".of").first.is_visible()
    note = page.locator("p", has=page.locator("[data-leave-keys]"))
    assert note.bounding_box()["y"] < page.locator(".question").first.bounding_box()["y"]
    expect(note).to_contain_text({"sq": "historiku", "en": "history"}[language])
    assert not page.locator("[data-leave-keys]").is_visible()


@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("scripts", [True, False])
def test_where_people_hesitate_there_are_words_to_open(open_page, language, scripts):
    page = open_page(ADDRESSES["report"][language], java_script_enabled=scripts)
    for summary in page.locator("main summary").all():
        words = summary.locator("xpath=following-sibling::p").first
        assert not words.is_visible()
        summary.focus()
        page.keyboard.press("Enter")
        assert words.is_visible()
    assert page.locator("main summary").count() == 2
    assert page.locator('details a[href="tel:116111"]').is_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_nothing_moves_while_the_form_comes(browser, front, width):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"http://localhost:{front.port}{FORM}")
    moved = page.evaluate(
        """() => new Promise(done => new PerformanceObserver(list => done(list.getEntries().map(each => each.value)))
        .observe({type: "layout-shift", buffered: true}) || setTimeout(() => done([]), 500))"""
    )
    assert sum(moved) == 0
    context.close()


def test_the_form_is_light_over_the_wire(browser, front):
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    sizes = []
    session.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"http://localhost:{front.port}{FORM}", wait_until="networkidle")
    assert len(sizes) > 5
    assert sum(sizes) <= 30_000
    context.close()


def test_the_whole_form_by_keyboard_with_a_change_on_the_way(open_page):
    page = open_page("/en/report/")
    tab_to(page, "input[name=harm]")
    page.keyboard.press("Space")
    for field in ("#id_account", "#id_contact"):
        tab_to(page, "form.report button[type=submit]")
        page.keyboard.press("Enter")
        tab_to(page, field)
        page.keyboard.type("@dikush")
    page.keyboard.press("Enter")
    tab_to(page, "#answers a")
    page.keyboard.press("Enter")
    assert "Question 1" in has_focus(page)
    tab_to(page, "input[name=harm]")
    page.keyboard.press("ArrowDown")
    tab_to(page, "form.report button[type=submit]")
    page.keyboard.press("Enter")
    assert has_focus(page) == "Check your answers"
    tab_to(page, "[data-send] button")
    page.keyboard.press("Space")
    page.wait_for_selector("[data-receipt]")
