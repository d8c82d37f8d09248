"""The editor, in a real browser: a whole press release through `/cms/`, in both languages, until it is baked."""

import html
import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.staff.factories import PASSWORD, code_now
from tests.surfaces.desk.conftest import RealDesk
from tests.surfaces.desk.press_release import EN, SQ, Written

pytestmark = [pytest.mark.browser, pytest.mark.timeout(900)]
PATIENCE = 30_000
SECTIONS = """
from tests.outreach.factories import put, section
from isigurt.outreach import queries
from isigurt.outreach.choices import Shows
for shows, name in ((Shows.CAMPAIGNS, "Fushata"), (Shows.PRESS, "Për median")):
    made = section(shows=shows, title=name, slug=str(shows.value))
    made.copy_for_translation(queries.home("en").locale).get_latest_revision().publish()
"""
NUMBERS = """
import json
from wagtail.models import Page
print(json.dumps(dict(Page.objects.filter(locale__language_code="sq").values_list("title", "pk"))))
"""
DAYS = {
    "sq": ["7 shkurt 2023", "9 shkurt 2023", "10 shkurt 2023"],
    "en": ["7 February 2023", "9 February 2023", "10 February 2023"],
}
BAKED = """
import json
from django.conf import settings
from isigurt.baked import Baked
from isigurt.steps import registry, runner
runner.run_due(registry.get("outreach.bake"))
site = Baked(settings.ISIGURT_BAKED / "site")
pages = [address for address in site.addresses() if address.endswith("/")]
print(json.dumps({address: site.find(address).plain.decode() for address in pages}))
"""


@pytest.fixture(scope="module")
def signed_in(browser: Browser, real_desk: RealDesk) -> Iterator[BrowserContext]:
    """A browser with a lead signed in; once, since a code from the app works once."""
    real_desk.member("editor@hotline.example", role="lead", factor=True)
    context = browser.new_context(base_url=real_desk.address, locale="en-GB", viewport={"width": 1280, "height": 1000})
    context.set_default_timeout(PATIENCE)
    opened = context.new_page()
    opened.goto("/sign-in/")
    opened.get_by_label("E-mail address").fill("editor@hotline.example")
    opened.get_by_label("Password").fill(PASSWORD)
    opened.get_by_role("button", name="Go on with the password").click()
    opened.get_by_label("Code").fill(code_now())
    opened.get_by_label("Code").press("Enter")
    expect(opened.get_by_role("heading", name="Hello")).to_be_visible()
    opened.close()
    yield context
    context.close()


@pytest.fixture
def page(signed_in: BrowserContext) -> Iterator[Page]:
    """The editors' first page; the test fails when the browser refuses anything, such as a forbidden script."""
    opened = signed_in.new_page()
    complaints: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("dialog", lambda dialog: dialog.accept())
    opened.goto("/")
    opened.get_by_role("link", name="Public pages").click()
    expect(opened.get_by_role("heading", name="The public site")).to_be_visible()
    yield opened
    opened.close()
    assert not complaints


def type_blocks(page: Page, name: str, texts: list[str]) -> None:
    """Type each text into a block of its own, making what is missing and writing over what is there."""
    stream = page.locator(f"#panel-child-content-{name}-section")
    editors: Locator = stream.locator(".public-DraftEditor-content")
    for number, text in enumerate(texts):
        if editors.count() <= number:
            stream.get_by_role("button", name="Insert a block").last.click()
            kinds = page.get_by_role("option", name="Text", exact=True)
            if name == "body":
                kinds.click()
        editors.nth(number).click()
        page.keyboard.press("Control+A")
        page.keyboard.insert_text(text)
        # The editor hands over what was typed a moment later; a person's way to the button takes longer.
        kept = stream.locator(f"[name='{name}-{number}-value']")
        expect(kept).to_have_value(re.compile(re.escape(text)))


def write(page: Page, written: Written) -> None:
    for name, value in written.fields.items():
        page.locator(f"#id_{name}").fill(value)
        if name.endswith(("_on", "_at")):
            page.locator("#id_title").click()  # a click elsewhere shuts the calendar
    for name, texts in written.texts.items():
        type_blocks(page, name, texts)
    # The address is made of the title a moment after it was typed.
    expect(page.locator("#id_slug")).not_to_have_value("")
    page.locator("button[name='action-publish']").evaluate("button => button.click()")
    expect(page.locator(".messages .success")).to_contain_text("published", timeout=PATIENCE)


def numbers(real_desk: RealDesk) -> dict[str, int]:
    found: dict[str, int] = json.loads(real_desk.python(NUMBERS))
    return found


def plain_words(markup: str) -> str:
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", markup)))


def test_an_editor_enters_the_whole_press_release_and_the_public_reads_every_fact_of_it(page, real_desk):
    real_desk.python(SECTIONS)
    for written in SQ:
        parent = numbers(real_desk)[written.below]
        page.goto(f"/cms/pages/add/outreach/{written.kind}/{parent}/")
        write(page, written)
    sources = numbers(real_desk)
    for source_page, written in zip(SQ, EN, strict=True):
        page.goto("/cms/languages/")
        source = sources[source_page.fields["title"]]
        page.locator(f"form[action='/cms/languages/{source}/en/'] button").click()
        write(page, written)
    page.goto("/cms/languages/")
    expect(page.get_by_text("Every public page is there and current in every language.")).to_be_visible()

    baked = json.loads(real_desk.python(BAKED))
    for language, pages in (("sq", SQ), ("en", EN)):
        everywhere = plain_words(" ".join(text for address, text in baked.items() if address[1:3] == language))
        shown = ("title", "summary", "motto", "place", "contact_name", "contact_mail")
        facts = [each.fields.get(name, "") for each in pages for name in shown]
        facts += [text for each in pages for texts in each.texts.values() for text in texts]
        facts += [*DAYS[language], "iSIGURT.al", "isigurt@crca.al"]
        assert [fact for fact in facts if fact not in everywhere] == []
    page.goto("/cms/")
    expect(page.get_by_text("The public sees every published page as it is")).to_be_visible()


def test_the_preview_shows_the_page_at_a_phones_width_under_the_policy(page, real_desk):
    home = real_desk.python("from isigurt.outreach import queries\nprint(queries.home('sq').pk)")
    page.goto(f"/cms/pages/{home}/edit/")
    page.get_by_role("button", name="Toggle preview").click()
    page.get_by_label("Preview in mobile size").check(force=True)
    frame = page.frame_locator("iframe[title='Preview']").last
    expect(frame.get_by_role("heading", level=1)).to_be_visible()
    width = frame.locator("html").evaluate("element => element.clientWidth")
    assert width == 375
    sheets = frame.locator("html").evaluate("element => element.ownerDocument.styleSheets.length")
    assert sheets > 0
