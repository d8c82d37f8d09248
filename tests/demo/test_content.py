"""The platform that the demo shows: whole, in both languages, and true to what was announced in 2023."""

import re
from pathlib import Path

import pytest
from django.utils import timezone
from wagtail.models import Page

from demo.content import publish, take_away
from isigurt.design.addresses import ADDRESSES
from isigurt.outreach import queries
from isigurt.outreach.baking import outputs
from isigurt.outreach.choices import Audience
from isigurt.outreach.models import CampaignPage, HelpPage, PublicPage, ResourcePage
from isigurt.outreach.report import report, usual_period
from tools.wording import badly_quoted, forbidden

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture(autouse=True)
def _own_media(settings, tmp_path):
    """The demo's poster is put into a folder of the test's own."""
    settings.MEDIA_ROOT = tmp_path


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
    baked = list(outputs())
    made = {output.address: output.body.decode() for output in baked if output.kind.startswith("text/html")}
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
        "punonjësve socialë",
        "vendimmarrësve dhe politikanëve",
    ):
        assert fact in whole["sq"], fact
    for fact in (
        "Together we can make the Internet safer for children",
        "7 February 2023",
        "since 2005",
        "in 2015",
        "the authorities, civil society and the internet industry",
        "decision-makers and politicians: everyone has a part to play",
    ):
        assert fact in whole["en"], fact
    assert [*badly_quoted(whole["sq"], "sq"), *forbidden(whole["sq"], "sq")] == []
    known = {output.address for output in baked} | {address for each in ADDRESSES.values() for address in each.values()}
    for address, text in made.items():
        for link in re.findall(r'<a [^>]*href="(/[^"#?]*)', text):
            assert link in known, (address, link)


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


def test_the_report_of_the_campaign_to_come_shows_what_was_taken_away():
    publish()
    take_away()
    campaign = CampaignPage.objects.get(locale__language_code="sq", slug="dita-2027")
    found = dict(report(campaign, *usual_period(campaign, timezone.localdate())).tables[5].lines)
    assert set(found) == {"Poster: zinxhiri këputet te ti", "Poster: the chain breaks with you"}
    assert all(number > 10 for number in found.values())
    take_away()
    assert dict(report(campaign, *usual_period(campaign, timezone.localdate())).tables[5].lines) == found


def test_the_poster_is_one_page_in_each_language_and_is_offered_where_it_is_asked_for():
    publish()
    for slug in ("poster-zinxhiri", "poster-the-chain"):
        (offered,) = [block for block in ResourcePage.objects.get(slug=slug).body if block.block_type == "download"]
        assert Path(offered.value["material"].file.path).read_bytes().startswith(b"%PDF-")
    for slug in ("dita-2027", "day-2027"):
        assert len(CampaignPage.objects.get(slug=slug).materials) == 1
