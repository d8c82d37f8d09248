"""The report in a real browser, served as the front serves baked pages."""

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import override_settings

from isigurt.baked import Baking
from isigurt.insight.publication.illustrations import illustrations
from isigurt.insight.publication.pictures import PRESS, picture
from isigurt.insight.publication.web import pages
from isigurt.surfaces.front.baked_site import BakedSite
from tests.barriers import barriers
from tests.insight.publication.books import a_book, illustrated
from tests.insight.publication.photographs import LIGHT, loud, plain
from tests.served import served

pytestmark = [pytest.mark.browser]


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    site = tmp_path_factory.mktemp("baked") / "site"
    baking = Baking(site)
    book = illustrated(a_book(tmp_path_factory.mktemp("book")), cover=loud((2000, 1000)), children=plain(LIGHT))
    for path, body in pages(book).items():
        _, language, *below = path.removesuffix("index.html").split("/")
        baking.put(f"/{language}/2026/{'/'.join(below)}", body, "text/html; charset=utf-8")
    for path, body in illustrations(book).items():
        for language in book.documents:
            baking.put(f"/{language}/2026/{path}", body, "image/jpeg")
    for language, content in book.contents.items():
        picture_alone = picture(content, content.table("capacity"), PRESS)
        baking.put(f"/{language}/2026/picture.svg", picture_alone.encode(), "image/svg+xml")
    baking.finish()
    with (
        override_settings(
            ROOT_URLCONF="isigurt.surfaces.front.urls", MIDDLEWARE=["isigurt.surfaces.front.middleware.PublicHeaders"]
        ),
        served(BakedSite(site, WSGIHandler())) as found,
    ):
        yield found


@pytest.fixture
def visit(browser, address):
    contexts = []

    def opened(language, width, below="", **options):
        context = browser.new_context(viewport={"width": width, "height": 900}, **options)
        contexts.append(context)
        page = context.new_page()
        page.said, page.asked = [], []
        page.on("console", lambda message: page.said.append(f"{message.text} {message.location['url']}"))
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(f"{address}/{language}/2026/{below}")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("language", "width", "below"), [("sq", 320, ""), ("en", 1280, ""), ("sq", 390, "annex/")])
def test_axe_finds_nothing(visit, language, width, below, scheme):
    # The checker is a script of ours: only it passes the policy by.
    assert barriers(visit(language, width, below, color_scheme=scheme, bypass_csp=True)) == []


@pytest.mark.parametrize("below", ["", "annex/", "picture.svg"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_the_strictest_policy_complains_of_nothing_and_nobody_else_is_asked(visit, address, language, below):
    """A picture for the press too, opened by itself: its looks must not be what a policy forbids."""
    page = visit(language, 1280, below)
    assert [each for each in page.said if "favicon" not in each] == []
    assert [url for url in page.asked if not url.startswith(f"{address}/")] == []


@pytest.mark.parametrize("below", ["", "annex/"])
@pytest.mark.parametrize("language", ["sq", "en"])
def test_nothing_sticks_out_on_a_narrow_phone(visit, language, below):
    page = visit(language, 320, below)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_picture_has_its_room_before_it_comes(browser, address):
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    page.route("**/images/*", lambda route: route.abort())  # none ever comes
    page.goto(f"{address}/en/2026/")
    heights = page.locator(".pictured img").evaluate_all("all => all.map(each => each.getBoundingClientRect().height)")
    context.close()
    assert [height > 100 for height in heights] == [True, True]


@pytest.mark.parametrize("below", ["", "annex/"])
def test_what_is_pressed_is_as_large_as_a_thumb(visit, below):
    page = visit("sq", 390, below)
    small = page.evaluate(
        """() => [...document.querySelectorAll('main a')].filter(each => each.getBoundingClientRect().height < 44)
        .map(each => each.outerHTML)"""
    )
    assert small == []
