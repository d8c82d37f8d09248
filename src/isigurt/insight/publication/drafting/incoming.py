"""What came in: the year at a glance, who reports, what it was about."""

from django.utils.translation import gettext as _

from isigurt.insight.publication.content import Content
from isigurt.insight.publication.drafting.rows import Row, part_of, rows, total
from isigurt.insight.publication.drafting.sentences import against_last_year, changes, of_table, paragraph, ranks


def whole(content: Content, population: str) -> Row | None:
    """Return a whole population of the key figures."""
    part = part_of(content, "key_figures", population)
    return total(part, content.language) if part else None


def row_of(content: Content, table: str, part_id: str, row: str) -> Row | None:
    """Return one row of a table, where this edition shows it on its own."""
    part = part_of(content, table, part_id)
    found = rows(part, content.language, ranked=False) if part else []
    return next((each for each in found if each.id == row), None)


def year(content: Content) -> tuple[str, ...]:
    """Draft the chapter on the year as a whole."""
    received = (
        ("reports", _("The hotline received {count} reports.")),
        ("victims", _("The cases behind them concern {count} groups of victims.")),
    )
    looked_at = (
        ("items", _("Each address with content is looked at by a person: {count} items in all.")),
        ("confirmed", _("Items that were confirmed as illegal: {count}.")),
    )
    beyond = (
        ("hashes", _("Fingerprints that young people and the hotline submitted: {count}.")),
        ("help", _("Contacts of people who sought help: {count}.")),
    )
    told = [_wholes(content, sentences) for sentences in (received, looked_at, beyond)]
    return tuple(text for each in (*told, _months(content)) for text in each)


def _wholes(content: Content, sentences: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    said = []
    for population, sentence in sentences:
        row = whole(content, population)
        if row:
            said += [sentence.format(count=row.count), against_last_year(row)]
    return paragraph(*said)


def _months(content: Content) -> tuple[str, ...]:
    table = content.table("months")
    if table is None:
        return ()
    part = table.parts[0]
    found = rows(part, content.language)
    if len(found) > 1 and found[0].value > found[-1].value:
        spread = _("Most reports in one month: {most}. Fewest: {fewest}.").format(
            most=found[0].named, fewest=found[-1].named
        )
    else:
        spread = _("All months were about alike.")
    return paragraph(spread, *changes(part, table, content.language))


def reports(content: Content) -> tuple[str, ...]:
    """Draft the chapter on channels and reporters."""
    return (
        *of_table(content, "channels", _("A report can reach the hotline in several ways.")),
        *of_table(content, "reporters", _("Whoever reports may say who they are, and need not.")),
    )


def harms(content: Content) -> tuple[str, ...]:
    """Draft the chapter on harms, legality and origin."""
    new = row_of(content, "known", "items/known", "no")
    found = row_of(content, "proactive", "items/proactive", "yes")
    machine = row_of(content, "ai_generated", "victims/ai_generated", "yes")
    return (
        *of_table(content, "harms", _("What counts is what the analyst found, not what the reporter chose.")),
        *_legality(content),
        *paragraph(
            _("Items that the hotline had not seen before: {number}.").format(number=new.number) if new else "",
            _("Items that the hotline found itself: {number}.").format(number=found.number) if found else "",
        ),
        *paragraph(
            _("Groups of victims on material made by a machine: {number}.").format(number=machine.number)
            if machine
            else "",
            _("For a child the harm is the same whether a camera or a machine made the picture.") if machine else "",
        ),
    )


def _legality(content: Content) -> tuple[str, ...]:
    table = content.table("legality")
    if table is None:
        return ()
    opening = _("Whether content breaks the law is decided by a person, item by item.")
    return paragraph(opening, ranks(table.parts[0], table, content.language))
