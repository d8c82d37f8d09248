"""Whom a page speaks to, and what kind of thing a resource is."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from isigurt.country import alphabetical, pack
from isigurt.country.words import Words


class Audience(models.TextChoices):
    """Whom a page, a message or an event is for."""

    CHILDREN = "children", _("Children")
    YOUNG_PEOPLE = "young_people", _("Young people")
    PARENTS = "parents", _("Parents and guardians")
    TEACHERS = "teachers", _("Teachers and educators")
    SOCIAL_WORKERS = "social_workers", _("Social workers and child-protection units")
    SECURITY_OFFICERS = "security_officers", _("School security officers")
    CIVIL_SOCIETY = "civil_society", _("Civil society")
    INDUSTRY = "industry", _("Internet and communication industry")
    MEDIA = "media", _("Media")
    DECISION_MAKERS = "decision_makers", _("Decision-makers and politicians")


class Age(models.TextChoices):
    """Children's ages, as resources are sorted by them."""

    SIX = "6-9", _("6 to 9 years")
    TEN = "10-12", _("10 to 12 years")
    THIRTEEN = "13-15", _("13 to 15 years")
    SIXTEEN = "16-17", _("16 and 17 years")


class ResourceKind(models.TextChoices):
    """What kind of thing a resource is."""

    GUIDE = "guide", _("Guide")
    LESSON_PLAN = "lesson_plan", _("Lesson plan")
    POSTER = "poster", _("Poster")
    VIDEO = "video", _("Video")


class Addressed(models.TextChoices):
    """How a page speaks to its reader: Albanian says "ti" to children and "ju" to adults."""

    CHILD = "child", _("A child or young person (ti)")
    ADULT = "adult", _("An adult (ju)")


class Shows(models.TextChoices):
    """Which pages a list page lists: those of this type that lie below it."""

    CAMPAIGNS = "campaigns", _("Campaigns")
    HELP = "help", _("Help pages")
    RESOURCES = "resources", _("Resources")
    PRESS = "press", _("Press releases")
    PLAIN = "plain", _("Plain pages")


class Way(models.TextChoices):
    """How somebody takes part in a campaign."""

    ACTIVITY = "activity", _("Register an activity")
    PLEDGE = "pledge", _("Sign the pledge")
    ORDER = "order", _("Order materials")


class OrganiserKind(models.TextChoices):
    """Who takes part."""

    SCHOOL = "school", _("School or kindergarten")
    ORGANISATION = "organisation", _("Organisation")
    INSTITUTION = "institution", _("State or local institution")
    COMPANY = "company", _("Company")
    MEDIA = "media", pgettext_lazy("who takes part", "Media")
    PARENTS = "parents", _("Parents")
    YOUNG_PEOPLE = "young_people", pgettext_lazy("who takes part", "Young people")
    OTHER = "other", pgettext_lazy("who takes part", "Somebody else")


class Refusal(models.TextChoices):
    """Why somebody's part is not taken up."""

    NOT_OURS = "not_ours", _("has nothing to do with the campaign")
    DOUBTFUL = "doubtful", _("nobody could confirm it")
    TWICE = "twice", _("came twice")
    WORDS = "words", _("names or words that must not be public")
    NONE_LEFT = "none_left", _("no copies are left")
    TAKEN_BACK = "taken_back", _("taken back by who sent it")


def municipalities() -> list[tuple[str, Words]]:
    """Return the country pack's municipalities, sorted as the active language sorts."""
    return [(each.id, each.title) for each in alphabetical(pack().municipalities)]
