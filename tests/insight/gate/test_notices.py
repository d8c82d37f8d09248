"""Exact notices are laid beside rounded counts, and give way where they would tell a small one."""

import pytest

from isigurt.country import pack
from isigurt.insight.gate.check import check, remedied
from isigurt.insight.gate.notices import bounds
from isigurt.insight.gate.remedy import MERGED, Remedy
from isigurt.insight.protection.plan import Figure, Measure, Plan, first_plan
from isigurt.insight.register import TABLES, Cut
from tests.insight.editions import an_edition_of, counted

BY_HARM = Cut("notices", ("harm", "answer"))
PROVIDERS = next(table for table in TABLES if table.exact)
# Under this secret the three are rounded to nought and the seventeen to fifteen.
SECRET = bytes([0]) * 32


def victims() -> list[dict[str, object]]:
    """Return twenty victim groups of grooming, of whom three are small children, among others."""
    few = [{"harm": "grooming", "age": "3_9"}] * 3 + [{"harm": "grooming", "age": "15_17"}] * 17
    return [*few, *({"harm": "bullying", "age": ("3_9", "15_17")[each % 2]} for each in range(80))]


def notices(**harms: int) -> list[dict[str, object]]:
    return [
        {"harm": harm, "outcome": ("removed", "refused")[each % 2]}
        for harm, count in harms.items()
        for each in range(count)
    ]


def a_plan(folder, notice: list[dict[str, object]]) -> Plan:
    found = counted(an_edition_of(folder, victim=victims(), notice=notice))
    return first_plan(found, secret=SECRET, pack=pack())


def without_notices(plan: Plan):
    return [figure for figure in plan.figures() if figure.cut.population != "notices"]


def test_as_many_notices_as_victims_tell_what_rounding_hid(tmp_path):
    plan = a_plan(tmp_path, notices(grooming=20, bullying=70, hate=12))
    assert check(plan, without_notices(plan)).passed is False  # a table is kept back
    assert check(plan, without_notices(plan)).pinned == ()
    assert check(plan, plan.figures()).pinned


def test_the_row_of_the_annex_that_tells_it_is_merged_and_nothing_else(tmp_path):
    plan = a_plan(tmp_path, notices(grooming=20, bullying=70, hate=12))
    safe, log = remedied(plan)
    assert log == [Remedy(MERGED, "notices", ("harm",), ("grooming",))]
    assert safe.groups["notices", "harm"] == (("bullying",), ("grooming", "hate"))
    assert safe.groups["victims", "harm"] == plan.groups["victims", "harm"]
    assert check(safe, safe.figures()).passed


def test_where_the_annex_has_no_more_rows_to_merge_the_protected_ones_give_way(tmp_path):
    plan = a_plan(tmp_path, notices(grooming=20, bullying=70))
    safe, log = remedied(plan)
    assert log
    assert not [line for line in log if line.of == "notices"]
    assert safe.groups["notices", "harm"] == plan.groups["notices", "harm"]
    assert check(safe, safe.figures()).passed


@pytest.mark.parametrize("sent", [8, 20, 300])
def test_what_is_taken_as_known_is_true_of_the_year_as_it_was(sent):
    """Else the numbers would contradict one another, and no honest edition could go out."""
    true = {("victims", ()): 20, ("graded", ()): 8, ("victims", (("harm", "hate"),)): 8}
    figures = [Figure("providers", BY_HARM, key, Measure.COUNT, str(sent)) for key in ((None, None), (("hate",), None))]
    found = list(bounds(Plan({}, b"", pack(), {}, ((PROVIDERS, BY_HARM),), {}), figures, true))
    assert len(found) == 3
    for form, low, high in found:
        assert low <= sum(true[name] for name in form) <= high


def test_a_cell_of_the_annex_bounds_nothing_by_itself():
    figure = Figure("providers", BY_HARM, (("hate",), ("removed",)), Measure.COUNT, "12")
    plan = Plan({}, b"", pack(), {}, ((PROVIDERS, BY_HARM),), {})
    assert list(bounds(plan, [figure], {("victims", (("harm", "hate"),)): 12})) == []
