import io

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from isigurt.uploads import cleaned_picture
from isigurt.uploads.pictures import LARGEST, MOST_PIXELS
from tests.uploads.samples import SECRET, bomb, moving, of_a_telephone, picture


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_of_a_picture_only_its_points_are_kept(kind):
    clean = cleaned_picture(picture(kind)).read()
    assert SECRET.encode() not in clean
    with Image.open(io.BytesIO(clean)) as opened:
        assert opened.format == kind
        assert not opened.getexif()
        assert not {"icc_profile", "exif", "comment", "Author", "xmp"} & set(opened.info)
        # It was held upright: what was wide is high.
        assert opened.size == (40, 60)


def test_a_picture_is_named_by_its_content_and_not_as_it_came():
    assert str(cleaned_picture(picture(name="era-shehu.jpg")).name).startswith("era") is False


def test_a_picture_that_calls_itself_something_else_is_what_it_is():
    assert str(cleaned_picture(picture("PNG", name="foto.jpg")).name).endswith(".png")


def test_a_wide_picture_becomes_as_wide_as_pages_need():
    with Image.open(cleaned_picture(picture(size=(4000, 100)))) as opened:
        assert max(opened.size) == 3000


@pytest.mark.parametrize("side", [60_000, 8_000])
def test_an_image_bomb_is_refused_by_its_first_bytes(side):
    with pytest.raises(ValidationError, match="million points"):
        cleaned_picture(bomb(side, side))
    assert side * side > MOST_PIXELS


@pytest.mark.parametrize(
    "body",
    [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"<html></html>", b"GIF89a" + b"\0" * 100, b"", b"\xff\xd8\xff\xe0"],
)
def test_what_is_no_picture_is_refused_whatever_its_name(body):
    with pytest.raises(ValidationError, match="no JPEG, PNG or WebP"):
        cleaned_picture(SimpleUploadedFile("foto.jpg", body, "image/jpeg"))


def test_a_picture_that_is_too_heavy_is_refused():
    with pytest.raises(ValidationError, match="15 MB"):
        cleaned_picture(SimpleUploadedFile("foto.jpg", b"\0" * (LARGEST + 1)))


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_a_picture_that_moves_is_refused(kind):
    with pytest.raises(ValidationError, match="This picture moves"):
        cleaned_picture(moving(kind))


def test_of_a_telephones_two_pictures_in_one_the_first_is_kept():
    clean = cleaned_picture(of_a_telephone())
    assert str(clean.name).endswith(".jpg")
    with Image.open(clean) as opened:
        assert (opened.size, opened.format) == ((60, 40), "JPEG")
