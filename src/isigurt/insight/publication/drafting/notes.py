"""The notes at the end: method, definitions, how numbers are protected, and what the report cannot tell."""

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from isigurt.insight.protection.plan import LeftOut
from isigurt.insight.publication.content import Content, Omission
from isigurt.insight.publication.document import Note


def notes(content: Content) -> tuple[Note, ...]:
    """Return every note of an edition."""
    return (
        Note("method", _("How the figures are made"), _method(content)),
        Note("protection", _("Why the numbers are rounded"), protection()),
        Note("limits", _("What the figures cannot tell"), _limits(content)),
        *_annexed(content),
        Note("definitions", _("What each table counts"), _definitions(content)),
    )


ANNEX = "annex"  # the note that is also what the trusted flagger's annex says


def _annexed(content: Content) -> tuple[Note, ...]:
    """Say what the annex holds, by which law, and how the hotline stays independent of those whom it writes to."""
    if content.table("providers") is None:
        return ()
    article, regulation = pgettext("law", "Article 22(3)"), pgettext("law", "Regulation (EU) 2022/2065")
    law = _(
        "{article} of {regulation}, the European Union’s Digital Services Act, asks a trusted flagger to publish "
        "once a year how many notices it sent: by provider, by type of content, and what the provider did. The "
        "annex of this report follows it."
    ).format(article=f"{{law:{article}}}", regulation=f"{{law:{regulation}}}")
    counts = _(
        "These counts are exact, and they are the only exact ones of the report. Providers and types of content "
        "with few notices are counted together, and so is whatever would tell a small number of the protected "
        "tables."
    )
    independence = _(
        "Nobody but the hotline decides on a notice. A person there looks at the content, says why it is illegal, "
        "and signs each notice off before it leaves; no provider and no reporter can have one sent or held back. "
        "Each look and each decision is written into a record that nobody can change unseen; its seal is sent to "
        "an auditor every day. This annex is made from that year’s records by fixed rules."
    )
    return (Note(ANNEX, _("The notices to providers, and who decides on them"), (law, counts, independence)),)


def _year(content: Content) -> str:
    return f"{{year:{content.year}}}"


def _method(content: Content) -> tuple[str, ...]:
    return (
        _(
            "All figures come from what the hotline recorded in {year}, frozen once. Nothing in this "
            "report was counted anywhere else. Corrections enter the next edition."
        ).format(year=_year(content)),
        _(
            "A report is what a person sends. A case is what the hotline makes of it; several reports"
            " of the same content lead to the same case. An item is one piece of content at one "
            "address. A group of victims is counted once in each case, by the age of the youngest."
        ),
        _(
            "A report that looks automated counts only once a person has acted on it. An item counts "
            "as gone once several looks on different days have confirmed it and it has not come back;"
            " the time runs from the first report to the first look at which it was down. What is "
            "still up counts with the time for which it was seen up, so that slow removals do not "
            "drop out of the middle value."
        ),
        _(
            "The text was drafted by rules from these figures alone, then edited by people. It says "
            "that something rose or fell only if the difference is larger than rounding can make it, and "
            "that something was gone sooner only if chance seldom makes so large a difference."
        ),
    )


def protection() -> tuple[str, ...]:
    """Return how numbers are protected, in paragraphs: why, how, what of totals, what of small rows."""
    return (
        _(
            "The country is small. Whoever knows a little about a case could find a child in an exact"
            " table: the only girl of that age, in that county, in that month. So that this cannot "
            "happen, no exact count is published."
        ),
        _(
            "Every count is a multiple of {base}. It is rounded up or down by chance, but always in "
            "the same way for the same records, and so that it is right on average. The true count is"
            " never more than {reach} away. Asking again, or reading another table, gives nothing "
            "new."
        ).format(base="{rule:base}", reach="{rule:reach}"),
        _(
            "Each total is rounded by itself. That is why the rows of a table do not add up "
            "to its total: this is meant, and no error. A count may differ by up to {noise} "
            "from another without anything having changed."
        ).format(noise="{rule:noise}"),
        _(
            "Rows that would be smaller than {least} are merged with their neighbour or into “other”."
            " Shares are whole percent of rounded numbers; none is given of a whole smaller than "
            "{share_from}. The middle of a span of time is given only for {median_from} cases or "
            "more."
        ).format(least="{rule:least}", share_from="{rule:share_from}", median_from="{rule:median_from}"),
        _(
            "Before anything is published, a program attacks the whole report as an outsider would, "
            "together with all earlier ones. If it can pin a small number down, rows are merged or "
            "the table is dropped."
        ),
        _(
            "Notices to providers are counted exactly: the law demands that they are published, and "
            "no child is counted in them."
        ),
    )


def _limits(content: Content) -> tuple[str, ...]:
    omitted = [f"{each.title}{_broken_down(each)}: {why_left_out(each)}." for each in content.omissions]
    return (
        _(
            "The report shows what reached the hotline, not all that happens. More reports can mean "
            "more harm, or more trust in the hotline, or a campaign that worked."
        ),
        _("Age, sex and county are known as far as somebody told them or an analyst could see them."),
        _("A country that hosts much of the content is not where the crime was committed or where the child lives."),
        *([_("Not in this edition:")] if omitted else []),
        *omitted,
    )


def _broken_down(omitted: Omission) -> str:
    return f" ({', '.join(omitted.dimension_titles)})" if omitted.dimension_titles else ""


def why_left_out(omitted: Omission) -> str:
    """Say why a table, or one way of breaking it down, is not in an edition."""
    return {
        LeftOut.NO_FACTS: pgettext("why a table is missing", "nobody records these facts yet"),
        LeftOut.ONE_ROW: pgettext("why a table is missing", "too few for more than one row"),
        LeftOut.GATE: pgettext("why a table is missing", "together with the other tables it would have told too much"),
    }[omitted.why]


def _definitions(content: Content) -> tuple[str, ...]:
    return tuple(f"{table.title}: {table.definition}" for table in content.tables)
