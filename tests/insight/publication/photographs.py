"""Pictures as an editor may bring them, all drawn here: dark, light, loud, upright, wide."""

import io
import random

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

DARK, LIGHT = (6, 8, 10), (255, 253, 247)


def plain(colour: tuple[int, int, int], size: tuple[int, int] = (1000, 700)) -> SimpleUploadedFile:
    """One colour from edge to edge."""
    return _sent(Image.new("RGB", size, colour))


def loud(size: tuple[int, int] = (1000, 700), seed: int = 1) -> SimpleUploadedFile:
    """Stripes and grain in every colour: the hardest thing to write on."""
    draw = random.Random(seed)
    small = Image.new("RGB", (size[0] // 20, size[1] // 20))
    small.putdata([tuple(draw.randrange(256) for _ in range(3)) for _ in range(small.width * small.height)])
    return _sent(small.resize(size, Image.Resampling.BICUBIC))


def heavy() -> SimpleUploadedFile:
    """A picture of just under five megabytes, as a camera makes it."""
    draw = random.Random(2)
    grain = Image.frombytes("L", (1500, 1100), draw.randbytes(1500 * 1100))
    made = Image.merge("RGB", (grain, grain, grain)).resize((3600, 2640))
    return _sent(made, quality=91)


def _sent(picture: Image.Image, quality: int = 90) -> SimpleUploadedFile:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return SimpleUploadedFile("foto.jpg", out.getvalue(), "image/jpeg")
