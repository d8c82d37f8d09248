"""What tests in a real browser do again and again."""

from pathlib import Path

import axe_core_python
from playwright.sync_api import Page

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
FORWARD = "form.report button[type=submit]:visible"
RULES = "{runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']}"


def look(page: Page, what: str) -> None:
    """Let axe look at the page, and see that nothing sticks out at its side."""
    page.evaluate(AXE)
    found = page.evaluate(f"axe.run({RULES})")["violations"]
    assert not [(one["id"], [node["target"] for node in one["nodes"]]) for one in found], what
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
