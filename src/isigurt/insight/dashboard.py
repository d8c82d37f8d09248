"""The desk's own exact counts, drawn as the National Report draws its protected ones.

Nothing here is ever published: these numbers have no address, so that no text and no gate can take one for a cell.
"""

from collections.abc import Mapping, Sequence

from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from isigurt.country import pack
from isigurt.insight.protection.plan import Measure
from isigurt.insight.publication.content import Cell, Content, ContentTable, Heading, Number, Part
from isigurt.insight.publication.names import group_name
from isigurt.insight.publication.pictures import WEB, picture
from isigurt.insight.queries import RemovalRow
from isigurt.insight.register import DIMENSIONS, POPULATIONS

Tally = Sequence[tuple[str, int]]  # what was counted, and how often
Names = Mapping[str, str]


def bars_of(tally: Tally, *, dimension: str, names: Names, title: str) -> SafeString:
    """Return bars of reports by what they were counted by; an empty id is what nobody knows."""
    counts = [(value, (count,)) for value, count in tally]
    return _picture(dimension, _part("reports", (dimension,), counts, names), title)


def survival_of(removal: RemovalRow, *, title: str) -> SafeString:
    """Return the curve of how soon the confirmed items were gone."""
    counts = [(span, (count,)) for span, count in _spans(removal).items()]
    return _picture("removal", _part("confirmed", ("removal",), counts, _span_names()), title)


def removal_of(rows: Sequence[RemovalRow], *, dimension: str, names: Names, title: str) -> SafeString:
    """Return a bar a row, in the parts of how soon its items were gone."""
    counts = [(row.group, tuple(_spans(row).values())) for row in rows]
    part = _part("confirmed", (dimension, "removal"), counts, names)
    return _picture(f"removal-{dimension}", part, title)


def _picture(name: str, part: Part, title: str) -> SafeString:
    """Draw one part; the picture escapes every word that it draws."""
    said = str(_("The numbers stand in the table beside it."))
    table = ContentTable(name, 1, title, said, exact=True, has_median=False, parts=(part,))
    content = Content(0, get_language() or "", pack().version, "", (table,), ())
    return SafeString(picture(content, table, WEB))


def _part(
    population: str, dimensions: tuple[str, ...], counts: Sequence[tuple[str, tuple[int, ...]]], names: Names
) -> Part:
    whole = Heading("all", str(POPULATIONS[population].title), None)
    columns = [Heading(span, name, (span,)) for span, name in _span_names().items()] if len(dimensions) > 1 else []
    total = sum(sum(row) for _value, row in counts)
    rows = [(whole, (total,)), *((Heading(value, names.get(value, value), (value,)), row) for value, row in counts)]
    return Part(
        id="/".join((population, *dimensions)),
        population=population,
        dimensions=dimensions,
        title=whole.title,
        dimension_titles=tuple(str(DIMENSIONS[each].title) for each in dimensions),
        rows=tuple(heading for heading, _row in rows),
        columns=(whole, *columns),
        cells=tuple(_cells(row, total, columns=len(columns)) for _heading, row in rows),
    )


def _cells(row: tuple[int, ...], total: int, *, columns: int) -> tuple[Cell, ...]:
    share = Number("", Measure.SHARE, round(100 * sum(row) / total)) if total and not columns else None
    whole = Cell(Number("", Measure.COUNT, sum(row)), share)
    return (whole, *(Cell(Number("", Measure.COUNT, count)) for count in row[:columns]))


def _spans(row: RemovalRow) -> dict[str, int]:
    counts = (row.within_day, row.within_three_days, row.within_seven_days, row.later, row.not_removed)
    return dict(zip(_span_names(), counts, strict=True))


def _span_names() -> dict[str, str]:
    order = DIMENSIONS["removal"].ordered(pack())
    return {span: group_name("removal", (span,), pack()) for span in order}
