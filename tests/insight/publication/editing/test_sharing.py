"""What was added, moved or taken out in one language is so in every language; texts stay each language's own."""

from dataclasses import replace

import pytest

from isigurt.insight.publication.editing.sharing import alongside, completed
from isigurt.insight.publication.editing.words import Advice, ImageWords, Words, read_words, text_of

COVER = ImageWords("cover", "a.jpg", "Windows at night.", "Photo: iSIGURT")


def words(*, images=(), **advices):
    told = tuple(Advice(name, text, "cell:key_figures/reports", "state") for name, text in advices.items())
    return Words("Title", "Subtitle", ("Opening.",), (), told, (), images=images)


@pytest.mark.parametrize("image", [COVER, replace(COVER, out=True), replace(COVER, credit="")])
def test_a_picture_is_read_back_as_it_was_written(image):
    assert read_words(text_of(words(images=(image,)))).images == (image,)


def test_a_file_of_words_without_pictures_is_read_as_before():
    assert read_words(text_of(words(first="One."))).images == ()


def test_what_another_language_has_waits_here_for_its_words():
    found = completed(words(first="Një."), [words(first="One.", second="Two.", images=(COVER,))])
    assert [(each.id, each.text) for each in found.recommendations] == [("first", "Një."), ("second", "")]
    assert found.images == (replace(COVER, alternative=""),)


def test_what_is_new_in_one_language_is_laid_open_in_the_other():
    other = alongside(words(first="Një."), words(first="One.", second="Two.", images=(COVER,)))
    assert [(each.id, each.text) for each in other.recommendations] == [("first", "Një."), ("second", "")]
    assert other.images == (replace(COVER, alternative=""),)


def test_order_and_what_was_taken_out_are_the_same_and_texts_stay():
    other = alongside(words(first="Një.", second="Dy.", third="Tre."), words(third="Three.", first="One."))
    assert [each.text for each in other.recommendations] == ["Tre.", "Një."]


def test_words_of_a_picture_stay_while_it_is_left_out_and_go_with_it_when_another_comes():
    mine = words(images=(replace(COVER, alternative="Dritare natën."),))
    assert alongside(mine, words(images=(replace(COVER, out=True),))).images[0].alternative == "Dritare natën."
    assert alongside(mine, words(images=(replace(COVER, file="b.jpg"),))).images[0].alternative == ""
