"""What became of the cases: referrals, notices, fingerprints, and people led to help."""

from django.utils.translation import gettext as _

from isigurt.insight.publication.content import Content
from isigurt.insight.publication.drafting.incoming import row_of
from isigurt.insight.publication.drafting.rows import columns, total
from isigurt.insight.publication.drafting.sentences import against_last_year, of_table, paragraph, ranks


def draft(content: Content) -> tuple[str, ...]:
    """Draft the chapter on referrals, notices and help."""
    return (
        *of_table(content, "outcomes", _("A case ends in one of several ways.")),
        *_referrals(content),
        *_notices(content),
        *of_table(content, "help_topics", _("Whoever needs a person is led to one.")),
        *_fingerprints(content),
    )


def _referrals(content: Content) -> tuple[str, ...]:
    return paragraph(
        *(
            sentence.format(number=row.number)
            for name, sentence in (
                ("police", _("Referred to the police: {number}.")),
                ("partner", _("Referred to partner hotlines abroad: {number}.")),
                ("helpline", _("Led to a helpline: {number}.")),
            )
            if (row := row_of(content, "outcomes", f"victims/{name}", "yes"))
        )
    )


def _notices(content: Content) -> tuple[str, ...]:
    table = content.table("providers")
    if table is None:
        return ()
    part = table.parts[0]
    sent = total(part, content.language)
    removed = next((each for each in columns(part, content.language) if each.id == "removed"), None)
    return paragraph(
        _("Notices that were sent to providers: {count}.").format(count=sent.count),
        against_last_year(sent, exact=True),
        _("Notices that the provider answered by removing the content: {number}.").format(number=removed.number)
        if removed
        else "",
        ranks(part, table, content.language),
    )


def _fingerprints(content: Content) -> tuple[str, ...]:
    shared = row_of(content, "hashes", "hashes/shared", "yes")
    matched = row_of(content, "hashes", "hashes/matched", "yes")
    return paragraph(
        _("Fingerprints that were shared with platforms: {number}.").format(number=shared.number) if shared else "",
        _("Fingerprints of which a copy was found: {number}.").format(number=matched.number) if matched else "",
    )
