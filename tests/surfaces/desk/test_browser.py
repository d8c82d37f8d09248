"""The real desk in a real browser: passkeys, the keyboard, and signing in without JavaScript."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.barriers import barriers
from tests.staff.factories import PASSWORD, code_now
from tests.surfaces.desk.conftest import RealDesk

pytestmark = pytest.mark.browser
PATIENCE = 20_000
PAGES = (
    "/", "/account/", "/ledger/", "/stuck/", "/members/", "/country/", "/no-such-page/",
    "/queue/", "/reports/new/", "/figures/", "/design/",
)  # fmt: skip


@pytest.fixture
def context(browser: Browser, real_desk: RealDesk) -> Iterator[BrowserContext]:
    made = browser.new_context(base_url=real_desk.address, locale="en-GB")
    made.set_default_timeout(PATIENCE)
    yield made
    made.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A page that fails the test when the browser refuses something, such as a script the policy forbids."""
    opened = context.new_page()
    complaints: list[str] = []
    opened.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    yield opened
    assert not complaints


def with_authenticator(context: BrowserContext, page: Page) -> None:
    """Give the browser a fingerprint reader that always says yes (W3C WebAuthn, section 11)."""
    tools = context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def give_password(page: Page, email: str, password: str) -> None:
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Go on with the password").click()


def enrol_passkey(context: BrowserContext, page: Page, email: str, one_time: str) -> None:
    with_authenticator(context, page)
    give_password(page, email, one_time)
    page.get_by_label("Your new password").fill(PASSWORD)
    page.get_by_label("The same again").fill(PASSWORD)
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.get_by_role("heading", name="Recovery codes")).to_be_visible()


def test_a_new_member_makes_a_passkey_and_from_then_on_needs_nothing_else(context, page, real_desk):
    email = "passkey@hotline.example"
    enrol_passkey(context, page, email, real_desk.member(email))
    expect(page.locator("#codes li")).to_have_count(10)
    page.get_by_role("link", name="I have written them down").click()
    expect(page.get_by_role("heading", name="Hello, Era Shehu")).to_be_visible()

    page.get_by_text("Era Shehu", exact=True).click()
    with page.expect_navigation():
        page.get_by_role("button", name="Sign out").click()
    page.goto("/")
    expect(page).to_have_url(re.compile("/sign-in/"))
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("heading", name="Hello, Era Shehu")).to_be_visible()
    entry = real_desk.python(
        "from isigurt.ledger.models import Entry\n"
        "print(Entry.objects.filter(act='member.signed_in').order_by('-seq').first().detail['with'])"
    )
    assert entry == "webauthn"


def test_a_passkey_is_the_second_step_and_confirms_that_it_is_still_you(context, page, real_desk):
    email = "second@hotline.example"
    enrol_passkey(context, page, email, real_desk.member(email))
    context.clear_cookies()
    give_password(page, email, PASSWORD)
    expect(page.get_by_role("heading", name="Second step")).to_be_visible()
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Hello, Era Shehu")).to_be_visible()

    page.goto("/account/password/")
    page.get_by_role("link", name="Confirm with a passkey").click()
    page.get_by_role("button", name="Confirm with a passkey").click()
    expect(page.get_by_role("heading", name="Choose a password")).to_be_visible()


def test_without_the_passkey_at_hand_the_page_says_so_and_stays(context, page):
    page.goto("/sign-in/")
    tools = context.new_cdp_session(page)
    tools.send("WebAuthn.enable")
    tools.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
                     "hasUserVerification": True, "isUserVerified": False}},
    )  # fmt: skip
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_be_visible()
    expect(page).to_have_url(re.compile("/sign-in/$"))


def test_a_code_from_the_app_signs_in_without_javascript(browser, real_desk):
    email = "noscript@hotline.example"
    real_desk.member(email, role="admin", factor=True)
    context = browser.new_context(base_url=real_desk.address, locale="en-GB", java_script_enabled=False)
    page = context.new_page()
    give_password(page, email, PASSWORD)
    page.get_by_label("Code").fill(code_now())
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Hello, Era Shehu")).to_be_visible()
    for place in page.locator("nav .item").all():
        assert place.get_attribute("href")
    context.close()


def test_the_keyboard_goes_everywhere_and_is_silent_while_one_types(context, page, real_desk):
    email = "keys@hotline.example"
    enrol_passkey(context, page, email, real_desk.member(email, role="auditor"))
    page.goto("/")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys on the keyboard")).to_be_visible()
    expect(page.get_by_role("dialog")).to_contain_text("Ledger")
    page.keyboard.press("Escape")
    page.keyboard.press("g")
    page.keyboard.press("l")
    expect(page.get_by_role("heading", name="Ledger", exact=True)).to_be_visible()
    page.wait_for_load_state()  # the keys work once the script has run
    page.keyboard.press("/")
    expect(page.get_by_label("About what")).to_be_focused()
    page.keyboard.type("g h?")
    expect(page.get_by_label("About what")).to_have_value("g h?")
    expect(page).to_have_url(re.compile("/ledger/$"))


def tab_to(page: Page, where: str) -> None:
    """Press Tab until `where` has the focus, as somebody without a mouse does."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.locator(where).first.evaluate("element => element === document.activeElement"):
            return
    raise AssertionError(f"Tab never comes to {where}")


def press(page: Page, *keys: str) -> None:
    """Press keys one after the other; those of a page work once its script has run."""
    page.wait_for_load_state()
    for key in keys:
        page.keyboard.press(key)


def test_a_case_is_entered_taken_assessed_and_closed_without_a_mouse(context, page, real_desk):
    email = "mouseless@hotline.example"
    real_desk.member(email, factor=True)
    page.goto("/sign-in/")
    tab_to(page, 'input[name="login"]')
    page.keyboard.type(email)
    tab_to(page, 'input[name="password"]')
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_label("Code")).to_be_focused()
    page.keyboard.type(code_now())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Hello, Era Shehu")).to_be_visible()

    press(page, "g", "e")
    expect(page.get_by_role("heading", name="Enter a report")).to_be_visible()
    tab_to(page, 'input[name="channel"]')
    page.keyboard.press("Space")
    tab_to(page, 'select[name="harm"]')
    page.keyboard.type("Hate")
    tab_to(page, 'textarea[name="where"]')
    page.keyboard.type("https://faqe-e-keqe.al/urrejtje/1")
    tab_to(page, 'main button[type="submit"]')
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Report entered")).to_be_visible()

    press(page, "o")
    expect(page.locator("main")).to_contain_text("faqe-e-keqe[.]al/urrejtje/1")
    press(page, "t")
    expect(page.locator("main")).to_contain_text("yours")
    press(page, "x")
    tab_to(page, 'input[name="assess-legality"]')
    page.keyboard.press("Space")
    page.keyboard.press("ArrowDown")
    expect(page.locator('input[name="assess-legality"][value="national"]')).to_be_checked()
    tab_to(page, '#assess button[type="submit"]')
    page.keyboard.press("Enter")
    expect(page.locator("#items")).to_contain_text("confirmed illegal")
    press(page, "e")
    tab_to(page, "#close summary")
    page.keyboard.press("Enter")
    tab_to(page, 'select[name="close-outcome"]')
    page.keyboard.press("ArrowDown")
    tab_to(page, '#close button[type="submit"]')
    page.keyboard.press("Enter")
    expect(page.locator(".case-head")).to_contain_text("closed")


@pytest.mark.once
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_desks_own_pages_pass_the_accessibility_rules_and_fit(browser, real_desk, scheme, width):
    email = f"axe-{scheme}-{width}@hotline.example"
    real_desk.member(email, role="lead", factor=True)
    context = browser.new_context(
        base_url=real_desk.address,
        locale="en-GB",
        color_scheme=scheme,
        viewport={"width": width, "height": 800},
    )
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    give_password(page, email, PASSWORD)
    page.get_by_label("Code").fill(code_now())
    with page.expect_navigation():
        page.get_by_role("button", name="Sign in").click()
    case = real_desk.python(
        "from tests.casework.factories import placed\nprint(placed('https://faqe-e-keqe.al/foto/1?n=' + 200 * 'a').pk)"
    )
    for path in (*PAGES, f"/cases/{case}/"):
        page.goto(path)
        assert barriers(page) == [], path
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
    context.clear_cookies()
    page.goto("/sign-in/")
    assert barriers(page) == []
    context.close()
