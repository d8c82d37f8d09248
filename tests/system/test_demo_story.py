"""The demo's whole story, by clicks in a real browser: from a child's report to the figures that change.

The texts are read in Albanian, the language of both the child and the demo's analyst; buttons are found by what they
do (the address they post to), so that a better word does not break the story.
"""

import re
import time
from collections.abc import Callable, Iterator

import pytest
from django.utils import translation
from playwright.sync_api import Browser, BrowserContext, Page, expect

from isigurt.takedown.machines import WatchState
from tests.surfaces.front.browsing import go_on, leave_by, send
from tests.system.demo_run import DemoRun

pytestmark = [pytest.mark.browser, pytest.mark.timeout(600)]

ADDRESS = "foto.demo.isigurt.al/album/4711"
PATIENCE = 30_000  # milliseconds for a page
NOBODY_IS_FASTER = 3_500  # milliseconds for filling in the form
# Seconds for what the worker does; a removal takes 24 hours of the demo's clock, two minutes of ours.
SOON, REMOVAL = 90, 240
PRINTED = 420  # the reports are made beside all else, and wait for it


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DemoRun]:
    made = DemoRun(tmp_path_factory.mktemp("story") / "var").start()
    yield made
    made.stop()


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    made = browser.new_context(locale="sq-AL")
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


def reloaded_until(page: Page, true: Callable[[], bool], seconds: float) -> None:
    """Reload `page` until `true()` holds."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, f"waited in vain on {page.url}:\n{page.inner_text('main')[:3000]}"
        time.sleep(1)
        page.reload()


def press(page: Page, where: str) -> None:
    """Press the button of the form that posts to an address ending in `where`."""
    leave_by(page, f'form[action$="{where}"] button[type="submit"] >> nth=0')


class Story:
    """One newcomer, with a page for each part they play."""

    def __init__(self, run: DemoRun, context: BrowserContext) -> None:
        self.run = run
        self.reporter = context.new_page()
        self.desk = context.new_page()
        self.internet = context.new_page()
        self.language = "sq"  # of the desk
        self.code = ""
        self.case = ""

    def report(self) -> None:
        page = self.reporter
        page.goto(f"{self.run.front}/")
        expect(page).to_have_url(re.compile("/sq/$"))
        page.goto(f"{self.run.front}/sq/raporto/")
        page.locator('label[for="harm_csam"]').click()
        go_on(page)
        page.locator("#id_where").fill(f"shiko këtu: hxxps://{ADDRESS} !!")
        go_on(page)
        page.locator("#id_words").fill("E pashë në një grup të klasës. Më vjen keq për të.")
        go_on(page)
        page.wait_for_timeout(NOBODY_IS_FASTER)  # else it is put into the lane of what looks automated
        send(page)
        self.code = page.locator('input[name="code"]').get_attribute("value") or ""
        assert re.fullmatch(r"([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}", self.code)

    def follow(self) -> str:
        """Return how far the report has come, as its code shows it."""
        page = self.reporter
        page.goto(f"{self.run.front}/sq/kodi/")
        page.locator('input[name="code"]').fill(self.code)
        press(page, "/sq/kodi/")
        return page.locator('main [aria-current="step"]').inner_text()

    def sign_in(self) -> None:
        page, account = self.desk, self.run.account("analyst")
        page.goto(self.run.desk)
        page.locator('input[name="login"]').fill(account.email)
        page.locator('input[name="password"]').fill(account.password)
        press(page, "/sign-in/")
        codes = self.internet
        codes.goto(f"{self.run.operator}/codes")
        page.locator('input[name="code"]').fill(codes.locator('[data-role="analyst"]').inner_text())
        press(page, "/sign-in/factor/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Arta Demo")

    def open_newest_case(self) -> None:
        page = self.desk
        page.goto(f"{self.run.desk}/queue/?show=all")
        newest = page.locator("table.queue th a")
        reloaded_until(page, lambda: newest.filter(has_text="000012").count() == 1, SOON)
        newest.filter(has_text="000012").click()
        expect(page.locator("main")).to_contain_text("foto[.]demo[.]isigurt[.]al/album/4711")
        expect(page.locator("main")).to_contain_text("E pashë në një grup të klasës.")
        assert page.locator(f'a[href*="{ADDRESS}"]').count() == 0
        self.case = page.url

    def assess(self) -> None:
        page = self.desk
        form = page.locator("#assess form")
        for box in form.locator('input[name="assess-items"]').all():
            box.check()
        form.locator('input[name="assess-legality"][value="baseline"]').check()
        form.locator('select[name="assess-harm"]').select_option("csam")
        form.locator('select[name="assess-severity"]').select_option("B2")
        form.locator('select[name="assess-age_band"]').select_option("10_12")
        form.locator('select[name="assess-sex"]').select_option("girl")
        press(page, "/assess/")
        page.goto(self.case)
        traced = page.locator("#takedown")
        reloaded_until(page, lambda: "Strehimi Demo" in traced.inner_text(), SOON)
        expect(traced).to_contain_text("abuse@strehimi.demo.isigurt.al")

    def send_notice(self) -> None:
        page = self.desk
        press(page, "/approve/")
        page.goto(self.case)
        press(page, "/send/")
        page.goto(self.case)
        mailbox = self.internet
        mailbox.goto(f"{self.run.operator}/mail")
        notice = mailbox.locator("ul.mails li").filter(has_text="abuse@strehimi")
        reloaded_until(mailbox, lambda: notice.count() == 1, SOON)
        notice.locator("a").click()
        letter = mailbox.locator("article")
        expect(letter).to_contain_text(f"https://{ADDRESS}")
        expect(letter.locator("pre.attachment")).to_contain_text('"xarf_version"')

    def history(self) -> None:
        """Every look and every act is on the record."""
        self.desk.goto(self.case)
        assert self.desk.locator("#history ol.happened li").count() >= 8

    def take_down(self) -> None:
        page = self.internet
        page.goto(self.run.operator)
        row = page.locator("li").filter(has_text=f"https://{ADDRESS}")
        with page.expect_navigation():
            row.locator('button[value="down"]').click()
        expect(row).to_have_class("down")

    def watch_says(self, state: WatchState) -> bool:
        with translation.override(self.language):
            return (
                str(state.label) == self.desk.locator("#takedown details.takedown > summary .badge").first.inner_text()
            )

    def see_it_gone(self) -> None:
        page = self.desk
        page.goto(self.case)
        reloaded_until(page, lambda: self.watch_says(WatchState.SEEN_DOWN), SOON)
        reloaded_until(page, lambda: self.watch_says(WatchState.REMOVED), REMOVAL)

    def figures(self) -> tuple[int, int]:
        """Return how many items are confirmed, and how many of them are not removed yet."""
        page = self.desk
        page.goto(f"{self.run.desk}/figures/")
        rows = page.locator("table.removal").first.locator("tbody tr").all()
        cells = [row.locator("td").all_inner_texts() for row in rows]
        return sum(int(row[0]) for row in cells), sum(int(row[5]) for row in cells)


def test_a_newcomer_plays_the_whole_story(run: DemoRun, context: BrowserContext) -> None:
    play(Story(run, context))


def test_the_report_of_an_invented_year_is_published_and_says_that_it_is_invented(
    run: DemoRun, context: BrowserContext
) -> None:
    page = context.new_page()
    year = time.gmtime().tm_year - 2
    page.goto(f"{run.front}/sq/raporti-kombetar/{year}/")
    reloaded_until(page, lambda: page.get_by_role("heading", level=1).inner_text().startswith("DEMO"), PRINTED)
    expect(page.locator("main")).to_contain_text("Të gjitha shifrat janë të shpikura")
    expect(page.locator(".demo").first).to_be_visible()


def play(story: Story) -> None:
    """From the report to the figures."""
    story.report()
    assert "E kemi marrë" in story.follow()
    story.sign_in()
    confirmed, standing = story.figures()
    story.open_newest_case()
    story.assess()
    story.send_notice()
    assert story.figures() == (confirmed + 1, standing + 1)
    story.take_down()
    story.see_it_gone()
    assert story.figures() == (confirmed + 1, standing)
    assert "Kemi vepruar" in story.follow()
    story.history()
