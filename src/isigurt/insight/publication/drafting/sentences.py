"""The sentences that tables have in common. Each is whole, and names stand in it as in a list: nothing is declined."""

from django.utils.translation import gettext as _

from isigurt.insight.publication.content import Content, ContentTable, Part
from isigurt.insight.publication.drafting.rows import Row, fell, listed, rose, rows, stands_out

NAMED_AT_MOST = 3  # of what rose or fell: more is read in the table


def against_last_year(row: Row, *, exact: bool = False) -> str:
    """Say how a total compares with the year before; nothing where the same was not counted then."""
    if row.before is None:
        return ""
    if rose(row, exact=exact):
        return _("That is more than in the year before ({before}).").format(before=row.earlier)
    if fell(row, exact=exact):
        return _("That is fewer than in the year before ({before}).").format(before=row.earlier)
    return _("That is about as many as in the year before ({before}).").format(before=row.earlier)


def ranks(part: Part, table: ContentTable, language: str) -> str:
    """Say what leads in a table and what comes next, or that the first ones cannot be told apart."""
    found = rows(part, language)
    if not found:
        return ""
    first, *others = found
    if not others:
        return _("Most often: {first}.").format(first=first.named)
    if not stands_out(first, others[0], table):
        together = [row for row in found if not stands_out(first, row, table)]
        return _("Most often, and about equally often: {names}.").format(
            names=listed(row.named for row in together[:NAMED_AT_MOST])
        )
    following = listed(row.named for row in others[: NAMED_AT_MOST - 1])
    if len(others) >= NAMED_AT_MOST and stands_out(others[0], others[-1], table):
        return _("Most often: {first}. Then: {following}. Least often of the rows shown: {last}.").format(
            first=first.named, following=following, last=others[-1].named
        )
    return _("Most often: {first}. Then: {following}.").format(first=first.named, following=following)


def changes(part: Part, table: ContentTable, language: str) -> list[str]:
    """Say which rows rose and which fell beyond chance."""
    found = rows(part, language)
    risen = [row for row in found if rose(row, exact=table.exact)]
    fallen = [row for row in found if fell(row, exact=table.exact)]
    said = []
    if risen:
        said.append(_("More than in the year before: {rows}.").format(rows=_compared(risen)))
    if fallen:
        said.append(_("Fewer than in the year before: {rows}.").format(rows=_compared(fallen)))
    if not risen and not fallen and any(row.before is not None for row in found):
        said.append(_("No row changed against the year before by more than rounding can explain."))
    return said


def _compared(changed: list[Row]) -> str:
    largest = sorted(changed, key=lambda row: -abs(row.value - (row.before or 0)))[:NAMED_AT_MOST]
    return listed(
        _("{name} ({count}, before that {before})").format(name=row.name, count=row.count, before=row.earlier)
        for row in largest
    )


def paragraph(*sentences: str) -> tuple[str, ...]:
    """Return one paragraph of these whole sentences, or none where all of them are empty."""
    text = " ".join(each for each in sentences if each)
    return (text,) if text else ()


def of_table(content: Content, table_id: str, opening: str) -> tuple[str, ...]:
    """Return the paragraph of a table broken down one way: what it is about, its ranks, its changes."""
    table = content.table(table_id)
    if table is None:
        return ()
    part = table.parts[0]
    return paragraph(opening, ranks(part, table, content.language), *changes(part, table, content.language))
