"""Broken links over the whole site."""

from dataclasses import dataclass

from wagtail.models import Page

from isigurt.outreach.checking.parts import parts
from isigurt.outreach.checking.problems import Problem, link_targets
from isigurt.outreach.models import PublicPage


@dataclass(frozen=True, slots=True)
class PageLinks:
    """A live page and what is wrong with its links."""

    page: PublicPage
    problems: list[Problem]


def link_problems() -> list[PageLinks]:
    """Return every live page whose links inside the site lead to what is not there, or not there yet."""
    found = []
    for page in Page.objects.live().filter(depth__gt=1).order_by("path").specific(defer=False):
        if isinstance(page, PublicPage):
            wrong = list(link_targets(list(parts(page))))
            if wrong:
                found.append(PageLinks(page, wrong))
    return found
