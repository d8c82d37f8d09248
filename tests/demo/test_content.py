"""The platform that the demo shows: whole, in both languages, and true to what was announced in 2023."""

import re

import pytest
from wagtail.models import Page

from demo.content import publish
from isigurt.design.addresses import ADDRESSES
from isigurt.outreach import queries
from isigurt.outreach.baking import outputs
from isigurt.outreach.choices import Audience
from isigurt.outreach.models import CampaignPage, HelpPage, PublicPage

pytestmark = pytest.mark.django_db(databases=["default", "door"])


def test_the_whole_platform_is_there_in_both_languages():
    publish()
    pages = [page.specific for page in Page.objects.filter(depth__gt=1).select_related("locale")]
    by_key: dict[object, set[str]] = {}
    for page in pages:
        assert isinstance(page, PublicPage)
        by_key.setdefault(page.translation_key, set()).add(page.language)
    assert {frozenset(languages) for languages in by_key.values()} == {frozenset({"sq", "en"})}
    for language in ("sq", "en"):
        assert len(queries.help_pages(language)) == 10
        assert [shelf.audience for shelf in queries.shelves(language)] == list(Audience)
        assert all(page.summary for page in pages if page.depth > 2)
    publish()
    assert Page.objects.filter(depth__gt=1).count() == len(pages)


def test_what_was_announced_in_2023_stands_on_the_baked_pages():
    publish()
    made = {output.address: output.body.decode() for output in outputs() if output.kind.startswith("text/html")}
    whole = {
        language: " ".join(
            re.sub(r"<[^>]+>", " ", text) for address, text in made.items() if address.startswith(f"/{language}/")
        )
        for language in ("sq", "en")
    }
    for fact in (
        "Së bashku mund ta bëjmë internetin më të sigurt për fëmijët",
        "Nuk është fotoja jote intime? Mos e shpërnda - Raportoje!",
        "e martë, 7 shkurt 2023",
        "e enjte, 9 shkurt 2023",
        "e premte, 10 shkurt 2023",
        "CRCA/ECPAT Shqipëri",
        "që nga viti 2005",
        "isigurt@crca.al",
    ):
        assert fact in whole["sq"], fact
    for fact in ("Together we can make the Internet safer for children", "7 February 2023", "since 2005", "in 2015"):
        assert fact in whole["en"], fact
    known = set(made) | {address for each in ADDRESSES.values() for address in each.values()}
    for address, text in made.items():
        for link in re.findall(r'<a [^>]*href="(/[^"#?]*)', text):
            assert link in known or link.endswith((".ics", ".atom")), (address, link)


def test_first_aid_against_blackmail_says_what_must_be_said():
    publish()
    page = HelpPage.objects.get(locale__language_code="sq", slug="1")
    said = f"{page.first_word} {page.steps.render_as_block()} {page.body.render_as_block()}"
    for word in (
        "Nuk është faji yt",
        "Mos paguaj",
        "Mos i kthe më përgjigje",
        "Mos fshi asgjë",
        "Tregoja dikujt",
        "Raporto",
    ):
        assert word in said, word
    assert "mos e ruaj dhe mos ia dërgo askujt" in said
    assert page.window_title == "Ndihmë"


def test_the_next_safer_internet_day_is_on_the_first_page():
    publish()
    day = CampaignPage.objects.get(locale__language_code="sq", safer_internet_day=True)
    assert day.starts_on is not None
    assert str(day.starts_on) == "2027-02-09"
