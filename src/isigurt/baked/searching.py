"""Searching the baked pages, where they lie: in the reader's own browser, or without scripts in the front.

An index is a list of pages, each `[address, title, summary, words]`; the script `search.js` reads the same one and
ranks by the same rule, so that both give the same answer. Every word asked for must begin some word of the page. A
word of the title counts eight times, of the summary four times, of the text once; a whole word twice its beginning.
"""

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
MOST = 30


class SearchedPage(NamedTuple):
    """A page of the index; `words` are the different words of its text, folded, with a space between."""

    address: str
    title: str
    summary: str
    words: str


def fold(text: str) -> str:
    """Return `text` in small letters without marks: who types "femije" finds "fëmijë"."""
    apart = unicodedata.normalize("NFD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def words_of(text: str) -> list[str]:
    """Return the folded words of `text`."""
    return WORD.findall(fold(text))


def indexed(address: str, title: str, summary: str, text: str) -> SearchedPage:
    """Return the entry of a page."""
    known = {*words_of(title), *words_of(summary)}
    words = sorted({word for word in words_of(text) if len(word) > 1} - known)
    return SearchedPage(address, title, summary, " ".join(words))


def index_text(pages: Iterable[SearchedPage]) -> bytes:
    """Return the file that holds an index."""
    return json.dumps([list(page) for page in pages], ensure_ascii=False, separators=(",", ":")).encode()


def read_index(data: bytes) -> list[SearchedPage]:
    """Return the index in such a file."""
    return [SearchedPage(*page) for page in json.loads(data)]


def search(pages: Iterable[SearchedPage], query: str) -> list[SearchedPage]:
    """Return the pages that have every word of `query`, the best first, at most 30; none for an empty query."""
    asked = words_of(query)[:10]
    if not asked:
        return []
    found = [(sum(weights), page) for page in pages if all(weights := [_weight(page, word) for word in asked])]
    return [page for _, page in sorted(found, key=lambda each: (-each[0], each[1].address))[:MOST]]


def _weight(page: SearchedPage, asked: str) -> int:
    """Return how much one asked word counts on a page, 0 when it is not there."""
    return max(
        factor * max((2 if word == asked else 1 for word in words if word.startswith(asked)), default=0)
        for factor, words in ((8, words_of(page.title)), (4, words_of(page.summary)), (1, page.words.split()))
    )
