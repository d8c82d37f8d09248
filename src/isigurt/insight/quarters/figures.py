"""The closed quarters as every output reads them: protected numbers with their addresses and names."""

from collections.abc import Mapping

from isigurt.country import CountryPack
from isigurt.insight.protection.plan import Figure, Measure
from isigurt.insight.protection.told import QUARTER
from isigurt.insight.publication.content import Cell, Content, ContentTable, Heading, Number, Part
from isigurt.insight.publication.names import group_name
from isigurt.insight.quarters.kept import Quarters
from isigurt.insight.register import DIMENSIONS, POPULATIONS, TABLES, Cut, Table
from isigurt.insight.register.tables import KEY_POPULATIONS

Shown = Mapping[int, Quarters]
NO_YEAR = 9999  # the gate lets a year pass: while nothing is shown it is to be no number that could count
TABLE: Table = next(each for each in TABLES if each.id == "quarters")


def number_of(shown: Shown, year: int, quarter: str, population: str) -> Number | None:
    """Return a number with its address; None where it was too small to be shown, or nobody counted it."""
    value = shown[year][quarter].get(population)
    if value is None:
        return None
    return Number(f"cell:{TABLE.id}/{year}/{population}/{QUARTER}={quarter}", Measure.COUNT, value)


def figures_behind(shown: Shown) -> Mapping[str, list[Figure]]:
    """Return the figure behind each address. Nothing else may stand in any output: no total, no open quarter."""
    return {
        number.reference: [
            Figure(f"{TABLE.id}/{year}", Cut(each, (QUARTER,)), ((quarter,),), Measure.COUNT, str(number.value))
        ]
        for year, quarters in shown.items()
        for quarter in quarters
        for each in KEY_POPULATIONS
        if (number := number_of(shown, year, quarter, each))
    }


def counted_in(quarters: Quarters) -> list[str]:
    """Return the populations that were counted in a year, in the register's order."""
    return [each for each in KEY_POPULATIONS if any(each in numbers for numbers in quarters.values())]


def content_of(shown: Shown, *, language: str, pack: CountryPack) -> Content:
    """Return what is shown, a table for each year, the newest first, named in the active language."""
    newest_first = sorted(shown, reverse=True)
    return Content(
        year=newest_first[0] if newest_first else NO_YEAR,
        language=language,
        pack_version=pack.version,
        hotline=str(pack.hotline.title),
        tables=tuple(_table(shown, year, place, pack) for place, year in enumerate(newest_first, start=1)),
        omissions=(),
    )


def _table(shown: Shown, year: int, place: int, pack: CountryPack) -> ContentTable:
    parts = (_part(shown, year, each, pack) for each in counted_in(shown[year]))
    return ContentTable(
        id=TABLE.id,
        number=place,
        title=str(TABLE.title),
        definition=str(TABLE.definition),
        exact=False,
        has_median=False,
        parts=tuple(part for part in parts if part.rows),
    )


def _part(shown: Shown, year: int, population: str, pack: CountryPack) -> Part:
    """Return the quarters that are shown of a population; there is no total."""
    found = {each: number for each in shown[year] if (number := number_of(shown, year, each, population))}
    title = str(POPULATIONS[population].title)
    return Part(
        id=f"{population}/{QUARTER}",
        population=population,
        dimensions=(QUARTER,),
        title=title,
        dimension_titles=(str(DIMENSIONS[QUARTER].title),),
        rows=tuple(Heading(each, months_of(each, pack), (each,)) for each in found),
        columns=(Heading("all", title, None),),
        cells=tuple((Cell(number),) for number in found.values()),
    )


def months_of(quarter: str, pack: CountryPack) -> str:
    """Return a quarter by its months, in the active language."""
    return group_name(QUARTER, (quarter,), pack)
