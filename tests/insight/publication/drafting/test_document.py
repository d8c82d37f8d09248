"""The draft is made by rules from published numbers alone, and says no number by itself."""

import random
from dataclasses import replace

import pytest
from django.utils import translation

from isigurt.country import pack
from isigurt.insight.gate.words import numbers_in
from isigurt.insight.protection.plan import first_plan
from isigurt.insight.publication.content import content_of
from isigurt.insight.publication.drafting.document import drafted
from isigurt.insight.publication.drafting.recommendations import ADDRESSEES
from isigurt.insight.publication.drafting.rows import Row, part_of, rows, sooner, total
from isigurt.insight.publication.drafting.sentences import against_last_year, changes
from isigurt.insight.publication.references import filled
from isigurt.insight.register import TABLES
from tests.insight.editions import SECRET, an_edition_of, counted
from tests.insight.publication.test_content import content

LANGUAGES = pytest.mark.parametrize("language", ["sq", "en"])


def texts(document):
    yield from (document.title, document.subtitle, *document.opening)
    for chapter in document.chapters:
        yield from (chapter.title, *chapter.paragraphs)
    for addressee in document.addressees:
        yield from (each.text for each in addressee.recommendations)
    for note in document.notes:
        yield from (note.title, *note.paragraphs)


def draft(folder, language, *, seed=1, before=None):
    _, shown = content(folder, language=language, seed=seed, before=before)
    with translation.override(language):
        return drafted(shown)


@LANGUAGES
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_no_number_stands_in_a_draft_but_by_reference(tmp_path, language, seed):
    _, before = content(tmp_path / "before", year=2025, language=language, seed=seed + 10)
    document = draft(tmp_path, language, seed=seed, before=before)
    assert [(text, numbers_in(text, language)) for text in texts(document) if numbers_in(text, language)] == []


@LANGUAGES
def test_every_reference_of_a_draft_is_published(tmp_path, language):
    document = draft(tmp_path, language)
    with translation.override(language):
        read = [filled(text, document.content) for text in texts(document)]
    assert all("{" not in text for text in read)
    assert "2026" in read[0]


def test_every_table_of_the_edition_belongs_to_one_chapter(tmp_path):
    document = draft(tmp_path, "en")
    placed = [each for chapter in document.chapters for each in chapter.tables]
    assert sorted(placed) == sorted(table.id for table in document.content.tables)
    assert len(TABLES) == len(document.content.tables) + len({each.table for each in document.content.omissions})


def test_chance_alone_is_no_rise_and_no_fall(tmp_path):
    part = part_of(draft(tmp_path, "en").content, "key_figures", "reports")
    whole = total(part, "en")
    for difference, word in ((5, "about as many"), (-5, "about as many"), (10, "more than"), (-10, "fewer than")):
        with translation.override("en"):
            assert word in against_last_year(replace(whole, before=whole.value - difference))


def middle(hours, count):
    return Row("x", "x", "removal_places/x", count, None, has_share=False, median=hours)


def test_a_middle_is_sooner_only_beyond_what_chance_makes_of_so_few():
    assert not sooner(middle(59, 180), middle(60, 60))
    assert not sooner(middle(45, 35), middle(77, 30))
    assert sooner(middle(45, 1000), middle(77, 1000))
    assert not sooner(middle(1, 1000), middle(2, 1000))  # whole hours: it may be a minute
    assert not sooner(middle(0, 15), middle(0, 15))
    assert not sooner(middle(None, 15), middle(9, 15))


def test_groups_of_one_kind_are_seldom_called_sooner_than_one_another():
    """Seven groups that differ by chance alone: of the first and the last, once in twenty at most."""
    chance = random.Random(6)
    said = 0
    for _ in range(500):
        spans = [
            sorted(int(chance.expovariate(1 / 60)) for _ in range(count)) for count in (20, 25, 30, 40, 60, 80, 99)
        ]
        found = sorted((middle(each[len(each) // 2], len(each)) for each in spans), key=lambda row: row.median)
        said += sooner(found[0], found[-1])
    assert said <= 25


def test_without_a_year_before_nothing_is_compared(tmp_path):
    assert not any("year before" in text for chapter in draft(tmp_path, "en").chapters for text in chapter.paragraphs)


def test_what_rose_is_said_with_both_numbers(tmp_path):
    _, before = content(tmp_path / "before", year=2025, seed=4)
    _, shown = content(tmp_path, before=before)
    with translation.override("en"):
        said = changes(shown.table("platforms").parts[0], shown.table("platforms"), "en")
        assert said[0].startswith("More than in the year before: TikTok ({cell:platforms/items/platform=tiktok}")
        assert "(90, before that 70)" in filled(said[0], shown)


def test_the_chapter_on_capacity_says_what_nobody_had_to_see_twice(tmp_path):
    capacity = next(each for each in draft(tmp_path, "en").chapters if "capacity" in each.tables)
    assert any("assessed before: {cell:known/items/known=yes}" in each for each in capacity.paragraphs)


def test_what_is_no_name_has_no_rank(tmp_path):
    ids = [row.id for row in rows(part_of(draft(tmp_path, "en").content, "harms", "victims/harm"), "en")]
    assert ids
    assert not {"other", "not_known"} & set(ids)


@LANGUAGES
@pytest.mark.parametrize("seed", [1, 2])
def test_every_addressee_is_recommended_something_that_a_published_figure_supports(tmp_path, language, seed):
    document = draft(tmp_path, language, seed=seed)
    assert [each.id for each in document.addressees] == list(ADDRESSEES)
    for addressee in document.addressees:
        assert addressee.recommendations
        assert all(each.figure in document.content.numbers() for each in addressee.recommendations)


@LANGUAGES
def test_a_year_of_one_case_is_drafted_too(tmp_path, language):
    edition = an_edition_of(tmp_path, report=[{"channel": "web"}])
    plan = first_plan(counted(edition), secret=SECRET, pack=pack())
    with translation.override(language):
        document = drafted(content_of(plan, year=2026, language=language))
    assert all(chapter.paragraphs for chapter in document.chapters)
    assert document.addressees[0].recommendations


def test_what_is_left_out_stands_in_the_notes_with_its_reason(tmp_path):
    document = draft(tmp_path, "en")
    limits = next(note for note in document.notes if note.id == "limits")
    assert "Severity by age (class, age): too few for more than one row." in limits.paragraphs


def test_the_tables_are_numbered_in_the_order_in_which_they_are_read(tmp_path):
    document = draft(tmp_path, "en")
    numbers = [document.content.table(each).number for chapter in document.chapters for each in chapter.tables]
    assert numbers == list(range(1, len(numbers) + 1))
