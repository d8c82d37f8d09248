"""The report's page: every number is marked with where it comes from, and it is a public page like all others."""

import re

import pytest
from django.utils import translation

from isigurt.insight.publication.references import shown
from isigurt.insight.publication.web import pages
from tests.insight.publication.books import a_book
from tests.nu import faults

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
