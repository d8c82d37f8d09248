"""Draws the icons of the installed app from the design's own mark: `python -m tools.icons`, after the mark has changed.

The maskable icon fills its square, with the mark inside the circle that every phone keeps when it cuts the edges off.
"""

import re
from pathlib import Path

from playwright.sync_api import sync_playwright

DESIGN = Path(__file__).resolve().parents[1] / "src" / "isigurt" / "design" / "static" / "design"
WHOLE = {"icon-192.png": 192, "icon-512.png": 512}
FULL = {"icon-full-180.png": 180, "icon-full-512.png": 512}


def full(mark: str) -> str:
    """Return the mark on a square without round corners, small enough for the phone's own shape."""
    square = mark.replace(' rx="10"', "")
    return re.sub(r"translate\([^)]*\) scale\([^)]*\)", "translate(11.1 7.8) scale(.78)", square)


def main() -> None:
    """Draw each icon with the system's Chromium."""
    mark = (DESIGN / "favicon.svg").read_text()
    drawn = {name: (mark, size) for name, size in WHOLE.items()}
    drawn |= {name: (full(mark), size) for name, size in FULL.items()}
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        for name, (picture, size) in drawn.items():
            page = browser.new_page(viewport={"width": size, "height": size})
            page.set_content(f"<style>html,body{{margin:0}}svg{{display:block;width:{size}px}}</style>{picture}")
            page.screenshot(path=DESIGN / name, omit_background=True)
            page.close()
        browser.close()


if __name__ == "__main__":
    main()
