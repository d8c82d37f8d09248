"""The check itself, on a small house with a room of its own and the real makemessages."""

import shutil
import sys

import pytest

from tools import translations

pytestmark = pytest.mark.skipif(shutil.which("xgettext") is None, reason="needs gettext: apt-get install gettext")
GOOD = 'from django.utils.translation import gettext as _\n\n\ndef words():\n    return _("Report")\n'


@pytest.fixture
def house(tmp_path, monkeypatch, capsys):
    package = tmp_path / "src" / "isigurt"
    for folder in ("surfaces", "intake", "room/templates/room", "country/languages"):
        (package / folder).mkdir(parents=True)
    (package / "country" / "languages" / "en.toml").write_text("")
    (package / "country" / "languages" / "sq.toml").write_text("")
    (package / "room" / "words.py").write_text(GOOD)
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    monkeypatch.setattr(translations, "PACKAGE", package)

    def check(*options):
        monkeypatch.setattr(sys, "argv", ["translations", *options])
        return translations.main(), capsys.readouterr().out

    check.room = package / "room"
    check.po = check.room / "locale" / "sq" / "LC_MESSAGES" / "django.po"
    return check


def _translate(path, albanian="Raporto"):
    path.write_text(path.read_text().replace('msgid "Report"\nmsgstr ""', f'msgid "Report"\nmsgstr "{albanian}"'))


@pytest.fixture
def whole(house):
    house("--write")
    _translate(house.po)
    assert house() == (0, "")
    return house


def test_a_new_word_is_missing_until_it_is_taken_up_and_translated(house):
    status, said = house()
    assert status == 1
    assert "not in the catalogue yet: 'Report'" in said
    status, said = house("--write")
    assert status == 1
    assert "no word in sq: 'Report'" in said
    _translate(house.po)
    assert house() == (0, "")


def test_a_word_that_changed_in_the_code_is_found(whole):
    (whole.room / "words.py").write_text(GOOD.replace("Report", "Report now"))
    status, said = whole()
    assert status == 1
    assert "not in the catalogue yet: 'Report now'" in said
    assert "nobody says it any more: 'Report'" in said


def test_a_catalogue_taken_up_again_does_not_change(whole):
    before = whole.po.read_text()
    whole("--write")
    assert whole.po.read_text() == before
    assert "POT-Creation-Date" not in before


def test_a_word_outside_gettext_fails_the_check(whole):
    (whole.room / "templates" / "room" / "page.html").write_text("<p>Hello</p>")
    status, said = whole()
    assert status == 1
    assert "room/templates/room/page.html: outside gettext: 'Hello'" in said


def test_a_language_more_needs_its_words_too(whole):
    (translations.PACKAGE / "country" / "languages" / "mk.toml").write_text("")
    status, said = whole()
    assert status == 1
    assert "(mk): not in the catalogue yet: 'Report'" in said


def test_a_language_elsewhere_has_one_catalogue_for_all_rooms(whole, tmp_path):
    file = tmp_path / "pack" / "locale" / "el" / "LC_MESSAGES" / "django.po"
    status, said = whole("--catalogue", str(file), "--write")
    assert status == 1
    assert "no word in el: 'Report'" in said
    _translate(file, "Αναφορά")
    assert whole("--catalogue", str(file)) == (0, "")
    assert whole("--catalogue", str(file), "--write") == (0, "")
