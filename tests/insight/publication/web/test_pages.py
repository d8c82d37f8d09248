"""The report's page: every number is marked with where it comes from, and it is a public page like all others."""

import re

import pytest
from django.utils import translation

from isigurt.insight.publication.annex import annex
from isigurt.insight.publication.open_data import open_data
from isigurt.insight.publication.pictures.press import press_pictures
from isigurt.insight.publication.pictures.rows import rows_of
from isigurt.insight.publication.print.outputs import papers
from isigurt.insight.publication.references import shown
from isigurt.insight.publication.web import pages
from isigurt.insight.words import capital
from tests.insight.publication.books import a_book
from tests.nu import faults

METADATA = "open-data/cells.csv-metadata.json"  # for machines, which find it beside the data
LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return a_book(tmp_path_factory.mktemp("book"))


@pytest.fixture(scope="module")
def made(book):
    return {path: body.decode() for path, body in pages(book).items()}


def marked(page, kind):
    """Return machine-readable value, reference and text of each place that is marked so."""
    return re.findall(rf'<\w+(?: value="([^"]*)")? {kind}="([^"]*)">([^<]*)</', page)


@LANGUAGES
def test_every_marked_number_is_that_of_its_cell(book, made, language):
    content = book.contents[language]
    numbers = content.numbers()
    with translation.override(language):
        for value, reference, said in marked(made[f"web/{language}/index.html"], "data-cell"):
            assert (value, said) == (str(numbers[reference].value), shown(numbers[reference]))


@LANGUAGES
def test_every_count_of_the_edition_stands_on_the_page(book, made, language):
    there = {reference for _, reference, _ in marked(made[f"web/{language}/index.html"], "data-cell")}
    assert {cell.count.reference for cell in book.contents[language].cells()} <= there


@LANGUAGES
def test_the_year_before_is_marked_as_such(book, made, language):
    befores = {cell.count.reference: cell.before for cell in book.contents[language].cells() if cell.before}
    found = marked(made[f"web/{language}/index.html"], "data-before")
    assert found
    assert all(said == str(befores[reference].value) for _, reference, said in found)


@LANGUAGES
def test_nothing_is_inline_and_nothing_comes_from_elsewhere(made, language):
    page = made[f"web/{language}/index.html"]
    assert re.findall(r'style="|<style|<script(?![^>]+src=)|\son\w+="', page) == []
    assert re.findall(r'(?:src|<link[^>]+stylesheet[^>]+href)="(?!/static/)[^"]+"', page) == []


def test_the_checker_of_the_w3c_has_nothing_to_say(made, tmp_path):
    assert faults(tmp_path, made) == []


@LANGUAGES
def test_the_languages_lead_to_each_other(made, language):
    other = {"sq": "/en/national-report/2026/", "en": "/sq/raporti-kombetar/2026/"}[language]
    assert f'href="{other}"' in made[f"web/{language}/index.html"]


@LANGUAGES
def test_each_chapter_and_table_can_be_linked_to(book, made, language):
    page = made[f"web/{language}/index.html"]
    for chapter in book.documents[language].chapters:
        assert f'<h2 id="{chapter.id}">' in page
        for table in chapter.tables:
            assert f'id="table-{table}"' in page


@LANGUAGES
def test_the_annex_is_a_page_of_its_own_that_names_the_law_the_year_and_the_flagger(book, made, language):
    page = made[f"web/{language}/annex/index.html"]
    law = {"sq": "Rregullores (BE) 2022/2065", "en": "Regulation (EU) 2022/2065"}[language]
    assert f'data-typed="law">{law}<' in page
    assert "2026</h1>" in page
    assert "CRCA/ECPAT" in page
    there = {reference for _, reference, _ in marked(page, "data-cell")}
    assert '<p class="up"><a href="../">' in page
    assert '<a href="annex/">' in made[f"web/{language}/index.html"]
    table = book.contents[language].table("providers")
    assert {cell.count.reference for part in table.parts for row in part.cells for cell in row} <= there
    assert [part.dimensions for part in table.parts] == [("provider", "answer"), ("harm", "answer")]


@LANGUAGES
def test_every_file_beside_the_page_is_led_to_and_no_link_leads_to_none(book, made, language):
    """The links of the page are relative; the files lie as building.py lays them."""
    files = {*open_data(book), *annex(book), *papers(book), *press_pictures(book)}
    places = ("annex/", "open-data/cells.", f"pictures/{language}/")
    mine = {each for each in files if each.endswith(f"-{language}.pdf") or each.startswith(places)} - {METADATA}
    led = set(re.findall(r'href="([^"#]+)" download', made[f"web/{language}/index.html"]))
    assert mine <= led
    assert led <= files
    led_from_annex = set(re.findall(r'href="\.\./([^"#]+)" download', made[f"web/{language}/annex/index.html"]))
    assert led_from_annex == {f"print/annex-2026-{language}.pdf", "annex/notices.csv", "annex/notices.json"}


def test_rows_stand_in_the_order_in_which_the_picture_and_the_paper_show_them(book, made):
    part = book.contents["en"].table("platforms").parts[0]
    names = [capital(part.title), *(row.title for row in rows_of(part))]
    table = made["web/en/index.html"].partition('id="table-platforms"')[2].partition("</table>")[0]
    assert re.findall(r'<th scope="row">([^<]+)<', table) == names
