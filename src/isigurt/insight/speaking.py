"""What work on an edition tells: in English at the command line, at the desk in the language of who asked for it.

The language of a text is one thing and that of the report being made another: a report is made in every language, while
whoever asked for it reads one. What gets into a file of the edition is never told here: its bytes would differ.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.utils.translation import gettext, override

Tell = Callable[[str], None]  # hears how far the work is, a line at a time
_LANGUAGE = ContextVar("language of who asked", default="en")  # of the command line


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Tell everything in this language while the block runs."""
    token = _LANGUAGE.set(language)
    try:
        yield
    finally:
        _LANGUAGE.reset(token)


def spoken() -> override:
    """Return what makes the language of who asked the active one while a block runs."""
    return override(_LANGUAGE.get())


def said(words: str, **values: object) -> str:
    """Return words that were marked for translation, with their values, in the language of who asked."""
    with spoken():
        return gettext(words).format(**values)
