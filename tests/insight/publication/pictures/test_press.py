"""The press gets each picture as a file that stands alone, in both languages."""

import io

import pytest
from PIL import Image

from isigurt.insight.publication.pictures.press import press_pictures
from tests.insight.publication.books import a_book
from tests.insight.publication.pictures.drawings import SVG, drawing


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    return a_book(tmp_path_factory.mktemp("press"))


@pytest.fixture(scope="module")
def files(book):
    return press_pictures(book)


def test_each_table_has_its_two_files_in_each_language(book, files):
    assert files.keys() == {
        f"pictures/{language}/{table.id}.{kind}"
        for language, content in book.contents.items()
        for table in content.tables
        for kind in ("svg", "png")
    }


def test_a_file_says_by_itself_what_it_is_and_where_it_is_from(files):
    svg = drawing(files["pictures/sq/harms.svg"])
    words = " ".join(text.text for text in svg.iter(f"{SVG}text"))
    assert "Për çfarë ishte" in words
    assert "Burimi: iSIGURT, Raporti Kombëtar 2026." in words


def test_the_picture_is_that_of_the_drawing(files):
    for path in files:
        if path.endswith(".png"):
            drawn = drawing(files[path.replace(".png", ".svg")])
            with Image.open(io.BytesIO(files[path])) as image:
                assert image.width == 2 * float(drawn.get("width"))
                assert abs(image.height - 2 * float(drawn.get("height"))) <= 2
                assert len(image.convert("RGB").getcolors(2**20)) > 10  # words and shapes are on it


def test_the_same_book_gives_the_same_files(book, files):
    assert press_pictures(book) == files
