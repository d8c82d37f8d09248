"""The pack of Albania holds what the program and the people need of it."""

import datetime as dt
import re

import pytest
from django.test import override_settings
from django.utils import translation

from isigurt.country import Words, pack
from isigurt.country.entries import Confidence, Entry

HARMS = {
    "csam",
    "grooming",
    "bullying",
    "violence",
    "hate",
    "intimate_image",
    "impersonation",
    "age_inappropriate",
    "other",
    "unknown",
}


def _all_words() -> list[tuple[str, Words]]:
    return [
        (f"{name} {entry.id} {field}", value)
        for name, entry in pack().entries()
        for field in entry.__dataclass_fields__
        if isinstance(value := getattr(entry, field), Words)
    ]


def test_the_harms_are_those_the_program_was_agreed_on():
    assert set(pack().harms.ids) == HARMS
    assert [harm.id for harm in pack().harms if harm.form_only] == ["unknown"]
    assert "unknown" not in pack().assessable_harms


def test_only_sexual_abuse_joins_by_itself():
    assert {harm.id for harm in pack().harms if harm.sexual_abuse} == {"csam", "grooming"}


def test_severity_and_the_automatic_notice_are_for_child_abuse_material_alone():
    assert [harm.id for harm in pack().harms if harm.severity_applies] == ["csam"]
    assert {harm.id: harm.xarf_type for harm in pack().harms if harm.xarf_type} == {"csam": "csam", "grooming": "csem"}


def test_a_child_who_may_be_in_danger_waits_the_shortest():
    hours = {harm.id: harm.deadline_hours for harm in pack().harms}
    assert min(hours.values()) == hours["csam"] == hours["grooming"]
    assert hours["unknown"] < hours["age_inappropriate"]


@pytest.mark.parametrize("harm_id", sorted(HARMS))
def test_a_harm_is_short_enough_to_read_on_a_small_phone(harm_id):
    harm = pack().harms[harm_id]
    for language in ("sq", "en"):
        assert len(harm.title.spoken(language)) <= 60
        assert len(harm.hint.spoken(language)) <= 140
        assert len(harm.advice.spoken(language)) <= 160


@pytest.mark.parametrize("harm_id", sorted(HARMS))
def test_a_child_reads_no_term_of_the_trade(harm_id):
    harm = pack().harms[harm_id]
    said = f"{harm.title.sq} {harm.hint.sq} {harm.advice.sq} {harm.title.en} {harm.hint.en} {harm.advice.en}".lower()
    for term in ("abuz", "csam", "grooming", "material", "eksploat", "paligjsh", "illegal", "denonc"):
        assert term not in said


@pytest.mark.parametrize("harm_id", sorted(HARMS))
def test_everyone_who_reports_is_led_to_a_person(harm_id):
    assert len(pack().helplines_for(harm_id)) > 0


def test_only_sure_numbers_are_for_the_public():
    assert pack().sure_helplines.ids == ("alo_116111", "police", "missing_children")
    assert "emergency" in pack().helplines


def test_a_number_can_be_dialled():
    assert [line.dial for line in pack().sure_helplines] == ["116111", "129", "116000"]


@override_settings(LANGUAGE_CODE="sq")
def test_the_label_of_a_number_says_it_once():
    with translation.override("sq"):
        assert [line.label for line in pack().sure_helplines][:2] == ["ALO 116 111", "Policia 129"]


def test_what_albania_md_marks_as_doubtful_waits_for_someone_to_sign():
    waiting = {entry.id for _, entry in pack().facts_to_verify()}
    assert {"akep", "ama", "police_cybercrime", "kmd", "ombudsman", "education", "prosecution", "emergency"} <= waiting
    assert {article.id for article in pack().law_articles} <= waiting
    assert {"receipt_code", "hotline_noun", "grooming", "sexual_extortion", "failure_to_report"} <= waiting
    assert not {"alo_116111", "police_state", "ashmdf", "isigurt"} & waiting


def test_law_is_a_dated_reference_and_never_a_penalty():
    for article in pack().law_articles:
        assert article.confidence is Confidence.COUNSEL
        assert article.as_of is not None
        assert not re.search(
            r"burg|gjob|prison|fine\b|vjet|years", f"{article.title.sq} {article.title.en} {article.note}"
        )
    assert pack().law_articles["pc_117"].reference == "KP 117"


def test_a_letter_abroad_cites_an_article_that_its_reader_can_find():
    with translation.override("en"):
        assert pack().law_articles["pc_84a"].citation == "Article 84/a of the Penal Code of Albania"
    with translation.override("sq"):
        assert pack().law_articles["pc_84a"].citation == "neni 84/a i Kodit Penal të Republikës së Shqipërisë"


def test_every_word_exists_in_both_languages():
    for place, words in _all_words():
        assert words.languages == ("sq", "en"), place


def test_albanian_uses_its_own_quotation_marks_and_letters():
    for place, words in _all_words():
        assert not re.search(r"[\"“](?=\w)", words.sq.replace("„", "")), place
        assert "'" not in words.sq, place


def test_the_child_is_addressed_as_ti():
    for harm in pack().harms:
        said = f"{harm.title.sq} {harm.hint.sq} {harm.advice.sq}"
        assert not re.search(r"\b(ju|juaj|tuaj|jeni|keni|mund të \w+ni|shkruani|dërgoni|telefononi)\b", said), harm.id


def test_words_speak_the_language_of_the_moment():
    title = pack().harms["unknown"].title
    with translation.override("en"):
        assert str(title) == "I don’t know"
    with translation.override("sq"):
        assert str(title) == "Nuk e di"
    with translation.override("de"):
        assert str(title) == "Nuk e di"


def test_the_version_names_the_pack_and_is_the_same_each_time():
    assert re.fullmatch(r"al-[0-9a-f]{12}", pack().version)
    assert pack() is pack()


def test_leaving_leads_to_another_site_over_tls():
    assert pack().hotline.leave_address.startswith("https://")
    assert "isigurt" not in pack().hotline.leave_address


def test_every_entry_knows_whether_it_may_be_shown():
    for _, entry in pack().entries():
        assert isinstance(entry, Entry)
        assert entry.sure() is not entry.verify


def test_blocking_is_always_the_doubtful_last_station():
    assert {authority.id for authority in pack().authorities if authority.blocks} == {"akep", "ama"}
    assert "domain" in pack().authorities["akep"].note


def test_age_bands_serve_the_reporter_and_the_content():
    assert "unclear" not in pack().reporter_age_bands
    assert "0_2" not in pack().reporter_age_bands
    assert "0_2" in pack().apparent_age_bands
    assert "15_17" in pack().age_bands
    assert "18_30" in pack().age_bands


def test_albania_has_twelve_counties_and_sixty_one_municipalities():
    assert (len(pack().counties), len(pack().municipalities)) == (12, 61)
    assert sum(len(pack().municipalities_of(county.id)) for county in pack().counties) == 61
    assert all(len(pack().municipalities_of(county.id)) >= 3 for county in pack().counties)


@pytest.mark.parametrize(
    ("municipality", "county"),
    [("tirane", "tirane"), ("vau_i_dejes", "shkoder"), ("prrenjas", "elbasan"), ("finiq", "vlore"), ("has", "kukes")],
)
def test_a_municipality_lies_in_its_county(municipality, county):
    assert pack().municipalities[municipality].county == county
    assert municipality in pack().municipalities_of(county)


def test_the_capital_has_a_name_in_english():
    assert pack().municipalities["tirane"].title.sq == "Tiranë"
    assert pack().municipalities["tirane"].title.en == "Tirana"


@pytest.mark.parametrize(
    ("on", "next_day"),
    [
        (dt.date(2023, 1, 1), dt.date(2023, 2, 7)),
        (dt.date(2023, 2, 7), dt.date(2023, 2, 7)),
        (dt.date(2023, 2, 8), dt.date(2024, 2, 6)),
        (dt.date(2024, 6, 1), dt.date(2025, 2, 11)),
        (dt.date(2025, 12, 31), dt.date(2026, 2, 10)),
    ],
)
def test_the_next_safer_internet_day_is_looked_up(on, next_day):
    found = pack().next_safer_internet_day(on)
    assert found is not None
    assert found.day == next_day
    assert str(next_day.year) in found.title.sq


def test_a_day_that_nobody_confirmed_is_given_only_to_who_asks_for_doubtful_ones():
    on = dt.date(2026, 2, 11)
    assert pack().next_safer_internet_day(on) is None
    doubtful = pack().next_safer_internet_day(on, doubtful=True)
    assert doubtful is not None
    assert (doubtful.day, doubtful.verify) == (dt.date(2027, 2, 9), True)
    assert ("safer_internet_days", doubtful) in pack().facts_to_verify()


def test_no_day_is_made_up_for_a_year_that_is_not_known():
    assert pack().next_safer_internet_day(dt.date(2030, 1, 1), doubtful=True) is None
