"""How soon a person acted, and how soon the content was gone."""

from django.utils.translation import gettext as _

from isigurt.insight.publication.content import Content
from isigurt.insight.publication.drafting.rows import Row, listed, part_of, rows, sooner, total
from isigurt.insight.publication.drafting.sentences import changes, paragraph


def draft(content: Content) -> tuple[str, ...]:
    """Draft the chapter on time."""
    return (
        *_spans(
            content,
            "first_action",
            "reports/first_action",
            middle=_(
                "Of all reports in the order of waiting, the one in the middle waited {hours} for a person to act."
            ),
            steps=_("From the report to the first action: {rows}."),
        ),
        *_spans(
            content,
            "removal",
            "confirmed/removal",
            middle=_("Of all confirmed items in the order of removal, the one in the middle was gone after {hours}."),
            steps=_("From the first report until it was gone: {rows}."),
        ),
        *paragraph(
            *(
                _extremes(
                    content,
                    "confirmed/platform/removal",
                    _("By platform, soonest gone: {first}. Latest: {last}."),
                    _("Between platforms the time differs by no more than chance can explain."),
                ),
                _extremes(
                    content,
                    "confirmed/country/removal",
                    _("By hosting country, soonest gone: {first}. Latest: {last}."),
                    _("Between hosting countries the time differs by no more than chance can explain."),
                ),
            )
        ),
    )


def _spans(content: Content, table_id: str, part_id: str, *, middle: str, steps: str) -> tuple[str, ...]:
    table, part = content.table(table_id), part_of(content, table_id, part_id)
    if table is None or part is None:
        return ()
    of_all = total(part, content.language)
    return paragraph(
        middle.format(hours=of_all.middle) if of_all.median is not None else "",
        steps.format(rows=listed(row.named for row in rows(part, content.language, ranked=False))),
        *changes(part, table, content.language),
    )


def _extremes(content: Content, part_id: str, sentence: str, alike: str) -> str:
    part = part_of(content, "removal_places", part_id)
    found = rows(part, content.language) if part else []
    timed = sorted((row for row in found if row.median is not None), key=lambda row: row.median or 0)
    if len(timed) < len(("first", "last")):
        return ""
    if not sooner(timed[0], timed[-1]):
        return alike
    return sentence.format(first=_timed(timed[0]), last=_timed(timed[-1]))


def _timed(row: Row) -> str:
    return f"{row.name} ({row.middle})"
