"""An editor's own pictures: one for the cover and one a chapter, kept in the edition's folder `images`.

What is sent is drawn anew (`isigurt.uploads`) and kept as JPEG under the digest of its bytes. What is published is
drawn anew from that again, so that the same edition gives the same bytes and nothing but points gets out.
"""

import hashlib
import io
import re
from functools import lru_cache
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image

from isigurt.baked import durable
from isigurt.insight.publication.book import Book, Files
from isigurt.insight.publication.document import Illustration
from isigurt.uploads import MEBIBYTE, cleaned_picture

FOLDER = "images"
COVER = "cover"
LARGEST = 5 * MEBIBYTE
LONGEST_SIDE = 2400  # enough for the whole width of A4 at 200 dots an inch, upright too
LEAST_WIDTH, LEAST_HEIGHT = 800, 400  # less is blurred on paper
WIDTHS = (800, 1600)  # of a page on the web: a telephone's, and a wide screen's
PAPER_WIDTH = 1800
_NAME = re.compile(r"[0-9a-f]{20}\.jpg")
_ON = "white"  # what lies behind a picture that can be seen through


class NoSuchPicture(LookupError):
    """There is no picture of this name in the edition's folder, or it is not the one that was put there."""


def put(folder: Path, sent: "File[bytes]") -> str:
    """Keep what was sent, drawn anew, and return its name; raises ValidationError in words for the editor."""
    clean = cleaned_picture(sent, longest_side=LONGEST_SIDE, largest=LARGEST)
    with Image.open(clean) as picture:
        if picture.width < LEAST_WIDTH or picture.height < LEAST_HEIGHT:
            raise ValidationError(
                _(
                    "This picture has %(width)s by %(height)s points and would be blurred on paper. Send one of at "
                    "least %(least_width)s by %(least_height)s."
                ),
                params={
                    "width": picture.width,
                    "height": picture.height,
                    "least_width": LEAST_WIDTH,
                    "least_height": LEAST_HEIGHT,
                },
            )
        body = _as_jpeg(picture, picture.size)
    name = f"{hashlib.sha256(body).hexdigest()[:20]}.jpg"
    (folder / FOLDER).mkdir(exist_ok=True)
    durable(folder / FOLDER / name, body)
    return name


def is_name(text: str) -> bool:
    """Whether a text is what a kept picture may be called."""
    return _NAME.fullmatch(text) is not None


def kept_picture(folder: Path, name: str) -> bytes:
    """Return a picture of the edition; raise NoSuchPicture where it is not there as it was put there."""
    if not is_name(name):
        raise NoSuchPicture(name)
    try:
        body = (folder / FOLDER / name).read_bytes()
    except OSError as error:
        raise NoSuchPicture(name) from error
    if hashlib.sha256(body).hexdigest()[:20] != name.removesuffix(".jpg"):
        raise NoSuchPicture(name)
    return body


def size_of(folder: Path, name: str) -> tuple[int, int]:
    """Return the width and the height of a picture of the edition; raise NoSuchPicture as `kept_picture` does."""
    with Image.open(io.BytesIO(kept_picture(folder, name)), formats=["JPEG"]) as picture:
        return picture.size


def forget_all_but(folder: Path, names: set[str]) -> None:
    """Delete the pictures of an edition that no words name any more: one sent by mistake does not stay."""
    for file in (folder / FOLDER).glob("*.jpg"):
        if file.name not in names:
            file.unlink(missing_ok=True)


def illustrations(book: Book) -> Files:
    """Return the pictures that the words name, in the widths of the web page."""
    return {
        f"{FOLDER}/{path_of(name, width)}": drawn(kept_picture(book.folder, name), width)
        for name in _named(book)
        for width in WIDTHS
    }


def in_papers(book: Book) -> list[bytes]:
    """Return the pictures that the words name as they are set on paper."""
    return [on_paper(book.folder, name) for name in _named(book)]


def on_paper(folder: Path, name: str) -> bytes:
    """Return a picture of the edition as it is set on paper."""
    return drawn(kept_picture(folder, name), PAPER_WIDTH)


def _named(book: Book) -> list[str]:
    return sorted({each.file for document in book.documents.values() for each in document.illustrations})


def path_of(name: str, width: int) -> str:
    """Return what the file of a picture in one of its widths is called."""
    return f"{name.removesuffix('.jpg')}-{width}.jpg"


def size_at(width: int, illustration: Illustration) -> tuple[int, int]:
    """Return how large a picture is when it is at most `width` wide."""
    return _fitting(width, illustration.width, illustration.height)


# Page, papers and the gate's reading ask for the same few.
@lru_cache(maxsize=32)
def drawn(body: bytes, width: int) -> bytes:
    """Return a picture drawn anew, at most `width` wide."""
    clean = cleaned_picture(ContentFile(body), longest_side=LONGEST_SIDE)
    with Image.open(clean) as picture:
        return _as_jpeg(picture, _fitting(width, picture.width, picture.height))


def _fitting(most: int, width: int, height: int) -> tuple[int, int]:
    taken = min(most, width)
    return taken, max(1, round(height * taken / width))


def _as_jpeg(picture: Image.Image, size: tuple[int, int]) -> bytes:
    """Return the one kind of file there is, without anything but its points."""
    canvas = Image.new("RGB", picture.size, _ON)
    canvas.paste(picture, mask=picture.getchannel("A") if picture.mode == "RGBA" else None)
    out = io.BytesIO()
    canvas.resize(size, Image.Resampling.LANCZOS).save(
        out, "JPEG", quality=85, subsampling="4:2:0", optimize=True, progressive=True
    )
    return out.getvalue()
