"""What an edition publishes, as every output reads it: protected numbers with their addresses and names.

No output counts anything itself: it prints the numbers that stand here, and nothing else may be printed. A number's
address is the same in every language and edition, and is what a text writes between braces:

    {cell:harms/victims}                      all victim groups
    {cell:harms/victims/harm=bullying}        one row
    {share:ages_sexes/victims/age=9_12/sex=girl}   one cell, as the whole percent of its row
    {median:removal/confirmed}                whole hours
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from isigurt.insight.protection.merging import Group, label
from isigurt.insight.protection.plan import Figure, Key, LeftOut, Measure, Plan
from isigurt.insight.publication.names import group_name
from isigurt.insight.register import DIMENSIONS, POPULATIONS, TABLES, Cut, Table

NOT_KNOWN = "not_known"  # how an address names what nobody wrote down; "unknown" is an answer of its own
REFERENCE_KINDS: Mapping[Measure, str] = {Measure.COUNT: "cell", Measure.SHARE: "share", Measure.MEDIAN: "median"}


@dataclass(frozen=True)
class Number:
    """One published number. `reference` is how a text names it, without the braces; a share is whole percent."""

    reference: str
    measure: Measure
    value: int

    @property
    def address(self) -> str:
        """The reference without its kind: count, share and median of one cell have the same."""
        return self.reference.partition(":")[2]


@dataclass(frozen=True)
class Heading:
    """A row or a column: its id, its name in the language of the content, and what was counted into it."""

    id: str
    title: str
    group: Group | None  # None: all of them


@dataclass(frozen=True)
class Cell:
    """A count, and what stands beside it. `before` is the count of the year before, where the same was counted."""

    count: Number
    share: Number | None = None
    median: Number | None = None
    before: Number | None = None

    def numbers(self) -> Iterator[Number]:
        """Yield the numbers of this year."""
        yield from (each for each in (self.count, self.share, self.median) if each)


@dataclass(frozen=True)
class Part:
    """One cut of a table. A one-way cut has a single column, a whole population a single row as well.

    `cells[row][column]`: the first row and the first column are the totals, whose headings have no group.
    """

    id: str
    population: str
    dimensions: tuple[str, ...]
    title: str  # whom it counts
    dimension_titles: tuple[str, ...]
    rows: tuple[Heading, ...]
    columns: tuple[Heading, ...]
    cells: tuple[tuple[Cell, ...], ...]

    def placed(self) -> Iterator[tuple[Heading, Heading, Cell]]:
        """Yield every cell with its row and its column."""
        for row, cells in zip(self.rows, self.cells, strict=True):
            for column, cell in zip(self.columns, cells, strict=True):
                yield row, column, cell


@dataclass(frozen=True)
class ContentTable:
    """One table of the register as this edition shows it. `number` counts the tables of the edition from one."""

    id: str
    number: int
    title: str
    definition: str
    exact: bool
    has_median: bool
    parts: tuple[Part, ...]

    def tells_apart(self, part: Part) -> str:
        """Return what one of several parts is called: whom it counts where each counts others, else what by."""
        if len({each.population for each in self.parts}) == len(self.parts):
            return part.title
        return ", ".join(part.dimension_titles)


@dataclass(frozen=True)
class Omission:
    """A table, or one way of breaking it down, that is not in this edition, and why."""

    table: str
    title: str
    dimension_titles: tuple[str, ...]
    why: LeftOut


@dataclass(frozen=True)
class Content:
    """All that one edition publishes of numbers, named in one language."""

    year: int
    language: str
    pack_version: str
    hotline: str
    tables: tuple[ContentTable, ...]
    omissions: tuple[Omission, ...]

    def numbers(self) -> dict[str, Number]:
        """Return every number by its reference, those of the year before excluded."""
        return {number.reference: number for cell in self.cells() for number in cell.numbers()}

    def cells(self) -> Iterator[Cell]:
        """Yield every cell, in the order of the register."""
        for table in self.tables:
            for part in table.parts:
                yield from (cell for _row, _column, cell in part.placed())

    def table(self, name: str) -> ContentTable | None:
        """Return the table with this id, or None where this edition does not have it."""
        return next((table for table in self.tables if table.id == name), None)


def address(table: str, cut: Cut, key: Key, plan: Plan) -> str:
    """Return the address of a cell: table/population/dimension=row/dimension=column."""
    steps = [table, cut.population]
    for dimension, group in zip(cut.dimensions, key, strict=True):
        if group is not None:
            ordered = bool(DIMENSIONS[dimension].ordered(plan.pack))
            steps.append(f"{dimension}={label(group, ordered=ordered) or NOT_KNOWN}")
    return "/".join(steps)


def reference(figure: Figure, plan: Plan) -> str:
    """Return how a text names a figure, without the braces."""
    return f"{REFERENCE_KINDS[figure.measure]}:{address(figure.table, figure.cut, figure.key, plan)}"


def content_of(plan: Plan, *, year: int, language: str, before: Content | None = None) -> Content:
    """Return what is published under `plan`, named in the active language, whose code is `language`."""
    figures: dict[tuple[str, Cut, Key], dict[Measure, Number]] = {}
    for figure in plan.figures():
        number = Number(reference(figure, plan), figure.measure, int(figure.text))
        figures.setdefault((figure.table, figure.cut, figure.key), {})[figure.measure] = number
    earlier = _comparable(before) if before else {}
    tables: list[ContentTable] = []
    for table in TABLES:
        cuts = [cut for standing, cut in plan.standing if standing is table]
        if cuts:
            parts = tuple(_part(table, cut, plan, figures, earlier) for cut in cuts)
            tables.append(
                ContentTable(
                    id=table.id,
                    number=len(tables) + 1,
                    title=str(table.title),
                    definition=str(table.definition),
                    exact=table.exact,
                    has_median=bool(table.median),
                    parts=parts,
                )
            )
    return Content(
        year=year,
        language=language,
        pack_version=plan.pack.version,
        hotline=str(plan.pack.hotline.title),
        tables=tuple(tables),
        omissions=tuple(_omission(table, cut, why) for (table, cut), why in plan.left_out.items()),
    )


def _part(
    table: Table,
    cut: Cut,
    plan: Plan,
    figures: Mapping[tuple[str, Cut, Key], Mapping[Measure, Number]],
    earlier: Mapping[tuple[str, tuple[Group | None, ...]], Number],
) -> Part:
    def cell(key: Key) -> Cell:
        found = figures[table.id, cut, key]
        return Cell(
            count=found[Measure.COUNT],
            share=found.get(Measure.SHARE),
            median=found.get(Measure.MEDIAN),
            before=earlier.get((f"{table.id}/{_part_id(cut)}", key)),
        )

    rows, columns = (_headings(cut, place, plan) for place in (0, 1))
    return Part(
        id=_part_id(cut),
        population=cut.population,
        dimensions=cut.dimensions,
        title=str(POPULATIONS[cut.population].title),
        dimension_titles=tuple(str(DIMENSIONS[each].title) for each in cut.dimensions),
        rows=rows,
        columns=columns,
        cells=tuple(
            tuple(cell((row.group, column.group)[: len(cut.dimensions)]) for column in columns) for row in rows
        ),
    )


def _part_id(cut: Cut) -> str:
    return "/".join((cut.population, *cut.dimensions))


def _headings(cut: Cut, place: int, plan: Plan) -> tuple[Heading, ...]:
    """Return the total, and where the cut is broken down that far its rows or columns."""
    whole = Heading("all", str(POPULATIONS[cut.population].title), None)
    if place >= len(cut.dimensions):
        return (whole,)
    dimension = cut.dimensions[place]
    ordered = bool(DIMENSIONS[dimension].ordered(plan.pack))
    return (
        whole,
        *(
            Heading(label(group, ordered=ordered) or NOT_KNOWN, group_name(dimension, group, plan.pack), group)
            for group in plan.groups[cut.population, dimension]
        ),
    )


def _comparable(before: Content) -> dict[tuple[str, tuple[Group | None, ...]], Number]:
    """Return the counts of another year by what was counted into them: rows merged otherwise are other rows."""
    found: dict[tuple[str, tuple[Group | None, ...]], Number] = {}
    for table in before.tables:
        for part in table.parts:
            for row, column, cell in part.placed():
                key = (row.group, column.group)[: len(part.dimensions)]
                found[f"{table.id}/{part.id}", key] = cell.count
    return found


def _omission(table: str, cut: Cut, why: LeftOut) -> Omission:
    title = next(str(each.title) for each in TABLES if each.id == table)
    return Omission(table, title, tuple(str(DIMENSIONS[each].title) for each in cut.dimensions), why)
