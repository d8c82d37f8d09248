"""The children: their age and sex, what was done to them, and what they were made to do."""

from django.utils.translation import gettext as _

from isigurt.insight.protection.merging import OTHER
from isigurt.insight.publication.changes import Change, change
from isigurt.insight.publication.content import NOT_KNOWN, Content
from isigurt.insight.publication.drafting.incoming import row_of
from isigurt.insight.publication.drafting.rows import part_of
from isigurt.insight.publication.drafting.sentences import of_table, paragraph


def draft(content: Content) -> tuple[str, ...]:
    """Draft the chapter on the children."""
    return (
        *of_table(content, "ages", _("A group of victims is counted by the age of its youngest person.")),
        *of_table(content, "sexes", _("By sex, the groups of victims differ.")),
        *paragraph(_largest_together(content)),
        *of_table(content, "severity_ages", _("Graded material is told apart by the classes of the industry.")),
        *_self_generated(content),
        *_grooming(content),
    )


def _largest_together(content: Content) -> str:
    """Name the largest cell of age and sex together, if it is the largest beyond chance."""
    part = part_of(content, "ages_sexes", "victims/age/sex")
    if part is None:
        return ""
    cells = sorted(
        (
            cell.count
            for row, column, cell in part.placed()
            if row.group and column.group and _is_named(row.id, column.id)
        ),
        key=lambda count: -count.value,
    )
    if len(cells) < len(("first", "second")):
        return ""
    if change(cells[1].value, cells[0].value, exact=False) is not Change.MORE:
        return ""
    address = cells[0].address
    return _("Taken together, the largest group by age and sex: {row} ({count}).").format(
        row=f"{{row:{address}}}", count=f"{{cell:{address}}}"
    )


def _is_named(*ids: str) -> bool:
    return not any(each in {OTHER, NOT_KNOWN} or each.startswith("unclear") for each in ids)


def _self_generated(content: Content) -> tuple[str, ...]:
    row = row_of(content, "self_generated", "victims/self_generated", "yes")
    if row is None:
        return ()
    return paragraph(
        _("Groups of victims who made the picture or the film themselves: {number}.").format(number=row.number),
        _("Whoever was pressed or tricked is not at fault: the fault lies with whoever asked for it and spread it."),
    )


def _grooming(content: Content) -> tuple[str, ...]:
    row = row_of(content, "grooming", "victims/grooming/age", "yes")
    if row is None:
        return ()
    return paragraph(
        _("Groups of victims of grooming or sexual extortion: {number}.").format(number=row.number),
        _("Whoever pays or sends more is asked for more. Help comes from telling someone early."),
    )
