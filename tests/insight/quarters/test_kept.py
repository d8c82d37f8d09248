"""What was shown of a quarter is kept, and never changes."""

import pytest

from isigurt.insight.edition.faults import EditionFaulty
from isigurt.insight.quarters.calendar import Quarter
from isigurt.insight.quarters.kept import keep, shown_quarters

FIRST = {"reports": 40, "victims": None}


def test_quarters_are_kept_by_year_in_their_order(tmp_path):
    assert shown_quarters(tmp_path) == {}
    keep(tmp_path, Quarter(2026, 1), {"reports": 50})
    keep(tmp_path, Quarter(2025, 4), FIRST)
    keep(tmp_path, Quarter(2026, 2), {"reports": 60})
    assert shown_quarters(tmp_path) == {2025: {"q4": FIRST}, 2026: {"q1": {"reports": 50}, "q2": {"reports": 60}}}


def test_the_same_numbers_may_be_kept_again_and_no_others(tmp_path):
    keep(tmp_path, Quarter(2026, 1), FIRST)
    keep(tmp_path, Quarter(2026, 1), FIRST)
    with pytest.raises(EditionFaulty, match="shown with other numbers"):
        keep(tmp_path, Quarter(2026, 1), {**FIRST, "reports": 45})
    assert shown_quarters(tmp_path) == {2026: {"q1": FIRST}}


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9}', '{"version": 1, "quarters": {"q1": {"reports": "x"}}}'])
def test_a_file_that_is_none_of_ours_is_named(tmp_path, text):
    (tmp_path / "quarters").mkdir()
    (tmp_path / "quarters/2026.json").write_text(text)
    with pytest.raises(EditionFaulty, match=r"2026\.json"):
        shown_quarters(tmp_path)
