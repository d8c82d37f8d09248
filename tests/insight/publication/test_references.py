"""Numbers come into a text by reference."""

import pytest
from django.utils import translation

from isigurt.insight.publication.references import UnknownReference, filled
from tests.insight.publication.test_content import content


def test_a_reference_is_read_as_the_number_of_its_cell(tmp_path):
    _, shown = content(tmp_path)
    value = shown.numbers()["cell:key_figures/reports"].value
    with translation.override("en"):
        assert filled("In {year:2026} we received {cell:key_figures/reports} reports.", shown) == (
            f"In 2026 we received {value} reports."
        )


def test_a_share_and_a_median_are_said_with_their_unit(tmp_path):
    _, shown = content(tmp_path)
    share = next(name for name in shown.numbers() if name.startswith("share:"))
    with translation.override("en"):
        assert filled(f"{{{share}}}", shown) == f"{shown.numbers()[share].value}%"
        assert filled("{median:removal/confirmed}", shown).endswith(" hours")


def test_a_cell_that_is_not_published_is_an_error_and_not_an_empty_place(tmp_path):
    _, shown = content(tmp_path)
    with pytest.raises(UnknownReference, match="cell:harms/nobody"):
        filled("We saw {cell:harms/nobody}.", shown)


def test_the_year_before_a_rows_name_and_a_number_of_the_method_come_by_reference_too(tmp_path):
    _, before = content(tmp_path / "before", year=2025, seed=4)
    _, shown = content(tmp_path, before=before)
    with translation.override("en"):
        assert filled("{before:key_figures/reports}", shown) == str(before.numbers()["cell:key_figures/reports"].value)
        assert filled("{row:ages/victims/age=0_2}", shown) == "0–2 years"
        assert filled("{row:ages_sexes/victims/age=0_2/sex=girl}", shown) == "0–2 years, Girl"
        assert filled("{rule:base}", shown) == "5"


@pytest.mark.parametrize("reference", ["before:key_figures/reports", "row:ages/victims/age=9", "rule:7"])
def test_what_is_not_there_to_be_referred_to_is_an_error(tmp_path, reference):
    _, shown = content(tmp_path)
    with pytest.raises(UnknownReference, match=reference):
        filled(f"It is {{{reference}}}.", shown)
