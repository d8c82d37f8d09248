"""The checks themselves. What keeps a page back can always be mended by the editor; the rest is advice."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Page

from isigurt.design import addresses
from isigurt.outreach.checking.parts import Link, Part, parts
from isigurt.outreach.checking.reading import EASY_ENOUGH, FOR_CHILDREN, lix
from isigurt.outreach.choices import Addressed
from isigurt.outreach.models import HelpPage, Material, PublicPage

# Link texts that say nothing to who hears one link after the other.
EMPTY_WORDS = frozenset(
    {
        "këtu", "ketu", "kliko këtu", "kliko ketu", "klikoni këtu", "klikoni ketu", "shtyp këtu", "shtypni këtu",
        "ky link", "lidhja", "linku", "lexo më shumë", "lexoni më shumë", "më shumë", "me shume", "shiko këtu",
        "here", "click here", "click", "this link", "link", "read more", "more", "see here", "this page",
    }
)  # fmt: skip
SECTION, PART_OF_SECTION = 2, 3


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong, in words, where the editor mends it, and whether the page may go out with it."""

    words: str
    anchor: str
    holds_back: bool = True
    about_links: bool = False


def problems(page: PublicPage) -> list[Problem]:
    """Return everything there is to say about the page as it is at hand, what keeps it back first."""
    pieces = list(parts(page))
    found = [
        *_headings(pieces),
        *_pictures(pieces),
        *_link_words(pieces),
        *link_targets(pieces),
        *_reading(page, pieces),
        *_languages(page),
    ]
    return sorted(found, key=lambda problem: not problem.holds_back)


def holding_back(page: PublicPage) -> list[Problem]:
    """Return what must be mended before the page can go out."""
    return [problem for problem in problems(page) if problem.holds_back]


def _headings(pieces: list[Part]) -> Iterator[Problem]:
    above: dict[str, int] = {}
    for piece in pieces:
        if piece.level == PART_OF_SECTION and piece.field not in above:
            words = _("“%(heading)s” is part of a section, but no section begins before it.")
            yield Problem(words % {"heading": piece.text}, piece.anchor)
        if piece.level:
            above[piece.field] = piece.level


def _pictures(pieces: list[Part]) -> Iterator[Problem]:
    for piece in pieces:
        if piece.picture is not None and not piece.picture.alternative.strip():
            words = _("The picture “%(title)s” has no alternative text.")
            yield Problem(words % {"title": piece.picture.title}, piece.anchor)


def _link_words(pieces: list[Part]) -> Iterator[Problem]:
    for piece in pieces:
        for link in piece.links:
            plain = re.sub(r"[\s\W]+", " ", link.words.lower()).strip()
            if not plain:
                yield Problem(_("A link has no words."), piece.anchor)
            elif plain in EMPTY_WORDS:
                words = _("The link “%(words)s” does not say where it leads. Use the name of what is behind it.")
                yield Problem(words % {"words": link.words}, piece.anchor)
            elif re.match(r"(https?://|www\.)", link.words):
                words = _("The link “%(words)s” is an address. Say in words where it leads.")
                yield Problem(words % {"words": link.words[:60]}, piece.anchor, holds_back=False)


def link_targets(pieces: list[Part]) -> Iterator[Problem]:
    """Yield what is wrong with where the links inside our own site lead."""
    for piece in pieces:
        if piece.leads_nowhere:
            yield Problem(_("A button should open a page, but none is chosen, or it was deleted."), piece.anchor,
                          about_links=True)  # fmt: skip
        for link in piece.links:
            yield from _target(link, piece.anchor)


def _target(link: Link, anchor: str) -> Iterator[Problem]:
    named = {"words": link.words}
    if link.page is not None:
        live = Page.objects.filter(pk=link.page).values_list("live", flat=True).first()
        if live is None:
            yield Problem(_("The link “%(words)s” leads to a page that was deleted.") % named, anchor, about_links=True)
        elif not live:
            words = _("The link “%(words)s” leads to a page that is not published yet.")
            yield Problem(words % named, anchor, holds_back=False, about_links=True)
    elif link.material is not None:
        if not Material.objects.filter(pk=link.material).exists():
            words = _("The link “%(words)s” leads to a file that was deleted.")
            yield Problem(words % named, anchor, about_links=True)
    elif _is_ours(link.address) and not _is_there(urlsplit(link.address).path):
        words = _("The link “%(words)s” leads to an address of this site where there is no page.")
        yield Problem(words % named, anchor, about_links=True)


def _is_ours(address: str) -> bool:
    front = urlsplit(settings.ISIGURT_FRONT)
    there = urlsplit(address)
    return bool(address) and (there.netloc == front.netloc or (not there.netloc and address.startswith("/")))


def _is_there(path: str) -> bool:
    slashed = path if path.endswith("/") else f"{path}/"
    # What the front makes itself (the forms) stands in the design's list; the rest is pages.
    fixed = {each for code in addresses.LANGUAGES for each in addresses.of_language(code).values()}
    return slashed in fixed or slashed == "/" or Page.objects.live().filter(url_path=slashed).exists()


def _reading(page: PublicPage, pieces: list[Part]) -> Iterator[Problem]:
    for_child = isinstance(page, HelpPage) and page.addressed == Addressed.CHILD
    most = FOR_CHILDREN if for_child else EASY_ENOUGH
    measured = lix("\n".join([page.summary, *(piece.text for piece in pieces)]))
    if measured is not None and measured > most:
        words = _(
            "This is hard to read (%(measured)s; up to %(most)s is good here). "
            "Make sentences shorter and use plainer words."
        )
        yield Problem(words % {"measured": measured, "most": most}, "panel-child-content-body-section",
                      holds_back=False)  # fmt: skip


def _languages(page: PublicPage) -> Iterator[Problem]:
    there = set(
        Page.objects.filter(translation_key=page.translation_key).values_list("locale__language_code", flat=True)
    )
    for code, name in settings.LANGUAGES:
        if code != page.language and code not in there:
            words = _("This page does not exist in this language: %(language)s.")
            yield Problem(words % {"language": name}, "", holds_back=False)
