"""Materials are known by what is in them, never by their name.

Allowed is what a teacher or a journalist opens without asking: PDF, pictures, texts and slides, and sound.
Refused: SVG and HTML (they can run scripts in the reader's browser), old and macro-carrying Office files (they can run
programs), ZIP (nobody sees what is in it before opening it: send the files one by one), and films (too heavy for a
cheap phone: link to where they are).
"""

import io
import zipfile

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from isigurt.uploads.clean import MEBIBYTE, CleanFile
from isigurt.uploads.pictures import TYPES as PICTURE_TYPES
from isigurt.uploads.pictures import cleaned_picture

LARGEST = 20 * MEBIBYTE
# What a text or slides may grow to when they are unpacked by whoever opens them.
LARGEST_UNPACKED = 300 * MEBIBYTE
# A poster is printed: it keeps more points than a picture on a page.
POSTER_SIDE = 7000
# What must lie in an Office file, and what a file of LibreOffice calls itself.
OFFICE = {"docx": "word/document.xml", "pptx": "ppt/presentation.xml"}
OPEN_DOCUMENT = {
    "odt": "application/vnd.oasis.opendocument.text",
    "odp": "application/vnd.oasis.opendocument.presentation",
}
TYPES = {
    **PICTURE_TYPES,
    **OPEN_DOCUMENT,
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "mp3": "audio/mpeg",
}
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


def checked_material(sent: "File[bytes]") -> CleanFile:
    """Return the file under a plain name with the ending its content has; raises ValidationError in words."""
    if sent.size > LARGEST:
        raise ValidationError(
            _("This file has more than %(most)s MB. Make it smaller, or link to it."),
            params={"most": LARGEST // MEBIBYTE},
        )
    sent.seek(0)
    body = sent.read()
    ending = _ending(body)
    if ending is None:
        raise ValidationError(
            _(
                "Files of this kind are not taken. Send a PDF, a picture (JPEG, PNG, WebP), a text or slides "
                "(DOCX, PPTX, ODT, ODP) without macros, or sound (MP3). Put a film on a video site and link to it."
            )
        )
    if ending in PICTURE_TYPES:
        body = cleaned_picture(sent, longest_side=POSTER_SIDE).read()
    stem = slugify(str(sent.name or "").replace("\\", "/").rpartition("/")[2].partition(".")[0])[:60]
    return CleanFile(f"{stem or 'material'}.{ending}", body, TYPES[ending])


def _ending(body: bytes) -> str | None:
    if body.startswith(_PICTURES) or (body[:4] == b"RIFF" and body[8:12] == b"WEBP"):
        return {b"\xff": "jpg", b"\x89": "png", b"R": "webp"}[body[:1]]
    if body.startswith(b"%PDF-") and b"%%EOF" in body[-2048:]:
        return "pdf"
    if body.startswith(b"ID3") or body[:2] in {b"\xff\xfb", b"\xff\xf3", b"\xff\xf2"}:
        return "mp3"
    return _packed_ending(body) if body.startswith(b"PK\x03\x04") else None


def _packed_ending(body: bytes) -> str | None:
    """Return what kind of text or slides this is, if it is one that can run nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as packed:
            entries = packed.infolist()
            names = {entry.filename for entry in entries}
            if sum(entry.file_size for entry in entries) > LARGEST_UNPACKED or _risky(names):
                return None
            if "mimetype" in names:
                kind = packed.read("mimetype")[:100].decode("ascii", "replace").strip()
                return next((ending for ending, known in OPEN_DOCUMENT.items() if known == kind), None)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError):
        return None
    if "[Content_Types].xml" not in names:
        return None
    return next((ending for ending, inside in OFFICE.items() if inside in names), None)


def _risky(names: set[str]) -> bool:
    programs = ("vbaproject.bin", ".exe", ".js", ".html", ".htm", ".svg", ".ps1", ".vbs", ".bat")
    return any(
        name.lower().endswith(programs)
        or name.startswith(("/", "Basic/", "Scripts/"))
        or ".." in name.split("/")
        or "/activex/" in name.lower()
        for name in names
    )
