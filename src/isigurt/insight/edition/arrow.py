"""The schema of facts in the types of Arrow."""

import pyarrow as pa

from isigurt.insight.edition.schema import Kind, Unit

ARROW = {
    Kind.ID: pa.string(),
    Kind.DAY: pa.date32(),
    Kind.WORD: pa.string(),
    Kind.MINUTES: pa.int32(),
    Kind.YES_NO: pa.bool_(),
}


def arrow_schema(unit: Unit) -> pa.Schema:
    """Return the columns of a unit as Arrow types, in their order."""
    return pa.schema([pa.field(each.name, ARROW[each.kind]) for each in unit.columns])
