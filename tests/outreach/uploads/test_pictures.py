import io
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from isigurt.outreach.models import Picture
from isigurt.outreach.uploads import cleaned_picture
from isigurt.outreach.uploads.pictures import LARGEST, MOST_PIXELS
from isigurt.staff.models import Role
from tests.outreach.uploads.samples import SECRET, bomb, picture
from tests.staff.factories import make_member, sign_in


@pytest.fixture
def editor(client: Client, settings: Any, tmp_path: Any) -> Client:
    settings.MEDIA_ROOT = tmp_path
    return sign_in(client, make_member(Role.EDITOR))


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


@pytest.mark.django_db(databases=["default", "door"])
def test_the_form_keeps_the_clean_picture_with_its_alternative_text(editor):
    answer = editor.post("/cms/images/add/", {"title": "Dita", "file": picture(), "alternative": "Nxënës në klasë."})
    assert answer.status_code == 302
    kept = Picture.objects.get()
    assert (kept.width, kept.height) == (40, 60)
    assert kept.default_alt_text == "Nxënës në klasë."
    with kept.file.open() as file:
        assert SECRET.encode() not in file.read()
    seen = editor.get(kept.file.url)
    seen.close()
    assert seen.status_code == 200
    assert seen["Content-Type"] == "image/jpeg"
    assert seen["X-Content-Type-Options"] == "nosniff"


@pytest.mark.django_db(databases=["default", "door"])
@pytest.mark.parametrize("words", ["", "IMG_2034.jpg", "foto 12"])
def test_the_form_wants_words_and_no_file_name(editor, words):
    answer = editor.post("/cms/images/add/", {"title": "Dita", "file": picture(), "alternative": words})
    assert answer.status_code == 200
    assert not Picture.objects.exists()


@pytest.mark.django_db(databases=["default", "door"])
def test_the_form_says_why_a_bomb_is_refused(editor):
    answer = editor.post("/cms/images/add/", {"title": "Dita", "file": bomb(), "alternative": "Asgjë."})
    assert "more than 50 million points" in answer.content.decode()


@pytest.mark.django_db(databases=["default", "door"])
def test_a_picture_put_in_by_code_is_cleaned_too(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    kept = Picture.objects.create(title="Dita", file=picture(), alternative="Nxënës në klasë.")
    assert (kept.width, kept.height) == (40, 60)
    with kept.file.open() as file:
        assert SECRET.encode() not in file.read()


@pytest.mark.django_db(databases=["default", "door"])
def test_several_at_once_is_shut_since_nobody_asks_for_their_words(editor):
    assert editor.get("/cms/images/multiple/add/")["Location"] == "/cms/images/add/"
    assert editor.post("/cms/images/multiple/create_from_uploaded_image/1/").status_code == 403


@pytest.mark.django_db(databases=["default", "door"])
@pytest.mark.parametrize("role", [Role.ANALYST, Role.AUDITOR, Role.ADMIN])
def test_the_files_are_for_editors_only(role):
    assert sign_in(Client(), make_member(role)).get("/media/original_images/x.jpg").status_code == 403


@pytest.mark.django_db(databases=["default", "door"])
@pytest.mark.parametrize("name", ["there-is-none.jpg", "../desk.sqlite3", "%2e%2e/desk.sqlite3", ""])
def test_nothing_but_the_files_is_sent(editor, name):
    assert editor.get(f"/media/{name}").status_code == 404
