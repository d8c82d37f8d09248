"""No number comes into a text but by a reference."""

import pytest

from isigurt.insight.gate.words import LAW, NoNumberWords, numbers_in


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("sq", "Raportimet u rritën me 37 raste.", ["37"]),
        ("sq", "Tre vajza nga Kukësi u shantazhuan.", ["tre"]),
        ("sq", "Njëzet e pesë raste, ose dyfishi i vitit që shkoi.", ["njëzet", "pesë", "dyfishi"]),
        ("sq", "Gjysma e viktimave; një e treta ishin djem.", ["gjysma", "treta"]),
        (
            "sq",
            "Katërmbëdhjetë raste, qindra raportime, numri u përgjysmua.",
            ["katërmbëdhjetë", "qindra", "përgjysmua"],
        ),
        ("en", "Thirty-four per cent, twice as many as before.", ["thirty", "four", "twice"]),
        ("en", "Half of them, a third of the boys, two-thirds of the girls.", ["half", "a third", "two", "thirds"]),
        ("en", "Reports doubled; a tenfold rise; dozens of cases.", ["doubled", "tenfold", "dozens"]),
        ("en", "About 12.5 % and ½ and Ⅳ, or ٣.", ["12.5", "½", "ⅳ", "٣"]),
    ],
)
def test_a_number_is_found_in_digits_and_in_words(language, text, found):
    assert numbers_in(text, language) == found


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sq", "Një fëmijë që na shkroi mori përgjigje po atë ditë; shtatori dhe tetori ishin më të qetë."),
        ("sq", "{cell:harms/bullying} raportime në {year:2026}, sipas {law:pc_117}; telefononi {telephone:116 111}."),
        ("en", "One child wrote to us, and someone answered. Another party took it down in the next quarter."),
        ("en", "{share:ages/15_17} of the whole, more than in {year:2025}."),
    ],
)
def test_what_is_no_count_comes_through(language, text):
    assert numbers_in(text, language) == []


def test_a_reference_of_no_known_kind_is_a_number_typed_in():
    assert numbers_in("{count:12} cases", "en") == ["12"]


@pytest.mark.parametrize(
    ("text", "law"),
    [
        ("117/a", True), ("124/2024", True), ("Article 22(3)", True), ("Neni 117", True), ("Ligji nr. 124/2024", True),
        ("Regulation (EU) 2022/2065", True), ("37", False), ("37 boys", False), ("Neni 117 djem", False),
        ("37/1000", False), ("37 or 38", False),
    ],
)  # fmt: skip
def test_a_law_is_what_looks_like_one_and_nothing_counted_hides_in_it(text, law):
    assert bool(LAW.fullmatch(text)) is law


def test_a_language_without_number_words_is_not_let_through():
    with pytest.raises(NoNumberWords, match="'fr'"):
        numbers_in("douze", "fr")
