"""An editor's own pictures: taken in as nothing but points, kept as they are, and the same bytes every time."""

import io
import re
from dataclasses import replace

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from PIL import Image

from isigurt.insight.gate.reading.everything import read_everything
from isigurt.insight.publication.illustrations import (
    FOLDER,
    LONGEST_SIDE,
    NoSuchPicture,
    forget_all_but,
    illustrations,
    kept_picture,
    put,
    size_of,
)
from isigurt.insight.publication.web import pages
from tests.insight.publication.books import a_book, illustrated
from tests.insight.publication.photographs import LIGHT, heavy, loud, plain
from tests.nu import faults
from tests.uploads.samples import SECRET, bomb, moving, picture


def test_of_what_is_sent_only_its_points_are_kept(tmp_path):
    name = put(tmp_path, picture("JPEG", size=(900, 1200)))
    body = (tmp_path / FOLDER / name).read_bytes()
    assert SECRET.encode() not in body
    with Image.open(io.BytesIO(body)) as kept:
        assert (kept.format, kept.size) == ("JPEG", (1200, 900))  # it was held upright
        assert not {"exif", "icc_profile", "comment", "xmp", "photoshop"} & set(kept.info)


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_whatever_is_sent_one_kind_of_file_is_kept(tmp_path, kind):
    with Image.open(io.BytesIO(kept_picture(tmp_path, put(tmp_path, picture(kind, size=(900, 1200)))))) as kept:
        assert kept.format == "JPEG"


def test_five_megabytes_are_taken_and_made_small(tmp_path):
    sent = heavy()
    assert sent.size > 4_900_000
    name = put(tmp_path, sent)
    assert max(size_of(tmp_path, name)) == LONGEST_SIDE


def test_the_same_picture_is_one_file(tmp_path):
    assert put(tmp_path, loud()) == put(tmp_path, loud())
    assert len(list((tmp_path / FOLDER).iterdir())) == 1


@pytest.mark.parametrize(
    ("sent", "english", "albanian"),
    [
        (
            SimpleUploadedFile("a.jpg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
            "no JPEG, PNG or WebP",
            "nuk është",
        ),
        (SimpleUploadedFile("a.jpg", b"\xff\xd8\xff\xe0 broken"), "no JPEG, PNG or WebP", "nuk është"),
        (SimpleUploadedFile("a.jpg", b"\0" * (5 * 1024 * 1024 + 1)), "more than 5 MB", "më shumë se 5 MB"),
        (moving(), "moves", "lëviz"),
        (bomb(), "million points", "milionë pika"),
        (plain(LIGHT, (799, 600)), "at least 800 by 400", "të paktën 800"),
        (plain(LIGHT, (900, 399)), "at least 800 by 400", "të paktën 800"),
    ],
)
def test_what_cannot_be_taken_is_said_in_both_languages_and_leaves_nothing(tmp_path, sent, english, albanian):
    for language, said in (("en", english), ("sq", albanian)):
        sent.seek(0)
        with translation.override(language):
            with pytest.raises(ValidationError) as refused:
                put(tmp_path, sent)
            assert said in " ".join(refused.value.messages)
    assert not list(tmp_path.rglob("*.jpg"))


@pytest.mark.parametrize("name", ["../facts/reports.parquet", "0" * 20 + ".jpg", "cover.jpg", ""])
def test_nothing_but_a_picture_of_the_edition_is_read(tmp_path, name):
    with pytest.raises(NoSuchPicture):
        kept_picture(tmp_path, name)


def test_a_picture_that_was_changed_is_none_any_more(tmp_path):
    name = put(tmp_path, loud())
    (tmp_path / FOLDER / name).write_bytes(kept_picture(tmp_path, put(tmp_path, plain(LIGHT))))
    with pytest.raises(NoSuchPicture):
        size_of(tmp_path, name)


def test_what_no_words_name_is_deleted(tmp_path):
    named, other = put(tmp_path, loud()), put(tmp_path, plain(LIGHT))
    forget_all_but(tmp_path, {named})
    assert [each.name for each in (tmp_path / FOLDER).iterdir()] == [named]
    assert named != other


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """A year with a picture on its cover and one in a chapter."""
    made = a_book(tmp_path_factory.mktemp("book"))
    return illustrated(made, cover=loud((2000, 1000)), children=plain(LIGHT, (900, 1500)))


@pytest.fixture(scope="module")
def files(book):
    return illustrations(book) | pages(book)


def test_the_page_shows_them_with_their_words_and_their_room(files):
    page = files["web/sq/index.html"].decode()
    cover, chapter = page.split("<figure")[1:3]
    assert 'width="1600" height="800" alt="Dritare të ndezura"' in cover
    assert 'width="900" height="1500"' in chapter
    assert "Foto: iSIGURT" in cover
    assert ('loading="lazy"' in cover, 'loading="lazy"' in chapter) == (False, True)


def test_every_file_that_the_page_asks_for_is_there_and_as_large_as_it_says(book, files):
    asked = set(re.findall(r"(images/[^ ]+) (\d+)w", files["web/en/index.html"].decode()))
    assert {path for path, _ in asked} == {each for each in files if each.endswith(".jpg")}
    for path, width in asked:
        with Image.open(io.BytesIO(files[path])) as made:
            assert made.width == int(width)


def test_the_checker_of_the_w3c_has_nothing_to_say_of_it(files, tmp_path):
    assert faults(tmp_path, {path: body.decode() for path, body in files.items() if path.endswith(".html")}) == []


def said(book, files):
    return [each for each in read_everything(book, files).faults if FOLDER in each]


def test_the_gate_lets_out_the_very_pictures_that_the_words_name(book, files):
    assert read_everything(book, files).faults == []


def test_a_picture_that_no_words_name_is_refused(book, files):
    other = f"{FOLDER}/{'0' * 20}-800.jpg"
    assert said(book, files | {other: b"\xff\xd8\xff"}) == [f"{other}: no words name this picture"]


def test_another_picture_under_the_same_name_is_refused(book, files):
    first, second = sorted(each for each in files if each.endswith("-800.jpg"))
    assert said(book, files | {first: files[second]}) == [f"{first}: is not the picture that the words name"]


def test_a_picture_that_is_kept_back_is_refused(book, files):
    first = min(each for each in files if each.endswith(".jpg"))
    assert said(book, {path: body for path, body in files.items() if path != first}) == [
        f"{first}: the words name this picture, and it is not there"
    ]


def test_a_picture_written_into_a_page_is_refused(book, files):
    path = "web/en/index.html"
    page = files[path].replace(b"<figure", b'<img src="data:image/png;base64,AAAA" alt=""><figure', 1)
    assert any(
        "a picture is written into the page" in each for each in read_everything(book, files | {path: page}).faults
    )


def test_a_picture_in_a_paper_that_no_words_name_is_refused(book):
    out = io.BytesIO()
    Image.new("RGB", (20, 20), LIGHT).save(out, "PDF")
    path = "print/national-report-2026-en.pdf"
    assert f"{path}: no words name a picture in it" in read_everything(book, {path: out.getvalue()}).faults


def test_a_number_in_the_words_of_a_picture_is_refused(book, files):
    shown = tuple(replace(each, alternative="Gjysma e tyre") for each in book.documents["sq"].illustrations)
    wrong = replace(book, documents=book.documents | {"sq": replace(book.documents["sq"], illustrations=shown)})
    assert any("gjysma" in each.lower() for each in read_everything(wrong, files).faults)
