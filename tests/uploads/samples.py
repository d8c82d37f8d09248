"""Files as somebody may send them, all made here."""

import io
import struct
import zipfile
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

SECRET = "Era Shehu, shkolla 9-vjeçare"


def picture(kind: str = "JPEG", *, size: tuple[int, int] = (60, 40), name: str = "foto.jpg") -> SimpleUploadedFile:
    """A picture that says in every way it can who took it, and where."""
    made = Image.new("RGB", size, (200, 30, 30))
    made.paste((30, 200, 30), (0, 0, size[0] // 2, size[1]))
    exif = Image.Exif()
    exif[0x010E] = SECRET  # what the picture shows
    exif[0x0112] = 6  # held upright
    exif.get_ifd(0x8825)[2] = (41.0, 19.0, 49.0)  # where
    out = io.BytesIO()
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    if kind == "PNG":
        words = PngInfo()
        words.add_text("Author", SECRET)
        made.save(out, kind, pnginfo=words, exif=exif, icc_profile=profile)
    elif kind == "JPEG":
        made.save(out, kind, exif=exif, icc_profile=profile, comment=SECRET)
    else:
        made.save(out, kind, exif=exif, icc_profile=profile)
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")


def moving(kind: str = "WEBP") -> SimpleUploadedFile:
    """A picture of two that take turns."""
    first, second = (Image.new("RGB", (60, 40), colour) for colour in ("white", "black"))
    out = io.BytesIO()
    first.save(out, kind, save_all=True, append_images=[second], duration=100)
    return SimpleUploadedFile("film.webp", out.getvalue(), "image/webp")


def of_a_telephone() -> SimpleUploadedFile:
    """A JPEG with a second picture behind it, as telephones write it."""
    first, second = (Image.new("RGB", size, (200, 30, 30)) for size in ((60, 40), (30, 20)))
    out = io.BytesIO()
    first.save(out, "MPO", save_all=True, append_images=[second])
    return SimpleUploadedFile("foto.jpg", out.getvalue(), "image/jpeg")


def bomb(width: int = 60_000, height: int = 60_000) -> SimpleUploadedFile:
    """A few hundred bytes that claim to be a picture of billions of points."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    body = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return SimpleUploadedFile("bomba.png", body, "image/png")


def packed(name: str, **files: bytes) -> SimpleUploadedFile:
    """A ZIP file with `files` in it; two underscores stand for a slash, one for a dot."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, body in files.items():
            archive.writestr(
                each.replace("__", "/").replace("_", ".").replace("Content.Types", "[Content_Types]"), body
            )
    return SimpleUploadedFile(name, out.getvalue())
