"""What tests in a real browser do again and again."""

from playwright.sync_api import Page

from tests.barriers import barriers

FORWARD = "form.report button[type=submit]:visible"


def look(page: Page, what: str) -> None:
    """Let axe look at the page, and see that nothing sticks out at its side."""
    assert barriers(page) == [], what
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), what


def tab_to(page: Page, selector: str, *, most: int = 60) -> None:
    """Press Tab until what has the focus fits `selector`, as somebody without a mouse does."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
            assert page.evaluate("getComputedStyle(document.activeElement).visibility") == "visible"
            return
    raise AssertionError(f"Tab never reached {selector}")


def leave_by(page: Page, selector: str) -> None:
    """Press what leads to another page and wait for it: what looks sooner may look at the one that is going."""
    with page.expect_navigation():
        page.locator(selector).click()


def go_on(page: Page) -> None:
    """Press the one button that leads to the form's next question, on the same page."""
    page.locator(FORWARD).click()


def send(page: Page) -> None:
    """Press the same button where it sends the form away, and wait for the answer."""
    leave_by(page, FORWARD)
