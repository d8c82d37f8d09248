"""The baked site in a real browser: every page type, both languages, both themes, narrow and wide; and its weight."""

import pytest

from tests.barriers import barriers

# No test here reads a store, but the pages are made in one.
pytestmark = [
    pytest.mark.browser,
    pytest.mark.once,
    pytest.mark.django_db(databases=["default", "door"]),
    pytest.mark.usefixtures("a_browser_and_a_store"),
]
# One of each page type and of each list, as the demo has them.
PAGES = {
    "sq": [
        "/sq/",
        "/sq/ndihme/",
        "/sq/ndihme/1/",
        "/sq/ndihme/10/",
        "/sq/fushata/",
        "/sq/fushata/dita-2027/",
        "/sq/fushata/fushata-2023/",
        "/sq/fushata/fushata-2023/nuk-eshte-fotoja-jote/",
        "/sq/fushata/fushata-2023/raporti-kombetar/",
        "/sq/fushata/dita-2027/hapja/",
        "/sq/fushata/dita-2027/veprimtari/",
        "/sq/merr-pjese/",
        "/sq/merr-pjese/veprimtari/",
        "/sq/merr-pjese/zotim/",
        "/sq/merr-pjese/porosi/",
        "/sq/materiale/",
        "/sq/materiale/ore-mesimi-fotoja/",
        "/sq/media/",
        "/sq/media/hapet-fushata-2023/",
        "/sq/rreth-nesh/",
        "/sq/rreth-nesh/privatesia/",
        "/sq/kerko/",
    ],
    "en": [
        "/en/",
        "/en/help/",
        "/en/help/1/",
        "/en/help/10/",
        "/en/campaigns/",
        "/en/campaigns/day-2027/",
        "/en/campaigns/campaign-2023/",
        "/en/campaigns/campaign-2023/not-your-photo/",
        "/en/campaigns/campaign-2023/national-report/",
        "/en/campaigns/day-2027/opening/",
        "/en/campaigns/day-2027/activities/",
        "/en/take-part/",
        "/en/take-part/activity/",
        "/en/take-part/pledge/",
        "/en/take-part/order/",
        "/en/resources/",
        "/en/resources/lesson-the-photo/",
        "/en/media/",
        "/en/media/campaign-2023-opens/",
        "/en/about/",
        "/en/about/privacy/",
        "/en/search/",
    ],
}


@pytest.mark.parametrize("language", PAGES)
def test_no_kind_of_page_is_left_out_here(kinds, language):
    every = {kind for address, kind in kinds.items() if address.startswith(f"/{language}/")}
    # The forms are the front's own: they are of no kind.
    assert {kinds[address] for address in PAGES[language] if address in kinds} == every


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_has_a_barrier_a_machine_can_find(opened, language, theme, width):
    page = opened(color_scheme=theme, viewport={"width": width, "height": 800}, bypass_csp=True)
    faults = {}
    for path in PAGES[language]:
        answer = page.goto(path)
        assert answer.status == 200, path
        faults[path] = barriers(page)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults[path].append(["sticks out", width])
    assert {path: found for path, found in faults.items() if found} == {}


def test_nothing_is_lost_at_twice_the_text(opened):
    page = opened(viewport={"width": 320, "height": 800}, bypass_csp=True)
    for path in [*PAGES["sq"], *PAGES["en"]]:
        page.goto(path)
        page.add_style_tag(content="html { font-size: 200% }")
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
        cut = page.evaluate(
            """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, b, a, dd), nav a")]
                .filter(each => !each.closest(".unseen") && getComputedStyle(each).overflowX !== "visible"
                    && each.scrollWidth > each.clientWidth + 1)
                .map(each => each.outerHTML.slice(0, 80))"""
        )
        assert cut == [], path


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("language", PAGES)
def test_what_is_pressed_is_large_enough_for_a_thumb(opened, language, width):
    page = opened(viewport={"width": width, "height": 800})
    for path in PAGES[language]:
        page.goto(path)
        small = page.evaluate(
            """() => [...document.querySelectorAll("a, button, summary")].flatMap(each => {
                const box = each.getBoundingClientRect();
                const inText = each.matches("p:not(.row) a, dd a, .prose a") && !each.closest("nav");
                return box.height && !inText && !each.matches(".skip") && (box.height < 43.9 || box.width < 43.9)
                    ? [`${each.outerHTML.slice(0, 60)} ${box.width}x${box.height}`] : [];
            })"""
        )
        assert small == [], path


def test_the_strict_policy_is_obeyed_on_every_page(opened):
    page = opened()
    for path in [*PAGES["sq"], *PAGES["en"]]:
        page.goto(path)
    assert page.said == []


def test_a_page_taken_by_keyboard_begins_with_the_way_past_the_head(opened):
    page = opened(viewport={"width": 390, "height": 800})
    page.goto("/sq/ndihme/1/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_printed_page_answers_its_questions_and_leaves_out_what_only_a_screen_can_do(opened):
    page = opened()
    page.goto("/sq/ndihme/1/")
    page.emulate_media(media="print")
    seen = "all => all.map(each => each.checkVisibility())"
    assert set(page.locator("main details p").evaluate_all(seen)) == {True}
    assert set(page.locator("main :is(.button, .house, [data-leave-keys])").evaluate_all(seen)) == {False}


def test_every_section_can_be_reached_on_a_narrow_phone(opened):
    page = opened(viewport={"width": 320, "height": 700})
    page.goto("/sq/")
    last = page.locator(".sections li a").last
    last.focus()
    box = last.bounding_box()
    assert 0 <= box["x"] <= 320 - 100
    last.press("Enter")
    page.wait_for_url("**/sq/rreth-nesh/")


def test_the_section_one_is_in_is_seen_on_a_narrow_phone(opened):
    page = opened(viewport={"width": 320, "height": 700})
    page.goto("/sq/rreth-nesh/")
    here, row = (page.locator(which).bounding_box() for which in (".sections [aria-current]", ".sections ul"))
    assert row["x"] <= here["x"]
    assert here["x"] + here["width"] <= row["x"] + row["width"] + 1


def test_the_picture_that_others_show_is_served(opened):
    page = opened()
    page.goto("/sq/fushata/dita-2027/")
    address = page.locator('meta[property="og:image"]').get_attribute("content")
    answer = page.request.get("/" + address.split("/", 3)[3])
    assert answer.status == 200
    assert answer.headers["content-type"] == "image/png"
    assert answer.body().startswith(b"\x89PNG")
