"""What is published is named and addressed once, for every output."""

import pytest
from django.utils import translation

from isigurt.country import pack
from isigurt.insight.protection.plan import first_plan
from isigurt.insight.publication.content import content_of, reference
from tests.insight.editions import SECRET, an_edition, counted


def content(folder, *, year=2026, language="en", before=None, seed=1):
    plan = first_plan(counted(an_edition(folder, year=year, seed=seed)), secret=SECRET, pack=pack())
    with translation.override(language):
        return plan, content_of(plan, year=year, language=language, before=before)


def test_every_figure_stands_in_one_cell_under_its_own_address(tmp_path):
    plan, shown = content(tmp_path)
    assert {name: number.value for name, number in shown.numbers().items()} == {
        reference(figure, plan): int(figure.text) for figure in plan.figures()
    }


def test_the_first_row_and_column_are_the_totals(tmp_path):
    _, shown = content(tmp_path)
    part = shown.table("ages_sexes").parts[0]
    assert (part.rows[0].group, part.columns[0].group) == (None, None)
    assert part.cells[0][0].count.reference == "cell:ages_sexes/victims"
    assert part.cells[1][2].count.reference.startswith("cell:ages_sexes/victims/age=")
    assert "/sex=" in part.cells[1][2].count.reference


def test_no_two_rows_have_one_address(tmp_path):
    """What an analyst could not tell and what nobody wrote down are two rows."""
    plan, _ = content(tmp_path)
    counted: dict[str, set[object]] = {}
    for figure in plan.figures():
        groups = [each for each in figure.key if each is not None]
        counted.setdefault(reference(figure, plan), set()).add((*groups, figure.text))
    assert [name for name, found in counted.items() if len(found) > 1] == []


@pytest.mark.parametrize(("language", "title"), [("sq", "Raportimet sipas muajit"), ("en", "Reports by month")])
def test_names_are_those_of_the_language(tmp_path, language, title):
    _, shown = content(tmp_path, language=language)
    assert shown.table("months").title == title


def test_the_addresses_are_the_same_in_every_language(tmp_path):
    _, english = content(tmp_path / "en")
    _, albanian = content(tmp_path / "sq", language="sq")
    assert english.numbers() == albanian.numbers()


def test_a_row_stands_beside_that_of_the_year_before_only_if_the_same_was_counted(tmp_path):
    _, before = content(tmp_path, year=2025, seed=4)
    _, shown = content(tmp_path, before=before)
    beside = {cell.count.reference: cell.before for cell in shown.cells()}
    assert beside["cell:key_figures/reports"] == before.numbers()["cell:key_figures/reports"]
    for table in shown.tables:
        for part in table.parts:
            then = next((p for t in before.tables if t.id == table.id for p in t.parts if p.id == part.id), None)
            for row, cells in zip(part.rows, part.cells, strict=True):
                same = then is not None and row.group in [each.group for each in then.rows]
                assert (cells[0].before is not None) == same


def test_what_is_left_out_is_said_with_its_reason(tmp_path):
    plan, shown = content(tmp_path)
    assert len(shown.omissions) == len(plan.left_out)
