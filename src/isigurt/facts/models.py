"""One row per unit that figures count: pseudonymous, confidential, with a day on which it is deleted.

A row is named by a keyed digest of its unit's id, so that facts alone lead back to no case. There is no address, no
name and no text here; every word is an id from the country pack or from a room's own states.
"""

from django.db import models


class Fact(models.Model):
    """What every kind of fact has: the digest of its unit and the last day it is kept."""

    unit = models.CharField(primary_key=True, max_length=32, editable=False)
    expires_on = models.DateField(db_index=True)

    class Meta:
        abstract = True


class ReportFact(Fact):
    """One report as a person sent it."""

    received_at = models.DateTimeField(db_index=True)
    channel = models.CharField(max_length=20, blank=True, default="")
    language = models.CharField(max_length=8, blank=True, default="")
    reporter_kind = models.CharField(max_length=30, blank=True, default="")
    reporter_age_band = models.CharField(max_length=20, blank=True, default="")
    harm_said = models.CharField(max_length=30, blank=True, default="")
    platform = models.CharField(max_length=40, blank=True, default="")
    looks_automated = models.BooleanField(default=False)
    placed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    first_action_at = models.DateTimeField(null=True)


# The outcome of a case whose reports and items are counted with another one since.
MERGED = "merged"


class CaseFact(Fact):
    """One case's victim group; `deadline_at` is until when a person has to act, unset while nothing waits."""

    opened_at = models.DateTimeField(db_index=True)
    first_received_at = models.DateTimeField(null=True)
    deadline_at = models.DateTimeField(null=True)
    first_action_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True, db_index=True)
    outcome = models.CharField(max_length=30, blank=True, default="")
    harm = models.CharField(max_length=30, blank=True, default="")
    legality = models.CharField(max_length=20, blank=True, default="")
    severity = models.CharField(max_length=10, blank=True, default="")
    age_band = models.CharField(max_length=20, blank=True, default="")
    sex = models.CharField(max_length=20, blank=True, default="")
    self_generated = models.CharField(max_length=10, blank=True, default="")
    ai_generated = models.CharField(max_length=10, blank=True, default="")
    child_at_risk = models.BooleanField(default=False)
    referred_to_police_at = models.DateTimeField(null=True)
    pack_version = models.CharField(max_length=32, blank=True, default="")


class ItemFact(Fact):
    """One piece of content at one address.

    The removal interval is (`last_up_at`, `seen_down_at`]; it counts once `removed_at` confirms it, from
    `first_received_at` (DESIGN 6).
    """

    first_received_at = models.DateTimeField(db_index=True)
    known_before = models.BooleanField(default=False)
    proactive = models.BooleanField(default=False)
    kind = models.CharField(max_length=20, blank=True, default="")
    harm = models.CharField(max_length=30, blank=True, default="")
    legality = models.CharField(max_length=20, blank=True, default="")
    severity = models.CharField(max_length=10, blank=True, default="")
    site_kind = models.CharField(max_length=30, blank=True, default="")
    platform = models.CharField(max_length=40, blank=True, default="")
    top_level_domain = models.CharField(max_length=40, blank=True, default="")
    host_country = models.CharField(max_length=2, blank=True, default="")
    confirmed_at = models.DateTimeField(null=True)
    noticed_at = models.DateTimeField(null=True)
    last_up_at = models.DateTimeField(null=True)
    seen_down_at = models.DateTimeField(null=True)
    removed_at = models.DateTimeField(null=True, db_index=True)
    returned_at = models.DateTimeField(null=True)
    pack_version = models.CharField(max_length=32, blank=True, default="")


class NoticeFact(Fact):
    """One notice to one recipient."""

    item_unit = models.CharField(max_length=32, blank=True, default="", db_index=True)
    provider = models.CharField(max_length=120, blank=True, default="")
    provider_country = models.CharField(max_length=2, blank=True, default="")
    kind = models.CharField(max_length=20, blank=True, default="")
    sent_at = models.DateTimeField(null=True, db_index=True)
    outcome = models.CharField(max_length=20, blank=True, default="")
    outcome_at = models.DateTimeField(null=True)
