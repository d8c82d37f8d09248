"""Addresses of the front's own files."""

import hashlib
from functools import cache
from pathlib import Path

from django import template
from django.templatetags.static import static

register = template.Library()
_FOLDER = Path(__file__).resolve().parent.parent / "static" / "front"


@cache
def _fingerprint(name: str) -> str:
    return hashlib.sha256(Path(f"{_FOLDER}/{name}").read_bytes()).hexdigest()[:8]


@register.simple_tag
def front_asset(name: str) -> str:
    """Return the address of a file of the front, changed whenever the file changes."""
    return f"{static(f'front/{name}')}?{_fingerprint(name)}"
