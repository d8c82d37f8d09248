"""Pictures are drawn anew: of what was sent only the colours of its points are kept.

So whatever a camera or a program wrote beside them (place, time, names, a smaller picture, a profile) is gone, and what
only looked like a picture is refused.
"""

import hashlib
import io
import warnings
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageCms, ImageOps

from isigurt.uploads.clean import MEBIBYTE, CleanFile

LARGEST = 15 * MEBIBYTE
# More than any telephone's camera makes; a point takes four bytes while it is drawn anew.
MOST_PIXELS = 50_000_000
# Wider than any page shows a picture, and enough to print one.
LONGEST_SIDE = 3000
ENDINGS = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
TYPES = {"jpg": "image/jpeg", "png": "image/png", "webp": "image/webp"}


def cleaned_picture(sent: "File[bytes]", *, longest_side: int = LONGEST_SIDE, largest: int = LARGEST) -> CleanFile:
    """Return the picture drawn anew, named by its content; raises ValidationError in words for the editor."""
    if sent.size > largest:
        raise ValidationError(
            _("This picture has more than %(most)s MB. Save it smaller and send it again."),
            params={"most": largest // MEBIBYTE},
        )
    sent.seek(0)
    body, ending = _drawn_anew(io.BytesIO(sent.read()), longest_side)
    name = hashlib.sha256(body).hexdigest()[:20]
    return CleanFile(f"{name}.{ending}", body, TYPES[ending])


def _drawn_anew(sent: io.BytesIO, longest_side: int) -> tuple[bytes, str]:
    try:
        with warnings.catch_warnings():
            # Pillow's own limit is near ours; what it warns of, we refuse.
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(sent, formats=list(ENDINGS)) as picture:
                # The size stands in the first bytes: nothing has been unpacked yet.
                if picture.width * picture.height > MOST_PIXELS:
                    raise _too_many_points()
                # A telephone writes a JPEG with a second picture behind it, often a smaller one: the first is meant.
                kind = "JPEG" if picture.format == "MPO" else str(picture.format)
                if kind != "JPEG" and getattr(picture, "is_animated", False):
                    raise ValidationError(
                        _("This picture moves. Save one still picture of it and send that."),
                    )
                return _saved(_points(picture, longest_side), kind)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise _too_many_points() from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise ValidationError(
            _("This is no JPEG, PNG or WebP picture, or it is damaged. Save it as one of these and send it again.")
        ) from error


def _too_many_points() -> ValidationError:
    return ValidationError(
        _("This picture has more than %(most)s million points. Save it smaller and send it again."),
        params={"most": MOST_PIXELS // 1_000_000},
    )


def _points(picture: Image.Image, longest_side: int) -> Image.Image:
    """Return the upright picture in plain colours, on a fresh canvas that carries nothing else."""
    upright = _in_common_colours(ImageOps.exif_transpose(picture))
    upright.thumbnail((longest_side, longest_side))
    canvas = Image.new(upright.mode, upright.size)
    canvas.paste(upright)
    return canvas


def _in_common_colours(picture: Image.Image) -> Image.Image:
    """Turn a camera's or a printer's colours into those every screen knows, so that the profile can go."""
    see_through = picture.mode in {"RGBA", "LA", "PA"} or "transparency" in picture.info
    profile: Any = picture.info.get("icc_profile")
    if profile and picture.mode in {"RGB", "CMYK"} and not see_through:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except ImageCms.PyCMSError:
            pass  # a broken profile: the colours as they are
        else:
            if turned is not None:
                return turned
    return picture.convert("RGBA" if see_through else "RGB")


def _saved(canvas: Image.Image, kind: str) -> tuple[bytes, str]:
    out = io.BytesIO()
    if kind == "JPEG":
        canvas.convert("RGB").save(out, "JPEG", quality=88, optimize=True, progressive=True)
    elif kind == "PNG":
        canvas.save(out, "PNG", optimize=True)
    else:
        canvas.save(out, "WEBP", quality=88, method=4)
    return out.getvalue(), ENDINGS[kind]
