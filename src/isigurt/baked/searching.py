"""Searching the baked pages, where they lie: in the reader's own browser, or without scripts in the front.

An index is a list of pages, each `[address, title, summary, words]`; the script `search.js` reads the same one and
ranks by the same rule, so that both give the same answer. Every word asked for must begin some word of the page. A
word of the title counts eight times, of the summary four times, of the text once; a whole word twice its beginning.
"""

import json
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

WORD = re.compile(r"[^\W_]+")
SHOWN, WORDS_ASKED, LONGEST_QUERY = 30, 10, 200
# Each field of a page: what a word in it counts, and its words, sorted.
Fields = tuple[tuple[int, list[str]], ...]


class SearchedPage(NamedTuple):
    """A page of the index; `words` are the different words of its text, folded, with a space between."""

    address: str
    title: str
    summary: str
    words: str


def index_address(language: str) -> str:
    """Return where the index of a language is baked; the page's template says the same of its own language."""
    return f"/{language}/search.json"


def fold(text: str) -> str:
    """Return `text` in small letters without marks: who types "femije" finds "fëmijë"; every sigma is the same."""
    apart = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in apart if unicodedata.category(letter)[0] != "M").replace("ς", "σ")


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


class Index:
    """An index made ready: each word is looked up in sorted words, so that a long query costs next to nothing."""

    def __init__(self, pages: Iterable[SearchedPage]) -> None:
        self._pages = [(page, _fields(page)) for page in pages]

    def search(self, query: str) -> list[SearchedPage]:
        """Return the pages that have every word of `query`, the best first; none for an empty query."""
        asked = words_of(query)[:WORDS_ASKED]
        if not asked:
            return []
        found = [
            (sum(weights), page)
            for page, fields in self._pages
            if all(weights := [_weight(fields, word) for word in asked])
        ]
        return [page for _, page in sorted(found, key=lambda each: (-each[0], each[1].address))]


def _fields(page: SearchedPage) -> Fields:
    return ((8, sorted(words_of(page.title))), (4, sorted(words_of(page.summary))), (1, sorted(page.words.split())))


def _weight(fields: Fields, asked: str) -> int:
    """Return how much one asked word counts on a page, 0 when it is not there."""
    best = 0
    for factor, words in fields:
        # A word comes before all that begin with it, so the first from here on is the best there is.
        first = bisect_left(words, asked)
        if first < len(words) and words[first].startswith(asked):
            best = max(best, 2 * factor if words[first] == asked else factor)
    return best
