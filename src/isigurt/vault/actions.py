"""What changes data keys."""

import os
import uuid

from django.utils import timezone

from isigurt.vault.models import DataKey
from isigurt.vault.wrapping import wrap


def new_data_key() -> DataKey:
    """Make a data key and store it, wrapped under the active field key."""
    row = uuid.uuid4()
    return DataKey.objects.create(id=row, wrapped=wrap(os.urandom(32), row=row), created_at=timezone.now())


def destroy_data_key(*, data_key: DataKey) -> bool:
    """Destroy a data key for good and tell whether it was still there; the caller records the act.

    Everything encrypted under it raises `Erased` from now on.
    """
    now = timezone.now()
    found = DataKey.objects.filter(pk=data_key.pk, destroyed_at=None).update(wrapped=None, destroyed_at=now)
    data_key.refresh_from_db()
    return bool(found)
