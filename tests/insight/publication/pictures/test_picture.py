"""A picture shows the published numbers, says what it shows, and needs neither colour nor style from outside."""

import re

import pytest
from django.utils.translation import override

from isigurt.country import pack
from isigurt.insight.publication.pictures import HALF, PRESS, PRINT, WEB, picture, tiles_of
from isigurt.insight.publication.pictures.rows import rows_of
from isigurt.insight.publication.pictures.style import rules
from isigurt.insight.publication.references import shown
from tests.insight.publication.pictures.drawings import SVG, drawing, texts
from tests.insight.publication.test_content import content

FORMS = {"web": WEB, "print": PRINT, "half": HALF, "press": PRESS}


@pytest.fixture(scope="module", params=["sq", "en"])
def year(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp("editions")
    _, before = content(folder, language=request.param, year=2025, seed=3)
    return content(folder, language=request.param, before=before)[1]


def drawn(year, table, form=WEB):
    return drawing(picture(year, year.table(table), form))


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_every_table_has_a_picture_and_every_number_in_it_its_address(year, form):
    numbers = year.numbers()
    before = {cell.count.reference: cell.before for cell in year.cells() if cell.before}
    names = {heading.title.casefold() for table in year.tables for part in table.parts
             for heading in (*part.rows, *part.columns)}  # fmt: skip
    with override(year.language):
        for table in year.tables:
            for text in texts(drawing(picture(year, table, form))):
                if reference := text.get("data-cell"):
                    assert text.text == shown(numbers[reference])
                elif reference := text.get("data-before"):
                    assert text.text == shown(before[reference])
                elif typed := text.get("data-typed"):
                    assert typed.removeprefix("year:") in text.text
                elif re.search(r"\d", text.text):
                    # What is left are pieces of the names of rows: "0–2 vjeç", "brenda 24 orëve".
                    said = text.text.casefold().strip("- ")
                    assert any(said in name for name in names), text.text


def test_a_bar_is_as_long_as_its_rounded_number(year):
    rows = rows_of(year.table("platforms").parts[0])
    paths = [mark.get("d") for mark in drawn(year, "platforms") if mark.get("class") in {"p-lit", "p-bar", "p-quiet"}]
    lengths = [float(re.match(r"M\S+ \S+?h([\d.-]+)a([\d.]+)", path)[1]) + float(
        re.match(r"M\S+ \S+?h([\d.-]+)a([\d.]+)", path)[2]) for path in paths]  # fmt: skip
    values = [row.cell.count.value for row in rows if row.cell.count.value]
    assert [round(length / lengths[0], 1) for length in lengths] == [round(each / values[0], 1) for each in values]


def test_quarters_stand_side_by_side_under_whom_they_count(year):
    table = year.table("quarters")
    said = [text.text.casefold() for text in texts(drawn(year, "quarters", PRESS))]
    assert all(part.title.casefold() in said for part in table.parts)
    assert all(part.dimension_titles[0].casefold() not in said for part in table.parts)


def test_the_largest_row_comes_first_and_what_says_little_last(year):
    rows = rows_of(year.table("harms").parts[0])
    loud = [row.cell.count.value for row in rows if not row.quiet]
    assert loud == sorted(loud, reverse=True)
    assert [row.quiet for row in rows] == sorted(row.quiet for row in rows)


def test_months_stay_in_their_order(year):
    groups = [row.heading.group[0] for row in rows_of(year.table("months").parts[0])]
    assert groups == sorted(groups)


def test_it_says_what_it_is_to_those_who_do_not_see_it(year):
    for table in year.tables:
        svg = drawing(picture(year, table, WEB))
        title, description = svg.find(f"{SVG}title"), svg.find(f"{SVG}desc")
        assert (svg.get("role"), title.text) == ("img", table.title)
        assert f'xml:lang="{year.language}"' in picture(year, table, PRESS)
        assert svg.get("aria-labelledby") == f"{title.get('id')} {description.get('id')}"
        assert table.definition in description.text


def test_ids_differ_between_the_pictures_of_one_page(year):
    ids = [mark.get("id") for table in year.tables for mark in drawing(picture(year, table, WEB)).iter()
           if mark.get("id")]  # fmt: skip
    assert len(ids) == len(set(ids))


def test_on_a_page_it_brings_no_style_of_its_own_and_alone_all_of_it(year):
    for table in year.tables:
        page, alone = (picture(year, table, form) for form in (WEB, PRESS))
        assert "style" not in re.sub(r"<(title|desc)[^>]*>[^<]*", "", page)
        for refused_by_a_policy in ("<style", "style=", "class=", "var("):
            assert refused_by_a_policy not in alone
        assert "@" not in alone


def test_every_mark_has_a_rule(year):
    for table in year.tables:
        used = re.findall(r'class="([^"]*)"', picture(year, table, WEB))
        assert {each for names in used for each in names.split()} - {"picture"} <= rules().keys()


def test_what_a_stack_is_made_of_is_told_by_pattern_and_name_too(year):
    svg = drawn(year, "ages_sexes")
    named = " ".join(text.text for text in texts(svg))
    for column in year.table("ages_sexes").parts[0].columns[1:]:
        assert column.title in named
    assert {mark.get("id") for mark in svg.iter(f"{SVG}pattern")} >= {"ages_sexes-stripes", "ages_sexes-dots"}


def test_the_map_has_a_window_for_each_county_and_says_what_it_cannot_place(year):
    svg = drawn(year, "regions")
    windows = [mark for mark in svg.iter(f"{SVG}path") if mark.get("class").startswith("p-glow-")]
    assert len(windows) == len(pack().counties)
    shown_cells = {text.get("data-cell") for text in texts(svg)} - {None}
    rows = rows_of(year.table("regions").parts[0])
    assert shown_cells == {row.cell.count.reference for row in rows}


def test_a_country_that_lays_out_no_map_gets_bars(year, monkeypatch):
    for county in pack().counties:
        monkeypatch.setitem(county.__dict__, "map_row", 0)
    assert not [mark for mark in drawn(year, "regions").iter() if "p-glow" in mark.get("class", "")]


def test_tiles_show_what_they_are_asked_for_and_leave_out_what_is_not_published(year):
    asked = ["median:removal/confirmed", "cell:nothing/here", "cell:key_figures/reports"]
    svg = drawing(tiles_of(year, asked, PRINT, title="Tiles"))
    assert [text.get("data-cell") for text in texts(svg) if text.get("data-cell")] == [asked[0], asked[2]]


def test_the_same_year_is_drawn_the_same(year):
    table = year.table("removal")
    assert picture(year, table, PRESS) == picture(year, table, PRESS)
