"""Reading the ledger."""

import uuid
from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet

from isigurt.ledger.models import Entry


def history(subject: str, ids: Iterable[uuid.UUID | str]) -> QuerySet[Entry]:
    """Return what happened to the things of kind `subject` with these ids, newest first. Slice it."""
    return Entry.objects.filter(subject=subject, subject_id__in=[str(one) for one in ids]).order_by("-seq")


def story(things: Mapping[str, Iterable[uuid.UUID | str]]) -> QuerySet[Entry]:
    """Return what happened to things of several kinds as one list, newest first: `{"case": [...], "item": [...]}`."""
    wanted = Q(pk__in=[])
    for subject, ids in things.items():
        wanted |= Q(subject=subject, subject_id__in=[str(one) for one in ids])
    return Entry.objects.filter(wanted).order_by("-seq")
