"""A language is a file: what is wrong with it is named, and what it says is what the pages do."""

import re
import shutil
from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import translation

import isigurt
from isigurt.country import PACKS, PackInvalid, first_language, language, language_choices, load_pack, pack

SECOND = Path(__file__).parent / "packs" / "xx"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(SECOND, tmp_path / "xx"))


def _mistakes(folder, old="", new=""):
    path = folder / "languages" / "el.toml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(PackInvalid) as refused:
        load_pack(folder)
    return "\n".join(refused.value.problems)


def test_albania_speaks_albanian_first_and_english():
    assert language_choices() == [("sq", "Shqip"), ("en", "English")]
    assert first_language() == "sq"


def test_a_pack_brings_languages_of_its_own():
    with override_settings(ISIGURT_COUNTRY=str(SECOND)):
        assert language_choices() == [("el", "Ελληνικά"), ("fr", "Français")]
        assert language("fr").months[1] == "février"


def test_the_active_language_is_meant_unless_another_is_named():
    with translation.override("en-gb"):
        assert language().id == "en"
        assert language("sq").id == "sq"
    with translation.override(None):
        assert language().id == "sq"


def test_a_language_that_nobody_knows_is_the_first_one():
    assert language("xx").id == "sq"


def test_letters_abroad_have_english_whatever_the_pack_speaks():
    with override_settings(ISIGURT_COUNTRY=str(SECOND)):
        assert "en" not in pack().languages
        assert language("en").months[0] == "January"


def test_every_language_we_ship_fits_the_pack_we_ship():
    assert set(load_pack(PACKS / "al").known_languages.ids) >= {"sq", "en"}


def test_a_pack_that_speaks_a_language_without_a_file_is_refused(folder):
    (folder / "languages" / "fr.toml").unlink()
    assert 'languages/fr.toml: is missing, and hotline.toml lists "fr"' in _mistakes(folder)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('id = "el"', 'id = "gr"', 'the id must be the file\'s name, "el"'),
        ('"Ιανουαρίου", ', "", "months must have 12 names"),
        ('"Δευτέρα", ', "", "weekdays must have 7 names"),
        ('day = "{day} {month} {year}"', 'day = "{day} {month}"', "day must hold {day}, {month}, {year} and no other"),
        ("{day}, {time}", "{day}, {hour}", "moment must hold {day}, {time} and no other"),
        ('"α", "β"', '"β", "β"', "alphabet must list its letters, each once"),
        ('report = "anafora"', 'report = "Αναφορά"', '"Αναφορά" must be of a to z'),
        ('report = "anafora"', 'report = "../anafora"', "must be of a to z"),
        ('code = "kodikos"', 'code = "anafora"', "two pages have the same"),
        ('code = "kodikos"', "", '"code" is missing, which "fr" has'),
        ('code = "kodikos"', "code = 7", "must be a table of texts"),
        ("decimal_mark", "decimal_sign", 'unknown key "decimal_sign", did you mean "decimal_mark"?'),
        ('id = "el"', "id = ", "is not valid TOML"),
    ],
)
def test_a_mistake_in_a_language_is_named(folder, old, new, said):
    mistakes = _mistakes(folder, old, new)
    assert "languages/el.toml" in mistakes
    assert said in mistakes


# The command line and the documents speak English, and so does what describes open data to programs; a letter abroad is
# in English; `Words` has two handy names.
ENGLISH_ON_PURPOSE = {
    "country/words.py",
    "insight/publication/open_data.py",
    "insight/speaking.py",
    "staff/command.py",
    "states/diagrams.py",
    "takedown/letters.py",
}


def test_no_code_knows_a_language_by_name():
    source = Path(isigurt.__file__).parent
    naming = {
        str(path.relative_to(source))
        for path in source.rglob("*.py")
        if "migrations" not in path.parts and re.search(r"""["'](sq|en)(-[A-Za-z]+)?["']""", path.read_text())
    }
    assert naming <= ENGLISH_ON_PURPOSE
