"""The pictures that others show of a page."""

import io
from dataclasses import replace

import pytest
from PIL import Image

from isigurt.design.previews import HEIGHT, WIDTH, Preview

PLAIN = Preview(title="Fëmijët në internet", language="sq", help="ALO 116 111")
PAPER, SIDE = (251, 246, 237), 72


def picture(preview: Preview) -> Image.Image:
    return Image.open(io.BytesIO(preview.png())).convert("RGB")


def test_a_picture_has_the_size_that_networks_ask_for():
    assert picture(PLAIN).size == (WIDTH, HEIGHT) == (1200, 630)


def test_the_same_words_give_the_same_bytes():
    assert PLAIN.png() == replace(PLAIN).png()


@pytest.mark.parametrize("change", [{"title": "Femijet"}, {"ground": "lamp"}, {"language": "en"}, {"help": ""}])
def test_whatever_is_changed_changes_picture_and_address(change):
    other = replace(PLAIN, **change)
    assert other.address != PLAIN.address
    if "language" not in change:
        assert other.png() != PLAIN.png()


@pytest.mark.parametrize(("letter", "bare"), [("ë", "e"), ("ç", "c"), ("Ë", "E"), ("Ç", "C")])
def test_an_albanian_letter_is_drawn_with_its_mark(letter, bare):
    dotted, plain = (picture(replace(PLAIN, title=title)) for title in (letter, bare))
    unknown = picture(replace(PLAIN, title="\ue123"))  # no font has it: a box
    assert len({image.tobytes() for image in (dotted, plain, unknown)}) == 3


@pytest.mark.parametrize("title", ["Një titull i gjatë, me shumë fjalë. " * 14, "ë" * 500, "W" * 500])
@pytest.mark.parametrize("day", ["", "9"])
def test_a_title_of_five_hundred_letters_stays_inside(title, day):
    image = picture(replace(PLAIN, title=title[:500], day=day, month="shkurt" if day else ""))
    # The margins, and the strips above and below the title, show the bare ground.
    for box in ((0, 0, SIDE, 490), (WIDTH - SIDE + 3, 0, WIDTH, 490), (0, 125, 750, 150), (0, 472, 750, 490)):
        assert image.crop(box).getcolors() == [((box[2] - box[0]) * (box[3] - box[1]), PAPER)], box


def test_words_are_data_and_never_instructions():
    title = '#panic() $x$ *b* \\ "q" </script>'
    assert picture(replace(PLAIN, title=title)).size == (WIDTH, HEIGHT)
