"""A year's report at the real desk, from freezing to publishing, by the keyboard; each of its pages in each state."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.staff.factories import PASSWORD, code_now
from tests.surfaces.desk.conftest import RealDesk
from tests.surfaces.front.browsing import leave_by, look, tab_to

pytestmark = [pytest.mark.browser, pytest.mark.slow]  # it makes a whole edition
PATIENCE = 60_000
YEAR, FREEZE = "/editions/2025/", "/editions/2025/freeze/"
# What the desk has of 2025, and what the report of 2024 said: invented, and enough for tables with rows.
FACTS = """
import uuid
from datetime import UTC, datetime, timedelta
from django.db import transaction
from isigurt.facts.actions import case_fact, item_fact, report_fact
with transaction.atomic():
    for each in range(90):
        at = datetime(2025, 1 + each % 12, 9, 12, tzinfo=UTC)
        report_fact(unit=uuid.uuid4(), received_at=at, channel=("web", "mail", "telephone")[each % 3],
                    reporter_kind=("child", "parent")[each % 2], harm_said="bullying", first_action_at=at)
        case_fact(unit=uuid.uuid4(), opened_at=at, closed_at=at, harm=("bullying", "csam")[each % 2],
                  outcome=("removed", "helped")[each % 2], sex=("girl", "boy")[each % 2])
        item_fact(unit=uuid.uuid4(), first_received_at=at, confirmed_at=at, harm="csam", host_country="NL",
                  removed_at=at + timedelta(days=3), seen_down_at=at + timedelta(hours=20 + each))
"""
BEFORE = """
from pathlib import Path
from isigurt.country import pack
from isigurt.insight.edition.frozen import freeze
from isigurt.insight.edition.sample import invented_year
from isigurt.insight.place import folder_of, record_secret, rounding_secret
from isigurt.insight.publication.building import book_of
from isigurt.insight.publication.published import NAME, Published, published_text
freeze(invented_year(rows=200, seed=2, year=2024, pack=pack()), year=2024, pack_version=pack().version,
       secret=record_secret(), folder=folder_of(2024))
book = book_of(folder_of(2024), secret=rounding_secret(), pack=pack(), tell=lambda line: None)
(folder_of(2024) / NAME).write_bytes(published_text(Published(book.remedies, book.contents)))
"""
WORK = "from isigurt.steps.runner import run_until_idle\nrun_until_idle()"


class Reader:
    """Somebody who is signed in, in one language, and looks at a page in the shapes that people look at it in."""

    def __init__(self, browser: Browser, desk: RealDesk, language: str, shapes: list[tuple[int, str]]) -> None:
        email = f"editions-{language}@hotline.example"
        desk.member(email, role="lead", factor=True, language=language)
        self._shapes = shapes
        context = browser.new_context(base_url=desk.address, locale="en-GB")
        context.set_default_timeout(PATIENCE)
        self.page = context.new_page()
        self.page.goto("/sign-in/")
        self.page.locator('input[name="login"]').fill(email)
        self.page.locator('input[name="password"]').fill(PASSWORD)
        leave_by(self.page, 'main form:has(input[name="password"]) button[type="submit"]')
        self.page.locator('input[name="code"]').fill(code_now())
        leave_by(self.page, 'main form:has(input[name="code"]) button[type="submit"]')

    def look_at(self, path: str) -> None:
        """Let axe look at a page, all that is folded away unfolded."""
        self.page.goto(path)
        self.page.evaluate("document.querySelectorAll('main details').forEach(each => { each.open = true })")
        for width, scheme in self._shapes:
            self.page.set_viewport_size({"width": width, "height": 900})
            self.page.emulate_media(color_scheme=scheme)
            look(self.page, f"{path} {width} {scheme}")


class Newsroom:
    """The desk, its worker and its two readers."""

    def __init__(self, browser: Browser, desk: RealDesk) -> None:
        self.desk = desk
        self.editions = Path(desk.environment["ISIGURT_VAR"]) / "editions"
        self.english = Reader(browser, desk, "en", [(320, "light"), (1280, "dark")])
        self.albanian = Reader(browser, desk, "sq", [(320, "dark"), (1280, "light")])

    def look_at(self, path: str) -> None:
        """Look at a page in both languages."""
        self.english.look_at(path)
        self.albanian.look_at(path)

    def work(self) -> None:
        """Let the worker do all that is due."""
        self.desk.python(WORK)

    def press(self, key: str) -> None:
        """Press a key that leads to another page, on the page of the year, once its script listens."""
        page = self.english.page
        page.goto(YEAR)
        page.wait_for_load_state()
        with page.expect_navigation():
            page.keyboard.press(key)


@pytest.fixture(scope="module")
def newsroom(browser: Browser, real_desk: RealDesk) -> Newsroom:
    return Newsroom(browser, real_desk)


def enter(page: Page, selector: str) -> None:
    """Go to what leads to another page with Tab, and press Enter there."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_year_is_frozen_built_checked_and_published_by_the_keyboard_and_every_page_passes(newsroom):
    page = newsroom.english.page
    newsroom.look_at("/editions/")
    expect(page.locator("main")).to_contain_text("No edition yet")

    newsroom.desk.python(BEFORE + FACTS)
    newsroom.look_at(YEAR)
    newsroom.look_at(FREEZE)
    page.goto("/editions/")
    enter(page, f'a[href="{YEAR}"]')
    enter(page, f'a[href="{FREEZE}"]')
    enter(page, 'main form button[type="submit"]')
    expect(page.locator("#progress")).to_contain_text("waits for the worker")
    newsroom.look_at(YEAR)

    newsroom.work()
    newsroom.look_at(YEAR)
    newsroom.press("b")
    newsroom.work()
    # The page asks for itself and comes anew, whole, once the work has ended.
    expect(page.locator("#progress")).to_contain_text("Build: done", timeout=PATIENCE)
    expect(page.locator("#words")).to_be_visible(timeout=PATIENCE)

    changed = newsroom.editions / "2025" / "built" / "open-data" / "cells.csv"
    right = changed.read_bytes()
    changed.write_bytes(right.replace(b"2025", b"2026", 1))
    newsroom.press("c")
    newsroom.work()
    newsroom.look_at(YEAR)
    expect(page.locator("#progress")).to_contain_text("was changed after it was built")
    changed.write_bytes(right)
    newsroom.press("c")
    newsroom.work()

    newsroom.look_at(YEAR)
    newsroom.look_at("/editions/2025/publish/")
    page.goto(YEAR)
    enter(page, 'a[href="/editions/2025/publish/"]')
    enter(page, 'main form button[type="submit"]')
    newsroom.work()
    for path in (YEAR, "/editions/", "/editions/2025/compared/", "/editions/2025/words/sq/"):
        newsroom.look_at(path)
    page.goto(YEAR)
    expect(page.locator(".title")).to_contain_text("published")
