"""Reading the ledger."""

import uuid
from collections.abc import Iterable

from django.db.models import QuerySet

from isigurt.ledger.models import Entry


def history(subject: str, ids: Iterable[uuid.UUID | str]) -> QuerySet[Entry]:
    """Return what happened to the things of kind `subject` with these ids, newest first. Slice it."""
    return Entry.objects.filter(subject=subject, subject_id__in=[str(one) for one in ids]).order_by("-seq")
