"""Searching the public pages for browsers that run no scripts; the others search the same index themselves.

The query comes in the body of a POST, so it is in no address, history or log, and it goes into the page that answers
and nowhere else.
"""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from isigurt.baked import SITE, Baked, BakedFile
from isigurt.baked.searching import LONGEST_QUERY, SHOWN, Index, index_address, read_index
from isigurt.surfaces.front import pages
from isigurt.surfaces.front.forms import Typed
from isigurt.surfaces.front.posted import CutOff, NotAForm, TooLarge, read_form

SEARCH = "front/search.html"
_TYPED = Typed(most=LONGEST_QUERY)


def search(request: HttpRequest, language: str) -> HttpResponse:
    """Show the field, or what was found."""
    if request.method != "POST":
        return _page(language).response(request)
    try:
        query = _TYPED.to_python(read_form(request).get("words", ""))
    except TooLarge:
        return _answer(language, {"too_long": True}, status=413)
    except (CutOff, NotAForm):
        return pages.answer("", language, "front/not_a_form.html", {}, status=400)
    if len(query) > LONGEST_QUERY:
        return _answer(language, {"query": query[:LONGEST_QUERY], "too_long": True}, status=422)
    found = _index(language).search(query)
    shown = {"found": found[:SHOWN], "count": len(found), "more": len(found) > SHOWN}
    return _answer(language, {"query": query, "asked": True, **shown}, status=200 if query else 422)


def _answer(language: str, context: dict[str, Any], *, status: int) -> HttpResponse:
    return pages.answer("search", language, SEARCH, {"index": index_address(language), **context}, status=status)


@cache
def _page(language: str) -> pages.StillPage:
    return pages.StillPage(pages.render("search", language, SEARCH, {"index": index_address(language)}))


def _index(language: str) -> Index:
    """Return the index as it is baked now; an empty one while nothing is baked."""
    file = _site(settings.ISIGURT_BAKED / SITE).find(index_address(language))
    return _ready(file) if file else Index([])


@cache
def _site(folder: Path) -> Baked:
    return Baked(folder)


@lru_cache(maxsize=8)
def _ready(file: BakedFile) -> Index:
    return Index(read_index(file.plain))
