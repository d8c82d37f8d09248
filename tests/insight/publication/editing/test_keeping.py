"""An editor's words come back whole, or with every mistake named by its place; a draft never takes their place."""

from dataclasses import replace

import pytest
from django.utils import translation

from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.publication.editing.keeping import changed, draft_of, edited_document, file_of, keep, kept
from isigurt.insight.publication.editing.words import read_words, text_of, words_of
from tests.insight.publication.test_content import content


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "2026").mkdir()
    return tmp_path / "2026"


@pytest.fixture(scope="module")
def contents(tmp_path_factory):
    return {each: content(tmp_path_factory.mktemp(each), language=each)[1] for each in ("sq", "en")}


def begun(contents, folder):
    """Let the drafts of both languages be written for the editor."""
    for language, shown in contents.items():
        with translation.override(language):
            keep(folder, language, words_of(draft_of(shown, folder=folder)))


def document(contents, folder, language="en"):
    with translation.override(language):
        return edited_document(contents[language], folder=folder)


def edit(folder, old, new, language="en"):
    file = file_of(folder, language)
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new), "utf-8")


def test_words_are_read_back_as_they_were_written(contents, folder):
    with translation.override("sq"):
        words = words_of(draft_of(contents["sq"], folder=folder))
    odd = replace(words, subtitle='Me „thonjëza”, "thonjëza", \\ dhe\nrresht të ri, \x7f.')
    assert read_words(text_of(odd)) == odd


def test_unedited_words_make_the_same_document_as_the_draft(contents, folder):
    draft = document(contents, folder)
    begun(contents, folder)
    assert document(contents, folder) == draft


def test_what_the_editor_writes_stands_in_the_document(contents, folder):
    begun(contents, folder)
    edit(folder, "A case ends in one of several ways.", "Cases end in many ways: {cell:outcomes/victims} in all.")
    chapter = next(each for each in document(contents, folder).chapters if each.id == "help")
    assert chapter.paragraphs[0].startswith("Cases end in many ways: {cell:outcomes/victims} in all.")


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("We saw 37 of them.", "chapter/help/1: “37” is a number"),
        ("We saw twice as many.", "chapter/help/1: “twice” is a number"),
        ("We saw {cell:harms/nobody}.", "chapter/help/1: This edition publishes no figure {cell:harms/nobody}."),
        ("We saw {cell harms}.", "chapter/help/1: A brace"),
        ("We saw {year:37}.", "chapter/help/1: year:37 is not a year"),
    ],
)
def test_a_mistake_is_named_with_its_place(contents, folder, written, said):
    begun(contents, folder)
    edit(folder, "A case ends in one of several ways.", written)
    with pytest.raises(EditionFaulty) as faulty:
        document(contents, folder)
    assert said in str(faulty.value)
    assert str(file_of(folder, "en")) in str(faulty.value)


def test_every_mistake_is_told_at_once(contents, folder):
    begun(contents, folder)
    edit(folder, "A case ends in one of several ways.", "We saw 37.")
    edit(folder, "Whoever needs a person is led to one.", "Half of them.")
    with pytest.raises(EditionFaulty) as faulty:
        document(contents, folder)
    assert "“37”" in str(faulty.value)
    assert "“half”" in str(faulty.value)


def test_a_missing_chapter_is_named(contents, folder):
    begun(contents, folder)
    edit(folder, 'id = "children"', 'id = "child"')
    with pytest.raises(EditionFaulty, match=r"The chapter “The children” \(children\) is missing\."):
        document(contents, folder)


def test_words_in_one_language_alone_are_a_missing_translation(contents, folder):
    begun(contents, folder)
    file_of(folder, "en").unlink()
    with pytest.raises(EditionFaulty, match="edited words in sq but none in en"):
        document(contents, folder)


def test_a_recommendation_in_one_language_alone_is_a_missing_translation(contents, folder):
    begun(contents, folder)
    words = kept(folder, "en")
    keep(folder, "en", replace(words, recommendations=words.recommendations[1:]))
    with pytest.raises(EditionFaulty, match="recommendation state_abroad is there in the other language"):
        document(contents, folder)


def test_a_file_that_is_no_words_is_said_with_its_line(contents, folder):
    begun(contents, folder)
    edit(folder, "[[chapter]]", "[[chapter", language="en")
    with pytest.raises(EditionFaulty, match=r"en\.toml: file: .*line"):
        document(contents, folder)


def test_which_numbers_changed_since_the_words_were_written_is_said(contents, folder):
    begun(contents, folder)
    edit(folder, '"cell:key_figures/reports" = 400', '"cell:key_figures/reports" = 395')
    assert changed(kept(folder, "en"), contents["en"]) == ["{cell:key_figures/reports}: 395 → 400"]


def test_a_figure_that_is_no_longer_published_is_said_too(contents, folder):
    begun(contents, folder)
    words = replace(kept(folder, "en"), numbers={"cell:harms/victims/harm=gone": 15})
    assert changed(words, contents["en"]) == ["{cell:harms/victims/harm=gone}: 15 → –"]


def test_last_years_recommendations_come_from_its_edited_words(contents, folder, tmp_path):
    (tmp_path / "2025").mkdir()
    begun(contents, tmp_path / "2025")
    edit(tmp_path / "2025", "Give the police unit", "Give, as we said with {cell:key_figures/items}, the police unit")
    with translation.override("en"):
        draft = draft_of(contents["en"], folder=folder)
    told = next(each for each in draft.last_year if each.id == "state_police")
    assert told.text.startswith("Give, as we said with –, the police unit")
    assert told.became == ""


def test_without_edited_words_they_are_those_that_were_drafted(contents, folder, tmp_path):
    _, before = content(tmp_path / "before", year=2025, seed=4)
    with translation.override("en"):
        draft = draft_of(contents["en"], folder=folder, before=before)
    assert {"state_police", "industry_known"} <= {each.id for each in draft.last_year}
