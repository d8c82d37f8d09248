"""Without a connection, in a real browser: the numbers are there, and the phone holds nothing else."""

import pytest
from playwright.sync_api import expect

from isigurt.design.addresses import ADDRESSES
from tests.surfaces.front.browsing import go_on, leave_by, look, send
from tests.surfaces.front.running import running

pytestmark = [pytest.mark.browser, pytest.mark.once]
HELD = """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async name =>
    [name, (await (await caches.open(name)).keys()).map(each => new URL(each.url).pathname)])))"""


def held(page) -> list[str]:
    """Return the paths of everything that the phone holds, in one cache."""
    caches = page.evaluate(HELD)
    assert len(caches) == 1, caches
    return sorted(next(iter(caches.values())))


def ready(page) -> None:
    page.evaluate("navigator.serviceWorker.ready.then(found => new Promise(done => { const wait = () =>"
                  " found.active?.state === 'activated' ? done() : setTimeout(wait, 20); wait(); }))")  # fmt: skip


def test_when_the_server_is_gone_the_numbers_are_there_and_nothing_else_was_kept(browser, place):
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    with running(place) as front:
        here = f"http://localhost:{front.port}"
        page.goto(f"{here}/sq/")
        ready(page)
        at_first = held(page)
        page.goto(f"{here}/sq/raporto/")
        page.locator("label[for=harm_bullying]").click()
        go_on(page)
        page.fill("#id_where", "https://keq.example/profil")
        for _ in range(2):
            go_on(page)
        send(page)
        code = page.locator("[data-receipt]").get_attribute("data-receipt")
        page.goto(f"{here}/sq/kodi/")
        page.fill("#id_code", code)
        leave_by(page, "form.unlock button")
        expect(page.locator(".steps .now")).to_be_visible()
        page.goto(f"{here}/en/")
        assert held(page) == at_first
        files = [path for path in at_first if path.startswith("/static/")]
        assert sorted(set(at_first) - set(files)) == sorted(ADDRESSES["offline"].values())
        assert not [path for path in files if not path.endswith((".css", ".svg", "/leave.js"))]
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url.removeprefix(here)))
    for path, language in (("/sq/", "sq"), ("/sq/raporto/", "sq"), ("/en/report/", "en"), ("/", "sq"), ("/en/x", "en")):
        page.goto(f"{here}{path}")
        expect(page.locator("html")).to_have_attribute("lang", language)
        assert page.locator('main a[href="tel:116111"]').is_visible()
        assert page.locator("form").count() == 0
        # It is dressed: the sheets came from the phone too.
        assert page.locator(".call").first.evaluate("each => getComputedStyle(each).display") == "flex"
        look(page, f"offline at {path}")
    assert not [path for path in failed if path.startswith("/static/")]
    context.close()


def test_a_new_version_takes_the_place_of_the_old(browser, place):
    context = browser.new_context()
    page = context.new_page()
    with running(place) as front:
        page.goto(f"http://localhost:{front.port}/sq/")
        page.evaluate("caches.open('offline-before').then(cache => cache.put('/sq/', new Response('x')))")
        ready(page)
        page.evaluate("navigator.serviceWorker.ready.then(found => found.unregister())")
        page.goto(f"http://localhost:{front.port}/sq/")
        ready(page)
        assert "/sq/" not in held(page)
    context.close()


@pytest.mark.parametrize("address", ["/sq/raporto/", "/en/report/", "/sq/kodi/", "/en/code/"])
def test_who_only_reports_or_looks_behind_a_code_keeps_no_trace_of_a_worker(open_page, address):
    page = open_page(address)
    page.wait_for_timeout(300)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then(all => all.length)") == 0
    assert page.evaluate("caches.keys()") == []


@pytest.mark.parametrize("language", ["sq", "en"])
def test_chromium_finds_the_site_fit_to_be_installed(browser, front, language):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://localhost:{front.port}/{language}/")
    ready(page)
    session = context.new_cdp_session(page)
    read = session.send("Page.getAppManifest")
    assert read["url"].endswith(f"/{language}/app.webmanifest")
    assert read["errors"] == []
    faults = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    # A test's own browser profile is a private one, in which nothing can be installed.
    assert {fault["errorId"] for fault in faults} <= {"in-incognito"}
    context.close()
