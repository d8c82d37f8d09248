"""The design system in a real browser: readable by machines for people, at every width, with and without scripts."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from isigurt.country import PACKS, load_pack
from tests.barriers import barriers
from tests.served import served

pytestmark = pytest.mark.browser
FRAMES = {"desk": "/desk/", "public": "/desk/public/"}


@pytest.fixture(scope="module")
def address():
    with override_settings(ROOT_URLCONF="tests.design.addresses", MIDDLEWARE=[]), served(WSGIHandler()) as found:
        yield found


@pytest.fixture
def visit(browser, address):
    """Opens a frame in a fresh context; the page keeps what the console said."""
    contexts = []

    def open_page(frame, *, width=390, language="sq", **options):
        context = browser.new_context(viewport={"width": width, "height": 800}, **options)
        contexts.append(context)
        context.route(lambda url: not url.startswith(address), lambda route: route.fulfill(body="elsewhere"))
        page = context.new_page()
        page.said = []
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.goto(f"{address}{FRAMES[frame]}?language={language}")
        return page

    yield open_page
    for context in contexts:
        context.close()


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_a_page_has_no_barrier_a_machine_can_find(visit, frame, theme, width, language):
    assert barriers(visit(frame, width=width, language=language, color_scheme=theme)) == []


def test_a_barrier_would_be_found(visit):
    page = visit("public", bypass_csp=True)
    page.evaluate("document.querySelector('main').innerHTML += '<img src=x><p style=\"color: #ccc\">Pale.</p>'")
    assert {rule for rule, _ in barriers(page)} == {"image-alt", "color-contrast"}


@pytest.mark.parametrize("frame", FRAMES)
def test_a_page_obeys_the_strict_policy_and_complains_of_nothing(visit, frame):
    assert visit(frame).said == []


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("language", ["sq", "en"])
@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_sticks_out_at_the_side(visit, frame, language, width):
    page = visit(frame, width=width, language=language)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_is_lost_at_twice_the_text(visit):
    page = visit("public", width=320, bypass_csp=True)
    page.add_style_tag(content="html { font-size: 200% }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("frame", FRAMES)
def test_what_is_pressed_is_large_enough_for_a_thumb(visit, frame, width):
    page = visit(frame, width=width)
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, select, summary, input, textarea")].flatMap(each => {
            const pressed = each.matches("[type=radio], [type=checkbox]") ? each.closest("label, .choice") : each;
            const box = pressed.getBoundingClientRect();
            const text = each.matches("p:not(.row) a, li a:not([class]), dd a");
            const inText = text && !each.closest(".head, .lines, nav");
            return box.height && !inText && !each.matches(".skip") && (box.height < 43.9 || box.width < 43.9)
                ? [`${each.outerHTML.slice(0, 60)} ${box.width}x${box.height}`] : [];
        })"""
    )
    assert small == []


def test_the_leave_link_works_without_scripts(visit):
    page = visit("public", java_script_enabled=False)
    page.get_by_role("link", name="Largohu nga faqja").click()
    page.wait_for_url(load_pack(PACKS / "al").hotline.leave_address)


def test_leaving_with_scripts_leaves_no_way_back_to_the_page(visit):
    page = visit("public")
    before = page.evaluate("history.length")
    page.get_by_role("link", name="Largohu nga faqja").click()
    page.wait_for_url(load_pack(PACKS / "al").hotline.leave_address)
    assert page.evaluate("history.length") == before


def test_shift_three_times_leaves(visit):
    page = visit("public")
    for _ in range(3):
        page.keyboard.press("Shift")
    page.wait_for_url(load_pack(PACKS / "al").hotline.leave_address)


def test_a_capital_letter_does_not_leave(visit):
    page = visit("public")
    page.get_by_label("Adresa").first.focus()
    for letter in ("A", "B", "C", "D"):
        page.keyboard.press(f"Shift+{letter}")
    page.wait_for_timeout(200)
    assert "/desk/public/" in page.url


def test_what_needs_scripts_is_not_offered_without_them(visit):
    page = visit("public", java_script_enabled=False)
    assert page.get_by_role("button", name="Kopjo").count() == 0
    assert not page.locator("[data-leave-keys]").is_visible()


def test_the_code_is_copied_whole(visit):
    page = visit("public", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Kopjo").click()
    page.get_by_text("U kopjua.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "ABCD-EFGH-JKMN-PQRS"


def test_a_failed_copy_says_so(visit):
    page = visit("public")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject() }")
    page.get_by_role("button", name="Kopjo").click()
    page.get_by_text("shkruaje diku", exact=False).wait_for()


def test_the_choices_are_made_by_keyboard(visit):
    page = visit("public")
    page.locator("#harm_1").focus()
    page.keyboard.press("ArrowDown")
    assert page.locator("#harm_2").is_checked()
    outline = page.locator("#harm_2 + label").evaluate("each => getComputedStyle(each).outlineStyle")
    assert outline == "solid"


def test_the_first_key_leads_past_the_head(visit):
    page = visit("public")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"
