"""What the gate did and found stands in files as codes, and is told to each reader in their own language."""

from dataclasses import replace

import pytest
from django.utils.translation import override

from isigurt.country import pack
from isigurt.insight.gate.remedy import LEFT_OUT, MERGED, Remedy, Sum
from isigurt.insight.publication.published import Published, published_text, read_published
from isigurt.insight.publication.remedies import remedy_told, sum_told
from tests.insight.publication.test_content import content

ROW = Remedy(MERGED, "notices", ("harm",), ("bullying", ""))
CUT = Remedy(LEFT_OUT, "ages_sexes", ("age", "sex"))


@pytest.mark.parametrize(
    ("language", "remedy", "told"),
    [
        ("en", ROW, "Notices by harm: merged with the smallest neighbour: Bullying and harassment, not known"),
        (
            "sq",
            ROW,
            "Njoftime (dëmi): rreshti u bashkua me fqinjin më të vogël: Bullizëm dhe ngacmim, nuk dihet",
        ),
        ("en", CUT, "Left out: Victims by age and sex (age, sex)"),
        ("sq", CUT, "U la jashtë: Viktimat sipas moshës dhe gjinisë (mosha, gjinia)"),
        ("sq", Remedy(LEFT_OUT, "key_figures", ()), "U la jashtë: Viti në shifra (në tërësi)"),
    ],
)
def test_a_step_is_told_in_the_language_of_who_reads_it(language, remedy, told):
    with override(language):
        assert remedy_told(remedy, pack()) == told


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Sum("victims", (("sex", ("boy",)),)), "Victim groups, sex: Boy"),
        (
            Sum("victims", (("sex", ("boy",)), ("age", ("13_14",))), but="sex"),
            "Victim groups, age: 13–14 years; without: sex: Boy",
        ),
        (Sum("items", (), outside="confirmed"), "Items; without: items confirmed illegal"),
    ],
)
def test_what_could_be_worked_out_is_named_by_its_rows(found, told):
    with override("en"):
        assert told == sum_told(found, pack())


def test_the_file_says_codes_and_they_come_back(tmp_path):
    _, shown = content(tmp_path / "year", language="en")
    file = tmp_path / "published.json"
    file.write_bytes(published_text(Published((ROW, CUT), {"en": shown})))
    assert b"smallest" not in file.read_bytes()
    assert read_published(file).remedies == (ROW, CUT)


def test_a_line_of_before_steps_were_codes_is_told_as_it_was_written(tmp_path):
    _, shown = content(tmp_path / "year", language="en")
    file, line = tmp_path / "published.json", "victims by age: 0_2 merged"
    codes = published_text(Published((replace(CUT, act="x"),), {"en": shown}))
    begins, ends = codes.index(b'"remedies": [') + 13, codes.index(b'"languages"')
    file.write_bytes(codes[:begins] + f'"{line}"], '.encode() + codes[ends:])
    assert [remedy_told(each, pack()) for each in read_published(file).remedies] == [line]
