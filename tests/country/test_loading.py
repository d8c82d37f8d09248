"""A pack with a mistake is refused, and the message says where the mistake is."""

import shutil
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import override_settings
from hypothesis import given
from hypothesis import strategies as st

from isigurt.country import PackInvalid, Unlisted, load_pack, pack
from isigurt.country.reading import Reader
from isigurt.design.context import shared

SECOND = Path(__file__).parent / "packs" / "xx"


@pytest.fixture
def folder(tmp_path):
    return Path(shutil.copytree(SECOND, tmp_path / "xx"))


def _change(folder, file, old, new):
    path = folder / file
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


def _mistakes(folder):
    with pytest.raises(PackInvalid) as refused:
        load_pack(folder)
    return "\n".join(refused.value.problems)


def test_another_country_runs_in_its_own_languages():
    with override_settings(ISIGURT_COUNTRY=str(SECOND)):
        assert pack().hotline.languages == ("el", "fr")
        assert pack().harms["csam"].title.spoken("fr") == "Photos ou vidéos sexuelles d’un enfant"
        assert str(pack().harms["other"].title) == "Κάτι άλλο"
        assert [entry.id for _, entry in pack().facts_to_verify()] == ["duty"]


def test_a_country_that_has_no_pack_is_named(tmp_path):
    with pytest.raises(PackInvalid, match="no country pack 'zz'"):
        load_pack(tmp_path / "zz")


def test_an_unknown_key_is_refused_with_the_key_that_was_meant(folder):
    _change(folder, "harms.toml", "deadline_hours = 3", "deadline_hour = 3")
    mistakes = _mistakes(folder)
    assert 'harms.toml, harm 1 "csam": unknown key "deadline_hour", did you mean "deadline_hours"?' in mistakes
    assert '"deadline_hours" is missing' in mistakes


def test_a_missing_translation_is_refused(folder):
    _change(folder, "harms.toml", ', fr = "Je ne sais pas"', "")
    assert 'harm 3 "unknown", title: translation into "fr" is missing' in _mistakes(folder)


def test_an_empty_translation_is_refused(folder):
    _change(folder, "harms.toml", 'fr = "Je ne sais pas"', 'fr = " "')
    assert 'translation into "fr" is missing' in _mistakes(folder)


def test_a_language_the_pack_does_not_speak_is_refused(folder):
    _change(folder, "harms.toml", 'fr = "Je ne sais pas"', 'fr = "Je ne sais pas", sq = "Nuk e di"')
    assert 'speaks "sq", which the pack does not list' in _mistakes(folder)


def test_a_reference_to_nothing_is_refused(folder):
    _change(folder, "harms.toml", 'help = ["children"]', 'help = ["nobody"]')
    _change(folder, "harms.toml", 'law = ["pc_1"]', 'law = ["pc_2"]')
    mistakes = _mistakes(folder)
    assert 'no helpline "nobody"' in mistakes
    assert 'no article "pc_2"' in mistakes


def test_a_municipality_in_no_county_and_two_days_in_a_year_are_refused(folder):
    _change(folder, "places.toml", 'county = "north"', 'county = "south"')
    _change(
        folder, "days.toml", "[[safer", '[[safer_internet_day]]\nid = "x"\ntitle = "x"\nday = 2026-02-11\n\n[[safer'
    )
    mistakes = _mistakes(folder)
    assert 'municipality "harbour": names no county "south"' in mistakes
    assert "a year has one Safer Internet Day" in mistakes


def test_an_entry_the_program_needs_cannot_be_left_out(folder):
    _change(folder, "assessment.toml", 'id = "baseline"', 'id = "bottom"')
    _change(folder, "assessment.toml", 'id = "A1"', 'id = "A9"')
    mistakes = _mistakes(folder)
    assert 'needs an entry "baseline"' in mistakes
    assert 'needs an entry "A1"' in mistakes


def test_the_same_id_twice_is_refused(folder):
    _change(folder, "harms.toml", 'id = "other"', 'id = "csam"')
    assert 'has the id "csam" twice' in _mistakes(folder)


def test_an_id_is_plain_letters(folder):
    _change(folder, "platforms.toml", 'id = "other"', 'id = "tjetër"')
    assert "letters without marks" in _mistakes(folder)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("deadline_hours = 3", 'deadline_hours = "3"', "must be a whole number, not a text"),
        ("deadline_hours = 3", "deadline_hours = true", "must be a whole number, not true or false"),
        ("deadline_hours = 3", "deadline_hours = 0", "must be 1 or more"),
        ("sexual_abuse = true", "sexual_abuse = 1", "must be true or false, not a whole number"),
        ('help = ["children"]', 'help = "children"', "must be a list of texts"),
        ('xarf_type = "csam"', "xarf_type = 7", "must be a text, not a whole number"),
    ],
)
def test_a_value_of_the_wrong_kind_is_refused(folder, old, new, message):
    _change(folder, "harms.toml", old, new)
    assert message in _mistakes(folder)


def test_an_unknown_confidence_is_refused(folder):
    _change(folder, "law.toml", 'confidence = "counsel"', 'confidence = "maybe"')
    assert '"maybe" is none of sure, check, counsel' in _mistakes(folder)


def test_a_missing_and_a_broken_file_are_both_named(folder):
    (folder / "words.toml").unlink()
    (folder / "law.toml").write_text("[[article\n")
    mistakes = _mistakes(folder)
    assert "words.toml: is missing" in mistakes
    assert "law.toml: is not valid TOML" in mistakes


def test_a_file_nobody_reads_is_refused(folder):
    (folder / "helpline.toml").write_text("")
    assert "helpline.toml: unknown file" in _mistakes(folder)


def test_a_table_nobody_reads_is_refused(folder):
    with (folder / "law.toml").open("a") as file:
        file.write('\n[[articles]]\nid = "lost"\n')
    assert 'law.toml: unknown table "articles"' in _mistakes(folder)


def test_a_pack_without_a_sure_number_is_refused(folder):
    _change(folder, "helplines.toml", "on_every_page = true", 'on_every_page = true\nconfidence = "check"')
    assert "at least one number must be sure" in _mistakes(folder)


def test_a_doubtful_number_is_kept_from_the_public_everywhere(folder):
    with (folder / "helplines.toml").open("a") as file:
        file.write('\n[[helpline]]\nid = "old"\ntitle = "Old"\nnumber = "999"\nhint = "—"\nhours = "—"\n')
        file.write('on_every_page = true\nconfidence = "check"\n')
    _change(folder, "harms.toml", 'help = ["children"]', 'help = ["old", "children"]')
    with override_settings(ISIGURT_COUNTRY=str(folder)):
        assert pack().helplines_for("csam").ids == ("children",)
        assert "tel:999" not in render_to_string("design/base_public.html", shared("/el/"))
        assert "old" not in shared("/el/")["helplines"]
    assert "old" in load_pack(folder).helplines


def test_a_citation_without_its_number_is_refused(folder):
    _change(folder, "law.toml", "article {article} du", "article du")
    assert "cited_as must hold {article}" in _mistakes(folder)


def test_a_pack_without_police_is_refused(folder):
    _change(folder, "authorities.toml", "police = true\n", "")
    assert "police = true" in _mistakes(folder)


def test_all_mistakes_are_told_at_once(folder):
    _change(folder, "harms.toml", "deadline_hours = 3", 'deadline_hours = "3"')
    _change(folder, "authorities.toml", "telephone", "telefon")
    with pytest.raises(PackInvalid) as refused:
        load_pack(folder)
    assert len(refused.value.problems) >= 2


def test_a_fact_that_was_signed_off_no_longer_waits(folder):
    _change(folder, "law.toml", 'confidence = "counsel"', 'confidence = "check"')
    loaded = load_pack(folder)
    assert not loaded.law_articles["pc_1"].verify
    _change(folder, "law.toml", 'signed_off_by = "Me Exemple"\n', "")
    assert load_pack(folder).law_articles["pc_1"].verify


def test_the_version_changes_with_every_file(folder):
    before = load_pack(folder).version
    with (folder / "words.toml").open("a") as file:
        file.write("# a remark\n")
    assert load_pack(folder).version != before


def test_an_id_that_is_not_listed_is_named_with_those_that_are(folder):
    with pytest.raises(Unlisted, match="no 'gone'; it has csam, other, unknown"):
        load_pack(folder).harms["gone"]
    assert load_pack(folder).harms.get("gone") is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_no_text_of_any_shape_breaks_the_reader(given_value):
    reader = Reader(("sq", "en"))
    words = reader.words(given_value, "here")
    assert reader.problems or all(text.strip() for _, text in words.texts)
