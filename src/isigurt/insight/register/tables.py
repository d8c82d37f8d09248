"""The tables of the National Report, in its order: where two cannot both stand, the later one gives way."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from isigurt.insight.register.populations import POPULATIONS


@dataclass(frozen=True)
class Cut:
    """One population, counted whole, by one dimension, or by two (rows, then columns)."""

    population: str
    dimensions: tuple[str, ...] = ()

    @property
    def unit(self) -> str:
        """The unit whose file it is counted from."""
        return POPULATIONS[self.population].unit


@dataclass(frozen=True)
class Table:
    """One table: what it is called, what it counts, and the cuts that are its parts.

    `median` is the column of minutes of which each row shows the middle. An `exact` table counts what needs no
    protection (notices, which the trusted flagger publishes by law): its numbers enter the gate as they are.
    """

    id: str
    title: Promise
    definition: Promise
    cuts: tuple[Cut, ...]
    median: str = ""
    exact: bool = False


def _by(population: str, *dimensions: str) -> Cut:
    return Cut(population, dimensions)


KEY_POPULATIONS = ("reports", "victims", "items", "confirmed", "hashes", "help")
# The table that the trusted flagger's annex is made of.
ANNEXED = "providers"
TABLES = (
    Table("key_figures", _("The year in figures"),
          _("Everything that was received, confirmed, sent and answered in the year."),
          tuple(Cut(each) for each in KEY_POPULATIONS)),
    Table("months", _("Reports by month"), _("Reports by the month in which they were received."),
          (_by("reports", "month"),)),
    Table("quarters", _("The year by quarter"),
          _("What came in and what was confirmed, by the quarter in which it was reported."),
          tuple(_by(each, "quarter") for each in KEY_POPULATIONS)),
    Table("channels", _("How reports came in"), _("Reports by the way in which they reached the hotline."),
          (_by("reports", "channel"),)),
    Table("reporters", _("Who reported"), _("Reports by who sent them, as they said themselves."),
          (_by("reports", "reporter"),)),
    Table("harms", _("What it was about"), _("Victim groups by the harm that the analyst found."),
          (_by("victims", "harm"),)),
    Table("legality", _("What the law says"), _("Items by the analyst’s assessment of their legality."),
          (_by("items", "legality"),)),
    Table("known", _("New and known content"), _("Items by whether the hotline had assessed them before."),
          (_by("items", "known"),)),
    Table("proactive", _("Reported and found"), _("Items by whether the public reported them or we found them."),
          (_by("items", "proactive"),)),
    Table("ai_generated", _("Material made by a machine"), _("Victim groups by whether a machine made the material."),
          (_by("victims", "ai_generated"),)),
    Table("ages", _("Victims by age"), _("Victim groups by the age band of the youngest."), (_by("victims", "age"),)),
    Table("sexes", _("Victims by sex"), _("Victim groups by sex."), (_by("victims", "sex"),)),
    Table("ages_sexes", _("Victims by age and sex"), _("Victim groups by age band of the youngest and by sex."),
          (_by("victims", "age", "sex"),)),
    Table("severity_ages", _("Severity by age"),
          _("Victim groups on graded material, by industry class and age band of the youngest."),
          (_by("graded", "severity", "age"),)),
    Table("self_generated", _("Self-generated material"),
          _("Victim groups by whether the person made the material themselves."), (_by("victims", "self_generated"),)),
    Table("grooming", _("Grooming and sexual extortion by age"),
          _("Victim groups by whether it was grooming or sexual extortion, and by age band of the youngest."),
          (_by("victims", "grooming", "age"),)),
    Table("platforms", _("Platforms"), _("Items by the platform on which they were."), (_by("items", "platform"),)),
    Table("site_kinds", _("Types of site"), _("Items by the type of site on which they were."),
          (_by("items", "site_kind"),)),
    Table("countries", _("Hosting countries"), _("Items confirmed illegal, by the country that hosted them."),
          (_by("confirmed", "country"),)),
    Table("abroad", _("In this country and abroad"),
          _("Items confirmed illegal, by whether they were hosted in this country."), (_by("confirmed", "abroad"),)),
    Table("domains", _("Top-level domains"), _("Items by the last part of the site’s name."),
          (_by("items", "domain"),)),
    Table("first_action", _("Time to the first action"),
          _("Reports by the time until a person first acted on them; the middle counts those on which nobody has yet."),
          (_by("reports", "first_action"),), median="first_action"),
    Table("removal", _("Time to removal"),
          _("Items confirmed illegal, from the first report until seen down, once the removal was confirmed."),
          (_by("confirmed", "removal"),), median="seen_down"),
    Table("removal_places", _("Time to removal by platform and by country"),
          _("The same by platform and by hosting country; the middle takes into account what is still up."),
          (_by("confirmed", "platform", "removal"), _by("confirmed", "country", "removal")), median="seen_down"),
    Table("outcomes", _("Outcomes and referrals"),
          _("Victim groups by how the case ended, and to whom it was referred."),
          (_by("victims", "outcome"), _by("victims", "police"), _by("victims", "partner"), _by("victims", "helpline"))),
    Table("providers", _("Notices to providers"),
          _("Notices sent, by provider and by type of content, each by what became of them."),
          (_by("notices", "provider", "answer"), _by("notices", "harm", "answer")), exact=True),
    Table("help_topics", _("Topics of help"), _("Contacts of people who sought help, by topic."),
          (_by("help", "topic"),)),
    Table("hashes", _("Fingerprints"), _("Fingerprints submitted, shared with platforms, and found again."),
          (_by("hashes", "shared"), _by("hashes", "matched"))),
    Table("regions", _("Counties"), _("Reports by county, as far as the reporter said."), (_by("reports", "region"),)),
    Table("campaigns", _("Campaign weeks"), _("Reports by whether a national campaign ran in that week."),
          (_by("reports", "campaign"),)),
    Table("capacity", _("The hotline’s capacity"),
          _("Reports by month and by whether a person acted within the deadline."),
          (_by("reports", "month", "in_time"),)),
)  # fmt: skip
