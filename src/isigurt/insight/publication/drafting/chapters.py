"""The chapters: which tables each has, and who drafts its text."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from isigurt.insight.publication.content import Content
from isigurt.insight.publication.document import Chapter
from isigurt.insight.publication.drafting import children, gone, help_given, incoming, places

Paragraphs = tuple[str, ...]


@dataclass(frozen=True)
class Plan:
    """One chapter of every edition. `draft` writes its paragraphs from what is published."""

    id: str
    title: Promise
    tables: tuple[str, ...]
    draft: Callable[[Content], Paragraphs]


CHAPTERS = (
    Plan("year", gettext_lazy("The year at a glance"), ("key_figures", "months", "quarters"), incoming.year),
    Plan("reports", gettext_lazy("Who reports, and how"), ("channels", "reporters"), incoming.reports),
    Plan("harms", gettext_lazy("What the reports were about"),
         ("harms", "legality", "known", "proactive", "ai_generated"), incoming.harms),
    Plan("children", gettext_lazy("The children"),
         ("ages", "sexes", "ages_sexes", "severity_ages", "self_generated", "grooming"), children.draft),
    Plan("places", gettext_lazy("Where it was, and who hosts it"),
         ("platforms", "site_kinds", "countries", "abroad", "domains"), places.draft),
    Plan("gone", gettext_lazy("How soon it was gone"), ("first_action", "removal", "removal_places"), gone.draft),
    Plan("help", gettext_lazy("Referrals, notices and help"),
         ("outcomes", "providers", "help_topics", "hashes"), help_given.draft),
    Plan("country", gettext_lazy("Counties, campaigns and the hotline’s capacity"),
         ("regions", "campaigns", "capacity"), places.country),
)  # fmt: skip


def chapters(content: Content) -> tuple[Chapter, ...]:
    """Return every chapter with its drafted text and those of its tables that this edition has."""
    return tuple(_chapter(plan, content) for plan in CHAPTERS)


def _chapter(plan: Plan, content: Content) -> Chapter:
    tables = tuple(each for each in plan.tables if content.table(each))
    nothing = (_("This edition has no facts for this chapter. The notes say why."),)
    return Chapter(plan.id, str(plan.title), plan.draft(content) or nothing, tables)
