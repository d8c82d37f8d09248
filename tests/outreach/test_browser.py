"""The baked site in a real browser: every page type, both languages, both themes, narrow and wide; and its weight."""

import shutil
import threading
from pathlib import Path
from wsgiref.simple_server import WSGIRequestHandler, make_server

import axe_core_python
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.db import transaction
from django.test import override_settings
from playwright.sync_api import sync_playwright

from isigurt.outreach import queries
from isigurt.outreach.models import CampaignPage, EventPage, HelpPage, ListPage
from isigurt.surfaces.front.baked_site import BakedSite

# No test here reads a store, but the pages are made in one.
pytestmark = [pytest.mark.browser, pytest.mark.django_db(databases=["default", "door"])]
CHROMIUM = shutil.which("chromium")
AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
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
        "/sq/materiale/",
        "/sq/materiale/ore-mesimi-fotoja/",
        "/sq/media/",
        "/sq/media/hapet-fushata-2023/",
        "/sq/rreth-nesh/",
        "/sq/rreth-nesh/privatesia/",
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
        "/en/resources/",
        "/en/resources/lesson-the-photo/",
        "/en/media/",
        "/en/media/campaign-2023-opens/",
        "/en/about/",
        "/en/about/privacy/",
    ],
}


KINDS: dict[str, str] = {}


class Silent(WSGIRequestHandler):
    def log_message(self, *args):
        pass


@pytest.fixture(scope="module", autouse=True)
def _a_browser_and_a_store():
    """Where a browser is open, Django takes the thread for one that must not wait for a store."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="module")
def site(tmp_path_factory, django_db_setup, django_db_blocker) -> Path:
    """The demo's whole site, baked to a folder; the pages themselves are gone again from the store."""
    from demo.content import publish  # noqa: PLC0415 - once Django is ready
    from isigurt.outreach.baking import bake  # noqa: PLC0415
    from isigurt.outreach.baking.outputs import live_pages  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("baked")
    with django_db_blocker.unblock(), override_settings(ISIGURT_BAKED=folder), transaction.atomic():
        publish()
        bake()
        KINDS.update((page.address, _kind(page)) for page in live_pages())
        transaction.set_rollback(True)
    return folder / "site"


def _kind(page) -> str:
    """Name what a page is: its type, what a list lists, whether a campaign stands in another and an event is over."""
    more = ""
    if isinstance(page, ListPage):
        more = page.shows
    elif isinstance(page, CampaignPage):
        more = "inside another" if isinstance(page.get_parent().specific, CampaignPage) else ""
    elif isinstance(page, EventPage):
        more = "over" if queries.is_over(page) else "to come"
    elif isinstance(page, HelpPage):
        more = f"to a {page.addressed}"
    return f"{type(page).__name__} {more}".strip()


@pytest.fixture(scope="module")
def address(site):
    with override_settings(
        ROOT_URLCONF="isigurt.surfaces.front.urls",
        MIDDLEWARE=["isigurt.surfaces.front.middleware.PublicHeaders"],
    ):
        server = make_server("127.0.0.1", 0, BakedSite(site, WSGIHandler()), handler_class=Silent)
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def browser():
    if CHROMIUM is None:
        pytest.skip("needs Debian's chromium: apt-get install chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield found
        found.close()


@pytest.fixture
def opened(browser, address):
    """Return how to open an empty page; it may ask nobody but the site, and keeps what the console said."""
    contexts = []

    def make(**options):
        context = browser.new_context(base_url=address, **options)
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked, page.weight = [], [], 0
        page.on("console", lambda message: page.said.append(message.text))
        page.on("pageerror", lambda error: page.said.append(str(error)))
        page.on("request", lambda request: page.asked.append(request.url))
        return page

    yield make
    for context in contexts:
        assert context.cookies() == []
        for page in context.pages:
            assert [url for url in page.asked if not url.startswith(f"{address}/")] == []
        context.close()


@pytest.mark.parametrize("language", PAGES)
def test_no_kind_of_page_is_left_out_here(site, language):
    every = {kind for address, kind in KINDS.items() if address.startswith(f"/{language}/")}
    assert {KINDS[address] for address in PAGES[language]} == every


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_has_a_barrier_a_machine_can_find(opened, language, theme, width):
    page = opened(color_scheme=theme, viewport={"width": width, "height": 800}, bypass_csp=True)
    faults = {}
    for path in PAGES[language]:
        answer = page.goto(path)
        assert answer.status == 200, path
        page.evaluate(AXE)
        found = page.evaluate("rules => axe.run(document, {runOnly: rules})", RULES)["violations"]
        faults[path] = [(each["id"], [node["target"] for node in each["nodes"]]) for each in found]
        if page.evaluate("document.documentElement.scrollWidth") > width:
            faults[path].append(("sticks out", width))
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


def test_nothing_on_the_first_page_moves_after_it_is_shown(opened):
    page = opened(viewport={"width": 390, "height": 800}, bypass_csp=True)
    page.goto("/sq/", wait_until="networkidle")
    moved = page.evaluate(
        """() => new Promise(done => {
            let sum = 0;
            new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value; })
                .observe({type: "layout-shift", buffered: true});
            setTimeout(() => done(sum), 300);
        })"""
    )
    assert moved == 0


@pytest.mark.parametrize("width", [390, 1280])
def test_the_first_page_weighs_at_most_sixty_kilobytes_in_all(opened, width):
    page = opened(viewport={"width": width, "height": 800})
    sizes = []
    page.on(
        "requestfinished",
        lambda request: sizes.append(
            sum(request.sizes()[name] for name in ("responseBodySize", "responseHeadersSize"))
        ),
    )
    page.goto("/sq/", wait_until="networkidle")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    assert 10_000 < sum(sizes) <= 60_000


def test_a_page_taken_by_keyboard_begins_with_the_way_past_the_head(opened):
    page = opened(viewport={"width": 390, "height": 800})
    page.goto("/sq/ndihme/1/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


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
