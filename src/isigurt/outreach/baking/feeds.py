"""The news of each language as an Atom feed (RFC 4287)."""

import uuid
from datetime import UTC, datetime, time

from django.conf import settings
from django.utils import timezone, translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.html import escape
from django.utils.translation import gettext

from isigurt.country import pack
from isigurt.outreach import queries
from isigurt.outreach.addresses import NEWS
from isigurt.outreach.models import PublicPage

KIND = "application/atom+xml; charset=utf-8"
LONGEST = 30


class _Feed(Atom1Feed):
    """Django's, but an empty feed is as old as the home, not as new as this moment."""

    def latest_post_date(self) -> datetime:
        """Return when the feed changed."""
        return super().latest_post_date() if self.items else self.feed["since"]


def news(language: str) -> tuple[str, bytes]:
    """Return address and text of the feed of a language."""
    home = queries.home(language)
    hotline = pack().hotline
    address = f"/{language}/{NEWS}"
    with translation.override(language):
        feed = _Feed(
            title=f"{hotline.title}: {gettext('News')}",
            link=f"{settings.ISIGURT_FRONT}{home.address}",
            description=str(hotline.platform_name),
            language=language,
            author_name=str(hotline.title),
            feed_url=f"{settings.ISIGURT_FRONT}{address}",
            feed_guid=_name(home),
            since=_changed(home),
        )
        for page in queries.press_releases(language)[:LONGEST]:
            feed.add_item(
                title=page.title,
                link=f"{settings.ISIGURT_FRONT}{page.address}",
                description=escape(page.summary),
                unique_id=_name(page),
                pubdate=timezone.make_aware(datetime.combine(page.released_on, time(12))),
                updateddate=_changed(page),
            )
        return address, feed.writeString("utf-8").encode()


def _name(page: PublicPage) -> str:
    """Return the name of a page that stays when its address changes; its translation has another."""
    return uuid.uuid5(page.translation_key, page.language).urn


def _changed(page: PublicPage) -> datetime:
    found: datetime = page.last_published_at or page.latest_revision_created_at
    return found.astimezone(UTC)
