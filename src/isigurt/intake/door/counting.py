"""Adding to the daily counts of downloads, all that were counted in one transaction."""

from collections.abc import Mapping
from datetime import date

from django.db import connections, transaction

# By hand: Django's own "update on conflict" replaces a value, and this adds to it.
_ADD = """
    INSERT INTO door_downloadcount (id, day, file, count, read, attempts, last_error)
    VALUES (%s, %s, %s, %s, 0, 0, '')
    ON CONFLICT (id) DO UPDATE SET count = door_downloadcount.count + excluded.count
"""


def add_downloads(counts: Mapping[tuple[date, str], int]) -> None:
    """Add how often each file was downloaded on each day; raises `django.db.Error` when the store cannot take it."""
    rows = [(f"{day.isoformat()} {file}"[:320], day, file[:300], count) for (day, file), count in counts.items()]
    with transaction.atomic(using="door"), connections["door"].cursor() as cursor:
        cursor.executemany(_ADD, rows)
