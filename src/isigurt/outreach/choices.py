"""Whom a page speaks to, and what kind of thing a resource is."""

from django.db import models
from django.utils.translation import gettext_lazy as _


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
