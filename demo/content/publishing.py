"""Puts the demo's pages in place, each with its translation; safe to run again."""

from typing import Any

from django.db import transaction

from demo.content import (
    about,
    campaigns,
    classroom,
    help_for_adults,
    help_for_children,
    help_with_photos,
    news,
    poster,
    resources,
)
from demo.content.writing import Pair

LANGUAGES = ("sq", "en")
# What the first page of each language says; its fields that stay empty say what the software says by itself.
SECTIONS: tuple[tuple[str, Pair, tuple[Pair, ...]], ...] = (
    (
        "help",
        Pair(
            slug=("ndihme", "help"),
            sq={"title": "Ndihmë", "summary": "Zgjidh dritaren që i ngjan më shumë asaj që ka ndodhur."},
            en={"title": "Help", "summary": "Choose the window that is most like what has happened."},
        ),
        (*help_with_photos.PAGES, *help_for_children.PAGES, *help_for_adults.PAGES),
    ),
    (
        "campaigns",
        Pair(
            slug=("fushata", "campaigns"),
            sq={"title": "Fushata", "summary": "Çfarë bëjmë së bashku që interneti të jetë më i sigurt për fëmijët."},
            en={"title": "Campaigns", "summary": "What we do together to make the internet safer for children."},
        ),
        campaigns.PAGES,
    ),
    (
        "resources",
        Pair(
            slug=("materiale", "resources"),
            sq={
                "title": "Materiale",
                "summary": "Udhëzues, orë mësimi dhe postera, të renditura sipas atij që i përdor.",
            },
            en={"title": "Resources", "summary": "Guides, lesson plans and posters, sorted by who uses them."},
        ),
        (*resources.PAGES, *classroom.PAGES),
    ),
    (
        "press",
        Pair(
            slug=("media", "media"),
            sq={"title": "Media", "summary": "Lajme dhe njoftime për shtyp."},
            en={"title": "Media", "summary": "News and press releases."},
        ),
        news.PAGES,
    ),
    (
        "plain",
        Pair(
            slug=("rreth-nesh", "about"),
            sq={"title": "Rreth nesh", "summary": "Kush jemi, si i ruajmë të dhënat dhe si lexohet kjo faqe."},
            en={"title": "About us", "summary": "Who we are, how we keep data, and how this site can be read."},
        ),
        about.PAGES,
    ),
)


def publish() -> None:
    """Publish all pages, or none if the site has sections already."""
    from isigurt.outreach.models import ListPage  # noqa: PLC0415 - after Django is ready

    if not ListPage.objects.exists():
        with transaction.atomic():
            _publish_all()


def _publish_all() -> None:
    from isigurt.outreach import queries  # noqa: PLC0415 - after Django is ready
    from isigurt.outreach.models import ListPage  # noqa: PLC0415

    homes = {language: queries.home(language) for language in LANGUAGES}
    for shows, section, pages in SECTIONS:
        parents = _put(homes, ListPage, section, {"shows": shows})
        for pair in pages:
            _put_with_all_below(parents, pair)
    poster.hang_up()


def _put_with_all_below(parents: dict[str, Any], pair: Pair) -> None:
    from isigurt.outreach import models  # noqa: PLC0415

    made = _put(parents, getattr(models, pair.kind), pair, {})
    for each in pair.below:
        _put_with_all_below(made, each)


def _put(parents: dict[str, Any], kind: type[Any], pair: Pair, fixed: dict[str, Any]) -> dict[str, Any]:
    """Publish one page in each language, linked as translations; return the pages by language."""
    made: dict[str, Any] = {}
    for language in LANGUAGES:
        page = kind(**pair.told(language), **fixed, locale=parents[language].locale)
        if made:
            page.translation_key = made[LANGUAGES[0]].translation_key
        page.full_clean(exclude=["path", "depth", "numchild", "content_type", "url_path", "slug"])
        parents[language].add_child(instance=page)
        page.save_revision().publish()
        made[language] = page
    return made
