from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.utils import translation

from isigurt.outreach.checking import holding_back, link_problems, problems
from isigurt.outreach.models import Material, Picture, PublicPage
from tests.outreach.factories import campaign, help_page, plain
from tests.uploads.samples import picture
from tests.uploads.test_materials import PDF, sent

pytestmark = pytest.mark.django_db(databases=["default", "door"])


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture(autouse=True)
def _own_media(settings: Any, tmp_path: Any) -> None:
    settings.MEDIA_ROOT = tmp_path


def said(page: PublicPage) -> list[str]:
    return [problem.words for problem in problems(page)]


def with_text(html: str, **values: Any) -> PublicPage:
    return plain(body=[("text", html)], **values)


def test_a_part_without_a_section_above_it_is_out_of_order():
    good = plain(body=[("heading", {"text": "Pse", "level": "2"}), ("heading", {"text": "Si", "level": "3"})])
    bad = plain(slug="tjeter", body=[("heading", {"text": "Si", "level": "3"})])
    assert holding_back(good) == []
    (problem,) = holding_back(bad)
    assert "“Si”" in problem.words
    assert problem.anchor == f"block-{bad.body[0].id}-section"


@pytest.mark.parametrize("words", ["kliko këtu", "Click here!", "KËTU", "Lexo më shumë…", " "])
def test_a_link_that_does_not_say_where_it_leads_keeps_the_page_back(words):
    home = with_text("<p>x</p>")
    page = with_text(f'<p>Shih <a linktype="page" id="{home.pk}">{words}</a></p>', slug="tjeter")
    assert len(holding_back(page)) == 1


def test_a_link_with_the_name_of_what_is_behind_it_is_good():
    home = with_text("<p>x</p>")
    page = with_text(f'<p>Shih <a linktype="page" id="{home.pk}">kush jemi këtu</a></p>', slug="tjeter")
    assert holding_back(page) == []


def test_an_address_as_the_words_of_a_link_is_only_advised_against():
    page = with_text('<p><a href="https://example.org/a">https://example.org/a</a></p>')
    assert holding_back(page) == []
    assert any("is an address" in words for words in said(page))


def test_a_picture_without_alternative_text_keeps_the_page_back():
    shown = Picture.objects.create(title="Dita", file=picture(), alternative="")
    page = plain(body=[("picture", {"picture": shown, "caption": ""})], picture=shown)
    assert [problem.anchor for problem in holding_back(page)] == [
        f"block-{page.body[0].id}-section",
        "panel-child-content-picture-section",
    ]


def test_links_to_what_was_deleted_keep_the_page_back_and_drafts_are_told_of():
    gone, draft = plain(slug="iku"), campaign(live=False)
    file = Material.objects.create(title="Fletushka", file=sent(PDF))
    page = plain(
        slug="tjeter",
        body=[
            ("text", f'<p><a linktype="page" id="{gone.pk}">Kush jemi</a></p>'),
            ("text", f'<p><a linktype="page" id="{draft.pk}">Fushata</a></p>'),
            ("text", f'<p><a linktype="document" id="{file.pk}">Fletushka</a></p>'),
            ("call", {"to": "page", "words": "Hap", "page": gone}),
        ],
    )
    assert holding_back(page) == []
    gone.delete()
    file.delete()
    page = type(page).objects.get(pk=page.pk)
    assert [problem.words.partition(" leads")[0] for problem in holding_back(page)] == [
        "The link “Kush jemi”",
        "The link “Fletushka”",
        "A button should open a page, but none is chosen, or it was deleted.",
    ]
    assert "The link “Fushata” leads to a page that is not published yet." in said(page)
    assert [each.page.pk for each in link_problems()] == [page.pk]
    assert len(link_problems()[0].problems) == 4


def test_an_address_of_our_own_site_is_looked_up():
    there = plain()
    for address in (there.address, "/sq/raporto/", f"{settings.ISIGURT_FRONT}/en/", "https://example.org/sq/asgje/"):
        assert holding_back(with_text(f'<a href="{address}">Faqja</a>', slug=f"a{abs(hash(address))}")) == []
    wrong = with_text('<a href="/sq/asgje/">Faqja</a>', slug="b")
    assert "where there is no page" in holding_back(wrong)[0].words


def test_hard_reading_is_told_and_keeps_nothing_back():
    hard = "<p>" + "Institucionet përgjegjëse bashkëpunojnë ngushtësisht ndërkombëtarisht gjithmonë dhe " * 8 + ".</p>"
    page = with_text(hard)
    assert any("hard to read" in words for words in said(page))
    assert holding_back(page) == []


def test_a_page_for_a_child_is_measured_more_strictly():
    words = (
        "<p>Kur dikush të kërcënon me fotografi, trego një të rrituri që i beson shumë, pa pritur asnjë ditë, "
        "sepse ai mund të flasë menjëherë me shkollën tënde.</p>"
    )
    assert not any("hard to read" in each for each in said(with_text(words * 4)))
    assert any("hard to read" in each for each in said(help_page(body=[("text", words * 4)])))


def test_a_page_in_one_language_is_told_and_not_kept_back():
    page = plain()
    assert said(page) == ["This page does not exist in this language: English."]
    assert holding_back(page) == []
