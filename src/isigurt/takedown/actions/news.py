"""Putting away the good news that something is removed."""

from datetime import datetime

from isigurt.takedown.models import RemovalNews


def put_away(*, news: RemovalNews, at: datetime) -> None:
    """Show this removal to its member no more."""
    RemovalNews.objects.filter(pk=news.pk, seen_at__isnull=True).update(seen_at=at)
