"""Plays the demo's story and takes the README's pictures on the way: `python -m tools.pictures [FOLDER]`."""

import os
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
DESK: ViewportSize = {"width": 1180, "height": 780}
TALL: ViewportSize = {"width": 1180, "height": 980}
PHONE: ViewportSize = {"width": 400, "height": 760}


class Album:
    """A folder of pictures of what is on the screen."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def take(self, page: Page, name: str, *, at: str = "", size: ViewportSize = DESK) -> None:
        """Keep what the window shows, scrolled to `at` when that is given."""
        page.set_viewport_size(size)
        page.evaluate("scrollTo(0, 0)")
        if at:
            # A little above it, clear of what sticks to the top.
            page.locator(at).first.evaluate("element => scrollBy(0, element.getBoundingClientRect().top - 112)")
        page.screenshot(path=self._folder / f"{name}.png")


def main(folder: Path) -> None:
    """Play the story once, from the report to the figures."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isigurt.config.settings.everything")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with tempfile.TemporaryDirectory(prefix="isigurt-pictures-") as scratch:
        os.environ["ISIGURT_VAR"] = scratch
        import django  # noqa: PLC0415 - after the settings are chosen

        django.setup()
        from tests.conftest import CHROMIUM, SWITCHES  # noqa: PLC0415
        from tests.system.demo_run import DemoRun  # noqa: PLC0415
        from tests.system.test_demo_story import Story  # noqa: PLC0415

        run = DemoRun(Path(scratch) / "var").start()
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
                context = browser.new_context(locale="sq-AL", viewport=DESK)
                play(Story(run, context), Album(folder))
                browser.close()
        finally:
            run.stop()


def speak_english(story) -> None:
    """Let the desk speak English to whoever reads the README; the public pages stay Albanian, as a child sees them."""
    story.desk.goto(f"{story.run.desk}/account/")
    story.desk.locator('select[name="language"]').select_option("en")
    story.desk.locator('form[action$="/account/language/"] button').click()
    story.language = "en"


def play(story, album: Album) -> None:
    """Take each picture where the story has come to it."""
    story.reporter.goto(f"{story.run.front}/sq/")
    album.take(story.reporter, "first-page", size=PHONE)
    story.reporter.goto(f"{story.run.front}/sq/raporto/")
    album.take(story.reporter, "report", size=PHONE)
    story.report()
    album.take(story.reporter, "receipt", size=PHONE)
    story.sign_in()
    speak_english(story)
    story.open_newest_case()
    album.take(story.desk, "case")
    story.assess()
    album.take(story.desk, "trace", at="details.takedown")
    story.send_notice()
    album.take(story.internet, "notice")
    story.take_down()
    album.take(story.internet, "host")
    story.see_it_gone()
    album.take(story.desk, "removed", at="details.takedown > section:last-of-type")
    story.figures()
    album.take(story.desk, "figures", size=TALL)
    story.follow()
    album.take(story.reporter, "followed", size=PHONE)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures")
