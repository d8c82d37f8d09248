"""What is baked beside the pages for machines that read: the Atom feed, the sitemap, robots.txt."""

from datetime import date

import pytest
from defusedxml import ElementTree
from django.conf import settings

from isigurt.outreach import queries, taking_part
from isigurt.outreach.baking import outputs
from isigurt.outreach.choices import Shows
from tests.outreach.factories import campaign, help_page, plain, press_release, section, translated
from tests.outreach.sign_ups import OPEN

pytestmark = pytest.mark.django_db(databases=["default", "door"])
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def made(address: str) -> bytes:
    return next(output.body for output in outputs() if output.address == address)


def feed(language: str = "sq"):
    return ElementTree.fromstring(made(f"/{language}/news.atom"))


def test_the_feed_holds_the_press_releases_the_newest_first():
    parent = section(shows=Shows.PRESS)
    old = press_release(
        parent, title="I vjetër", slug="i-vjeter", released_on=date(2023, 2, 7), summary="Çfarë < ndodhi"
    )
    new = press_release(parent, title="I ri", slug="i-ri", released_on=date(2024, 2, 6))
    entries = feed().findall(f"{ATOM}entry")
    assert [entry.findtext(f"{ATOM}title") for entry in entries] == ["I ri", "I vjetër"]
    links = [entry.find(f"{ATOM}link").get("href") for entry in entries]
    assert links == [f"{settings.ISIGURT_FRONT}{page.address}" for page in (new, old)]
    assert entries[1].findtext(f"{ATOM}summary") == "Çfarë &lt; ndodhi"  # as HTML, which the feed says it is
    assert entries[1].findtext(f"{ATOM}published").startswith("2023-02-07T12:00:00")


def test_a_feed_has_all_that_the_standard_asks_for():
    press_release()
    root = feed()
    for name in ("id", "title", "updated", "author"):
        assert root.find(f"{ATOM}{name}") is not None, name
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links["self"] == f"{settings.ISIGURT_FRONT}/sq/news.atom"
    for entry in root.findall(f"{ATOM}entry"):
        for name in ("id", "title", "updated"):
            assert entry.findtext(f"{ATOM}{name}"), name


def test_a_feed_without_news_is_still_a_feed_and_always_the_same():
    assert feed("en").findtext(f"{ATOM}updated")
    assert made("/en/news.atom") == made("/en/news.atom")


def test_an_entry_keeps_its_name_when_its_address_changes_and_its_translation_has_another():
    page = press_release()
    before = feed().findtext(f"{ATOM}entry/{ATOM}id")
    page.slug = "adresa-e-re"
    page.save_revision().publish()
    assert feed().findtext(f"{ATOM}entry/{ATOM}id") == before
    translated(page, section("en", Shows.PRESS))
    assert feed("en").findtext(f"{ATOM}entry/{ATOM}id") != before


def sitemap() -> dict[str, dict[str, str]]:
    """What the sitemap names, each with its translations."""
    return {
        url.findtext(f"{SITEMAP}loc").removeprefix(settings.ISIGURT_FRONT): {
            link.get("hreflang"): link.get("href").removeprefix(settings.ISIGURT_FRONT) for link in url[1:]
        }
        for url in ElementTree.fromstring(made("/sitemap.xml"))
    }


def test_the_sitemap_names_the_list_by_municipality_of_each_campaign_that_has_one():
    page = campaign(**OPEN)
    english = translated(page, section("en", slug="campaigns"), slug="together")
    without = campaign(page.get_parent().specific, slug="pa-liste", title="Pa listë")
    lists = {"sq": taking_part.near_address(page), "en": taking_part.near_address(english)}
    found = sitemap()
    assert found[lists["sq"]] == found[lists["en"]] == lists
    assert taking_part.near_address(without) not in found
    assert found["/sq/merr-pjese/"] == {"sq": "/sq/merr-pjese/", "en": "/en/take-part/"}


def test_a_list_that_only_one_language_has_is_nobodys_translation():
    page = campaign(**OPEN)
    translated(page, section("en", slug="campaigns"), slug="together", ways=[])
    assert sitemap()[taking_part.near_address(page)] == {}


def test_the_sitemap_names_every_page_with_its_translations_and_the_form():
    page = plain()
    other = translated(page, queries.home("en"), slug="who-we-are")
    hidden = help_page()
    hidden.unpublish()
    found = sitemap()
    assert found[page.address] == {"sq": page.address, "en": other.address}
    assert found["/en/report/"] == {"sq": "/sq/raporto/", "en": "/en/report/"}
    assert hidden.address not in found
    assert found[hidden.get_parent().specific.address] == {}


def test_robots_may_read_everything_and_find_the_sitemap():
    text = made("/robots.txt").decode()
    assert "Allow: /\n" in text
    assert f"Sitemap: {settings.ISIGURT_FRONT}/sitemap.xml" in text
