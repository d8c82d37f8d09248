"""Where the content was, and where in the country the reports came from."""

from django.utils.translation import gettext as _

from isigurt.insight.publication.content import Content
from isigurt.insight.publication.drafting.incoming import row_of
from isigurt.insight.publication.drafting.rows import columns, part_of
from isigurt.insight.publication.drafting.sentences import of_table, paragraph


def draft(content: Content) -> tuple[str, ...]:
    """Draft the chapter on platforms and hosts."""
    home = row_of(content, "abroad", "confirmed/abroad", "home")
    abroad = row_of(content, "abroad", "confirmed/abroad", "abroad")
    return (
        *of_table(content, "platforms", _("A platform is where the item was seen, not where it was made.")),
        *of_table(content, "site_kinds", _("The sites are of different types.")),
        *of_table(content, "countries", _("Illegal content is removed where the computer stands that serves it.")),
        *paragraph(
            _("Confirmed items that were hosted abroad: {number}.").format(number=abroad.number) if abroad else "",
            _("Confirmed items that were hosted in this country: {number}.").format(number=home.number) if home else "",
        ),
        *of_table(content, "domains", _("The last part of a site’s name says little about where it is hosted.")),
    )


def country(content: Content) -> tuple[str, ...]:
    """Draft the chapter on counties, campaigns and the hotline's capacity."""
    campaign = row_of(content, "campaigns", "reports/campaign", "yes")
    return (
        *of_table(content, "regions", _("Whoever reports may name their county, and need not.")),
        *paragraph(
            _("Reports that came in during campaign weeks: {number}.").format(number=campaign.number)
            if campaign
            else "",
        ),
        *_capacity(content),
        *_spared(content),
    )


def _capacity(content: Content) -> tuple[str, ...]:
    part = part_of(content, "capacity", "reports/month/in_time")
    in_time = next((each for each in columns(part, content.language) if each.id == "yes"), None) if part else None
    if in_time is None:
        return ()
    return paragraph(
        _("Reports on which a person acted within the deadline: {number}.").format(number=in_time.number),
        _("What its people can bear sets the pace of the hotline, not the number of reports."),
    )


def _spared(content: Content) -> tuple[str, ...]:
    """Say what nobody had to see twice. How much each analyst saw is theirs to know, and never a figure."""
    known = row_of(content, "known", "items/known", "yes")
    if known is None:
        return ()
    return paragraph(
        _("Items that had been assessed before: {number}.").format(number=known.number),
        _("What is known need not be looked at again, and that spares the people who work here."),
    )
