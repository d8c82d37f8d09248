"""What a count is broken down by. Each is an SQL expression over the rows of a unit; nothing is "not known"."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from isigurt.country import CountryPack

DAY = 24 * 60
MONTHS = tuple(f"{month:02d}" for month in range(1, 13))
# Each with its three months.
QUARTERS = {f"q{number}": MONTHS[3 * number - 3 : 3 * number] for number in range(1, 5)}


@dataclass(frozen=True)
class Dimension:
    """One way of telling rows apart.

    `order` lists its categories where they follow one another, as months do: small ones are then merged with a
    neighbour, and elsewhere into "other". `coarsens` names a finer dimension of which this one is a summary; where no
    fact is needed to know which category falls into which, `parts` says so. `{home}` in the expression is the hotline's
    own country.
    """

    id: str
    title: Promise
    expression: str
    order: tuple[str, ...] | str = ()
    coarsens: str = ""
    parts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def ordered(self, pack: CountryPack) -> tuple[str, ...]:
        """Return the categories in their order, or nothing where they have none."""
        if isinstance(self.order, str):
            ids: tuple[str, ...] = getattr(pack, self.order).ids
            return ids
        return self.order


def _yes_no(column: str, title: Promise) -> Dimension:
    return Dimension(column, title, f"CASE WHEN {column} THEN 'yes' WHEN NOT {column} THEN 'no' END")


def _spans(name: str, column: str, title: Promise, spans: dict[str, int], last: str, never: str) -> Dimension:
    steps = " ".join(f"WHEN {column} <= {minutes} THEN '{span}'" for span, minutes in spans.items())
    expression = f"CASE WHEN {column} IS NULL THEN '{never}' {steps} ELSE '{last}' END"
    return Dimension(name, title, expression, order=(*spans, last, never))


_ALL = (
    Dimension("month", pgettext_lazy("broken down by", "month"), "strftime(day, '%m')", order=MONTHS),
    # Not "quarter" alone: whatever is a name here may stand in a text, and a quarter of all children may not.
    Dimension("quarter", pgettext_lazy("broken down by", "quarter of the year"), "'q' || quarter(day)",
              order=tuple(QUARTERS), coarsens="month", parts=QUARTERS),
    Dimension("channel", pgettext_lazy("broken down by", "channel"), "channel"),
    Dimension("reporter", pgettext_lazy("broken down by", "who reported"), "reporter"),
    Dimension("region", pgettext_lazy("broken down by", "county"), "region"),
    _yes_no("campaign", pgettext_lazy("broken down by", "in a campaign week")),
    _yes_no("in_time", pgettext_lazy("broken down by", "acted on in time")),
    _spans("first_action", "first_action", pgettext_lazy("broken down by", "time to the first action"),
           {"hour": 60, "day": DAY, "three_days": 3 * DAY, "seven_days": 7 * DAY}, "later", "nobody_yet"),
    Dimension("harm", pgettext_lazy("broken down by", "harm"), "harm"),
    Dimension("grooming", pgettext_lazy("broken down by", "grooming and sexual extortion"),
              "CASE WHEN harm = 'grooming' THEN 'yes' WHEN harm IS NOT NULL THEN 'no' END", coarsens="harm"),
    Dimension("legality", pgettext_lazy("broken down by", "legality"), "legality"),
    Dimension("age", pgettext_lazy("broken down by", "age"), "age", order="age_bands"),
    Dimension("sex", pgettext_lazy("broken down by", "sex"), "sex"),
    Dimension("severity", pgettext_lazy("broken down by", "class"), "severity"),
    Dimension("self_generated", pgettext_lazy("broken down by", "made by themselves"), "self_generated"),
    Dimension("ai_generated", pgettext_lazy("broken down by", "made by a machine"), "ai_generated"),
    Dimension("outcome", pgettext_lazy("broken down by", "outcome"), "outcome"),
    _yes_no("police", pgettext_lazy("broken down by", "referred to the police")),
    _yes_no("partner", pgettext_lazy("broken down by", "referred to a partner hotline")),
    _yes_no("helpline", pgettext_lazy("broken down by", "led to a helpline")),
    _yes_no("known", pgettext_lazy("broken down by", "assessed before")),
    _yes_no("proactive", pgettext_lazy("broken down by", "found by the hotline itself")),
    Dimension("platform", pgettext_lazy("broken down by", "platform"), "platform"),
    Dimension("site_kind", pgettext_lazy("broken down by", "type of site"), "site_kind"),
    Dimension("domain", pgettext_lazy("broken down by", "top-level domain"), "top_level_domain"),
    Dimension("country", pgettext_lazy("broken down by", "hosting country"), "country"),
    Dimension("abroad", pgettext_lazy("broken down by", "in this country or abroad"),
              "CASE WHEN country = '{home}' THEN 'home' WHEN country IS NOT NULL THEN 'abroad' END",
              coarsens="country"),
    _spans("removal", "seen_down", pgettext_lazy("broken down by", "time to removal"),
           {"day": DAY, "three_days": 3 * DAY, "seven_days": 7 * DAY}, "later", "still_up"),
    Dimension("provider", pgettext_lazy("broken down by", "provider"), "provider"),
    Dimension("answer", pgettext_lazy("broken down by", "what became of it"), "outcome"),
    Dimension("topic", pgettext_lazy("broken down by", "topic"), "topic"),
    _yes_no("shared", pgettext_lazy("broken down by", "shared with platforms")),
    _yes_no("matched", pgettext_lazy("broken down by", "a copy was found")),
)  # fmt: skip
DIMENSIONS = {each.id: each for each in _ALL}
