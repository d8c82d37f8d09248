import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from isigurt.uploads import checked_material
from isigurt.uploads.materials import LARGEST
from tests.uploads.samples import SECRET, packed, picture

PDF = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"
DOCX = {"Content_Types_xml": b"<Types/>", "word__document_xml": b"<w/>"}


def sent(body: bytes, name: str = "fletushka.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, body)


@pytest.mark.parametrize(
    ("file", "ending"),
    [
        (sent(PDF), "pdf"),
        (sent(PDF, "fletushka.docx"), "pdf"),
        (sent(b"ID3" + b"\0" * 50), "mp3"),
        (picture("PNG"), "png"),
        (packed("a.docx", **DOCX), "docx"),
        (packed("a.zip", Content_Types_xml=b"<Types/>", ppt__presentation_xml=b"<p/>"), "pptx"),
        (packed("a.odt", mimetype=b"application/vnd.oasis.opendocument.text"), "odt"),
    ],
)
def test_a_material_is_what_is_in_it(file, ending):
    clean = checked_material(file)
    assert str(clean.name).endswith(f".{ending}")


def test_its_name_becomes_plain():
    assert checked_material(sent(PDF, "Fletushkë për mësues (1).pdf")).name == "fletushke-per-mesues-1.pdf"
    assert checked_material(sent(PDF, "...")).name == "material.pdf"


@pytest.mark.parametrize(
    "file",
    [
        sent(b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "poster.pdf"),
        sent(b"<!doctype html><script>", "poster.pdf"),
        sent(b"%PDF-1.7 and nothing more"),
        sent(b"MZ\x90\0", "setup.pdf"),
        sent(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old.doc"),
        sent(b"", "empty.pdf"),
        sent(b"PK\x03\x04 no archive", "a.docx"),
        packed("a.zip", lexo_txt=b"x"),
        packed("a.docx", **DOCX, word__vbaProject_bin=b"x"),
        packed("a.odt", mimetype=b"application/vnd.oasis.opendocument.text", Scripts__a_py=b"x"),
        packed("a.docx", **DOCX, word__media__image_svg=b"<svg/>"),
    ],
)
def test_what_can_run_or_cannot_be_seen_into_is_refused(file):
    with pytest.raises(ValidationError, match="not taken"):
        checked_material(file)


def test_what_grows_without_end_when_unpacked_is_refused():
    with pytest.raises(ValidationError, match="not taken"):
        checked_material(packed("a.docx", **DOCX, word__media__a_png=b"\0" * (301 * 1024 * 1024)))


def test_a_material_that_is_too_heavy_is_refused():
    with pytest.raises(ValidationError, match="20 MB"):
        checked_material(sent(b"\0" * (LARGEST + 1)))


def test_a_poster_is_cleaned_like_a_picture():
    assert SECRET.encode() not in checked_material(picture()).read()
