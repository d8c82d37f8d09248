"""Catalogues become what gettext reads."""

import gettext
import os
from pathlib import Path

from isigurt.config.translations import compile_catalogues

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def test_a_catalogue_is_compiled_once_and_again_when_it_changed(tmp_path: Path) -> None:
    source = tmp_path / "room" / "locale" / "sq" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text(HEAD + 'msgid "child"\nmsgstr "fëmijë"\n\n#, fuzzy\nmsgid "unsure"\nmsgstr "gabim"\n', "utf-8")
    assert compile_catalogues(tmp_path) == 1
    with source.with_suffix(".mo").open("rb") as file:
        words = gettext.GNUTranslations(file)
    assert words.gettext("child") == "fëmijë"
    assert words.gettext("unsure") == "unsure"
    assert compile_catalogues(tmp_path) == 0
    later = source.with_suffix(".mo").stat().st_mtime + 5
    os.utime(source, (later, later))
    assert compile_catalogues(tmp_path) == 1
