"""The whole draft of an edition in the active language."""

from django.utils.translation import gettext as _

from isigurt.country import pack
from isigurt.insight.publication.content import Content
from isigurt.insight.publication.document import Document, Recommendation
from isigurt.insight.publication.drafting.chapters import chapters
from isigurt.insight.publication.drafting.incoming import whole
from isigurt.insight.publication.drafting.notes import notes
from isigurt.insight.publication.drafting.recommendations import recommended
from isigurt.insight.publication.drafting.rows import Row, fell, part_of, rose, rows, stands_out, total

# The number tiles, the most important first; an edition takes the first of them that it has.
KEY_FIGURES = (
    "cell:key_figures/reports",
    "cell:key_figures/confirmed",
    "cell:key_figures/victims",
    "median:removal/confirmed",
    "share:outcomes/victims/police=yes",
    "cell:key_figures/help",
    "cell:key_figures/items",
    "cell:key_figures/hashes",
)
TILES = 6


def drafted(content: Content, *, last_year: tuple[Recommendation, ...] = ()) -> Document:
    """Return the draft; `last_year` is what the edition before recommended, of which an editor says what became."""
    numbers = content.numbers()
    return Document(
        content=content,
        title=_("National Report {year}").format(year=f"{{year:{content.year}}}"),
        subtitle=_("What was reported to {hotline}, and what became of it").format(hotline=pack().hotline.title),
        opening=_opening(content),
        key_figures=tuple(each for each in KEY_FIGURES if each in numbers)[:TILES],
        chapters=chapters(content),
        addressees=recommended(content),
        last_year=last_year,
        notes=notes(content),
    )


def _opening(content: Content) -> tuple[str, ...]:
    """Return the year in a few sentences."""
    reports = whole(content, "reports")
    said = [_received(reports, f"{{year:{content.year}}}")] if reports else []
    said += [each for each in (_removed(content), _about(content)) if each]
    return (*said, _("The numbers are rounded, so that no child can be found in them."))


def _received(reports: Row, year: str) -> str:
    if rose(reports):
        sentence = _("In {year} the hotline received {count} reports, more than in the year before ({before}).")
    elif fell(reports):
        sentence = _("In {year} the hotline received {count} reports, fewer than in the year before ({before}).")
    elif reports.before is not None:
        sentence = _("In {year} the hotline received {count} reports, about as many as in the year before ({before}).")
    else:
        return _("In {year} the hotline received {count} reports.").format(year=year, count=reports.count)
    return sentence.format(year=year, count=reports.count, before=reports.earlier)


def _removed(content: Content) -> str:
    confirmed = whole(content, "confirmed")
    if confirmed is None:
        return ""
    part = part_of(content, "removal", "confirmed/removal")
    middle = total(part, content.language) if part else None
    if middle is None or middle.median is None:
        return _("People looked at each item and confirmed {count} as illegal.").format(count=confirmed.count)
    return _(
        "People looked at each item and confirmed {count} as illegal; the one in the middle was gone after {hours}."
    ).format(count=confirmed.count, hours=middle.middle)


def _about(content: Content) -> str:
    table, part = content.table("harms"), part_of(content, "harms", "victims/harm")
    found = rows(part, content.language) if part else []
    if not table or len(found) < len(("first", "second")):
        return ""
    if stands_out(found[0], found[1], table):
        return _("Most often it was about: {first}. Then: {second}.").format(
            first=found[0].named, second=found[1].named
        )
    return _("Most often, and about equally often, it was about: {first}, {second}.").format(
        first=found[0].named, second=found[1].named
    )
