"""The index by which the public pages are searched: for each language, what its pages say, baked beside them."""

from html.parser import HTMLParser

from isigurt.baked.searching import SearchedPage, index_address, index_text, indexed
from isigurt.outreach import taking_part
from isigurt.outreach.baking.figures import Published
from isigurt.outreach.models import CampaignPage, HomePage, PublicPage

KIND = "application/json"
# What stands on many pages, or tells of another page, says nothing about this one.
_PASSED_OVER = {"house", "lifelines", "teasers", "happenings", "reach", "crumbs"}


class _Text(HTMLParser):
    """Reads what a page itself says: inside `main`, without ways to elsewhere."""

    def __init__(self, passed_over: set[str]) -> None:
        super().__init__()
        self._passed_over = passed_over
        self.words: list[str] = []
        self._inside = False
        # The element that is passed over, and how many of its name are open.
        self._over: tuple[str, int] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._over is not None:
            if tag == self._over[0]:
                self._over = (tag, self._over[1] + 1)
        elif tag in {"nav", "aside"} or not self._passed_over.isdisjoint((dict(attrs).get("class") or "").split()):
            self._over = (tag, 1)
        elif tag == "main":
            self._inside = True

    def handle_endtag(self, tag: str) -> None:
        if self._over is not None and tag == self._over[0]:
            self._over = (tag, self._over[1] - 1) if self._over[1] > 1 else None
        elif tag == "main":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside and self._over is None:
            self.words.append(data)


def _read(html: str, passed_over: set[str]) -> str:
    reader = _Text(passed_over)
    reader.feed(html)
    reader.close()
    return " ".join(reader.words)


class Indexes:
    """The indexes in the making."""

    def __init__(self, languages: list[str]) -> None:
        self._pages: dict[str, list[SearchedPage]] = {language: [] for language in languages}

    def add(self, page: PublicPage, html: str) -> None:
        """Take up a page as it was rendered; the home leads to all others and is not searched."""
        if not isinstance(page, HomePage):
            entry = indexed(page.address, page.title, page.summary, _read(html, _PASSED_OVER))
            self._pages[page.language].append(entry)

    def add_near(self, campaign: CampaignPage, address: str, html: str) -> None:
        """Take up a campaign's list by municipality: its activities stand on no other page."""
        text = _read(html, _PASSED_OVER - {"happenings"})
        self._pages[campaign.language].append(indexed(address, taking_part.near_title(campaign), "", text))

    def add_published(self, page: Published) -> None:
        """Take up a page of figures by its heading and its sentence: its text is numbers."""
        self._pages[page.language].append(indexed(page.address, page.title, page.summary, ""))

    def files(self) -> list[tuple[str, bytes]]:
        """Return address and text of each index."""
        return [(index_address(language), index_text(pages)) for language, pages in self._pages.items()]
