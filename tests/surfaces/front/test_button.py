"""The report button for other people's sites."""

import html
import re
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import html5lib
import pytest
from django.conf import settings

from isigurt.design.addresses import ADDRESSES
from tests.surfaces.front.visitor import text_of

LANGUAGES = ["sq", "en"]
PICTURES = ["sq-night", "sq-day", "en-night", "en-day"]


def snippets_on(page: str) -> list[str]:
    shown = re.findall(r'<pre class="snippet"><code>(.*?)</code></pre>', page, re.DOTALL)
    copied = re.findall(r'data-snippet="([^"]*)"', page)
    assert shown == copied
    return [html.unescape(each) for each in shown]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_snippet_is_a_plain_link_to_the_form_and_tells_nobody_where_from(visitor, language):
    snippets = snippets_on(text_of(visitor.get(ADDRESSES["button"][language])))
    assert len(snippets) == 3
    for snippet in snippets:
        html5lib.HTMLParser(strict=True).parseFragment(snippet)
        assert snippet.startswith(f'<a href="{settings.ISIGURT_FRONT}{ADDRESSES["report"][language]}"')
        assert set(re.findall(r"<(\w+)", snippet)) <= {"a", "img"}
        assert not re.search(r"\s(style|on\w+|class|id)=", snippet)
        assert snippet.count('referrerpolicy="no-referrer"') == len(re.findall(r"<\w", snippet))
        assert "iSIGURT" in snippet


@pytest.mark.parametrize("name", PICTURES)
def test_any_site_may_show_the_picture(visitor, name):
    response = visitor.get(f"/static/button/{name}.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert response["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert not response.cookies
    text = text_of(response)
    assert "<script" not in text
    assert "style" not in text
    assert text.count("http") == text.count("http://www.w3.org/2000/svg")
    assert len(response.content) < 2_000


def test_no_other_file_may_be_shown_elsewhere(visitor):
    for name in ("design/town.svg", "design/icon-192.png", "front/front.css"):
        assert visitor.get(f"/static/{name}")["Cross-Origin-Resource-Policy"] == "same-origin"
    for name in ("xx-night", "sq-red", "sq", "sq-night-day"):
        assert visitor.get(f"/static/button/{name}.svg").status_code == 404


class School(SimpleHTTPRequestHandler):
    """A school's site, at another origin."""

    def log_message(self, *_):
        pass


@pytest.fixture
def school(tmp_path):
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(School, directory=tmp_path))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.once
@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_school_s_site_the_button_is_seen_says_nothing_of_it_and_leads_to_the_form(
    browser, front, school, language
):
    folder, address = school
    here = f"http://localhost:{front.port}"
    _status, page = front.ask("GET", ADDRESSES["button"][language])
    snippets = [each.replace("http://localhost:8000", here) for each in snippets_on(page)]
    foreign = f'<img id="other" src="{here}/static/design/town.svg" alt="">'
    folder.joinpath("index.html").write_text(f"<!doctype html><title>Shkolla</title>{''.join(snippets)}{foreign}")
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked = []

    def note(request):
        asked.append(request)

    page.on("request", note)
    page.goto(address)
    sizes = page.locator("img").evaluate_all("all => all.map(each => each.complete && each.naturalWidth)")
    assert sizes == [264, 264, 0]
    page.locator("a").first.click()
    page.wait_for_url(f"{here}{ADDRESSES['report'][language]}")
    told = [request.url for request in asked if "referer" in request.all_headers()]
    assert told == [f"{here}/static/design/town.svg"]  # asked for by the school's own markup, not by ours
    assert context.cookies() == []
    context.close()


@pytest.mark.once
@pytest.mark.browser
@pytest.mark.parametrize("name", PICTURES)
def test_the_words_fit_into_the_picture(open_page, name):
    page = open_page(f"/static/button/{name}.svg")
    right = page.evaluate(
        "Math.max(...[...document.querySelectorAll('text')].map(t => t.getBBox().x + t.getBBox().width))"
    )
    assert right < 264 - 8


@pytest.mark.once
@pytest.mark.browser
def test_a_snippet_is_copied_whole(open_page, front):
    page = open_page("/sq/butoni/", permissions=["clipboard-read", "clipboard-write"])
    page.locator("[data-copy]").nth(1).click()
    page.get_by_text("U kopjua.").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == snippets_on(front.ask("GET", "/sq/butoni/")[1])[1]
