"""A file that has been looked at, and how to know one that has not."""

from typing import Any

from django.core.files.base import File
from django.core.files.uploadedfile import SimpleUploadedFile

MEBIBYTE = 1024 * 1024


class CleanFile(SimpleUploadedFile):
    """What came out of the checks: its name and its type are ours, not the sender's."""


def fresh(field_file: Any) -> "File[bytes] | None":
    """Return the content that was put into a file field and was neither checked nor stored yet, if there is any."""
    if not field_file or getattr(field_file, "_committed", True):
        return None
    content: File[bytes] = field_file.file
    return None if isinstance(content, CleanFile) else content
