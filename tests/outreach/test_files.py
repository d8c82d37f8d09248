"""The forms for pictures and materials keep what was made clean, and say in words what they do not take."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from isigurt.ledger.models import Entry
from isigurt.outreach.models import Material, Picture
from isigurt.staff.models import Role
from tests.staff.factories import make_member, sign_in
from tests.uploads.samples import SECRET, bomb, picture
from tests.uploads.test_materials import PDF, sent


@pytest.fixture
def editor(client: Client, settings: Any, tmp_path: Any) -> Client:
    settings.MEDIA_ROOT = tmp_path
    return sign_in(client, make_member(Role.EDITOR))


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


@pytest.mark.django_db(databases=["default", "door"])
def test_the_form_keeps_a_material_and_the_ledger_who_brought_it(editor):
    answer = editor.post("/cms/documents/add/", {"title": "Fletushka", "file": sent(PDF)})
    assert answer.status_code == 302
    kept = Material.objects.get()
    assert Entry.objects.filter(act="material.added", subject_id=str(kept.pk)).exists()
    got = editor.get(kept.url)
    got.close()
    assert got["Content-Type"] == "application/pdf"
    assert got["Content-Disposition"].startswith("attachment")


@pytest.mark.django_db(databases=["default", "door"])
def test_the_form_says_what_is_taken(editor):
    answer = editor.post("/cms/documents/add/", {"title": "Fletushka", "file": sent(b"<svg/>", "a.pdf")})
    assert "Files of this kind are not taken" in answer.content.decode()
    assert not Material.objects.exists()


@pytest.mark.django_db(databases=["default", "door"])
def test_a_material_put_in_by_code_is_checked_too(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    with pytest.raises(ValidationError):
        Material.objects.create(title="x", file=sent(b"<html>", "a.pdf"))
