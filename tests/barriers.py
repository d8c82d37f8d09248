"""What keeps somebody out of a page, as far as a machine can find it: axe in a real browser."""

from pathlib import Path

import axe_core_python
from playwright.sync_api import Page

AXE = (Path(axe_core_python.__file__).parent / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Without a list of all that is well it takes a quarter of the time.
RUN = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then(found =>
    found.violations.map(each => [each.id, each.nodes.slice(0, 3).map(node => node.html)]))"""


def barriers(page: Page) -> list[list[object]]:
    """Return each rule that the page breaks (WCAG 2.2 A and AA, and axe's best practice), with the first places."""
    page.evaluate(AXE)
    found: list[list[object]] = page.evaluate(RUN, RULES)
    return found
