"""What another room published of figures, as search engines and the search have to know it: read where it lies."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html.parser import HTMLParser

from django.conf import settings

from isigurt.baked import REPORTS, Baked
from isigurt.baked.layout import LIST
from isigurt.design.addresses import ADDRESSES

PAGES = ("national_report", "transparency")


@dataclass(frozen=True)
class Published:
    """One page of figures. `translations` has its address in each language that has it."""

    address: str
    language: str
    title: str
    summary: str
    translations: Mapping[str, str]


def published() -> Iterator[Published]:
    """Yield every page of figures that is public now."""
    site = Baked(settings.ISIGURT_BAKED / REPORTS)
    addresses = {each for each in site.addresses() if each.endswith("/")}
    for bases in (ADDRESSES[each] for each in PAGES):
        for language, base in bases.items():
            for address in sorted(each for each in addresses if each.startswith(base)):
                below = address.removeprefix(base)
                same = {code: other for code, each in bases.items() if (other := f"{each}{below}") in addresses}
                file = site.find(address)
                if file is not None:
                    said = _Said()
                    said.feed(file.plain.decode())
                    said.close()
                    yield Published(address, language, " ".join(" ".join(said.title).split()), said.summary, same)


def changed_at() -> datetime | None:
    """Return when something was published last."""
    try:
        changed = (settings.ISIGURT_BAKED / REPORTS / LIST).stat().st_mtime
    except FileNotFoundError:
        return None
    return datetime.fromtimestamp(changed, UTC)


class _Said(HTMLParser):
    """Reads the heading of a page, and the sentence that it says of itself."""

    def __init__(self) -> None:
        super().__init__()
        self.title: list[str] = []
        self.summary = ""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "h1":
            self._inside = True
        elif tag == "meta" and told.get("name") == "description":
            self.summary = told.get("content") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1":
            self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.title.append(data)
