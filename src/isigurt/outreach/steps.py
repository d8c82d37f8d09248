"""What the worker does for the public site."""

from datetime import datetime, timedelta

from django.db.models import Exists, F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from isigurt.intake.door.models import DownloadCount, Envelope, EnvelopeKind
from isigurt.outreach.actions import bake_now, erase_contact, open_sign_up, read_downloads
from isigurt.outreach.baking.figures import changed_at
from isigurt.outreach.models import PublicSite, SignUp
from isigurt.steps.registry import Step, register


def sites_due(_now: datetime) -> QuerySet[PublicSite]:
    """Return the site if its pages or the figures changed, if a page's hour has come, or if a new day has begun.

    The machine's hour counts: readers live in it. Each day what is over moves back and countdowns go on.
    """
    now = timezone.now()
    today = timezone.localtime(now).replace(hour=0, minute=0, second=0, microsecond=0)
    to_publish = Revision.objects.filter(approved_go_live_at__lte=now)
    to_take_down = Page.objects.filter(live=True, expire_at__lte=now)
    # Sitemap and search name what was published of figures.
    figures = changed_at()
    newer = Q(baked_at__lt=figures) if figures else Q()
    return PublicSite.objects.filter(
        newer | Q(wanted__gt=F("baked")) | Q(baked_at__lt=today) | Q(Exists(to_publish)) | Q(Exists(to_take_down))
    )


def sign_ups_to_open(_now: datetime) -> QuerySet[Envelope]:
    """Return the sealed sign-ups, people's before what looks automated."""
    return Envelope.objects.filter(kind=EnvelopeKind.SIGN_UP).order_by("lane", "received_at", "id")


def downloads_to_read(_now: datetime) -> QuerySet[DownloadCount]:
    """Return the daily counts that have grown since they were read last."""
    return DownloadCount.objects.filter(count__gt=F("read")).order_by("day", "file")


def contacts_to_erase(now: datetime) -> QuerySet[SignUp]:
    """Return the sign-ups whose time is up."""
    return SignUp.objects.filter(erased_at=None, erase_at__lte=now).order_by("erase_at")


register(
    Step(
        name="outreach.open_sign_ups",
        title=_("Open what people send to take part"),
        model=Envelope,
        due=sign_ups_to_open,
        act=open_sign_up,
        using="door",
    )
)
register(
    Step(
        name="outreach.read_downloads",
        title=_("Read how often materials were downloaded"),
        model=DownloadCount,
        due=downloads_to_read,
        act=read_downloads,
        using="door",
    )
)
register(
    Step(
        name="outreach.erase_contacts",
        title=_("Erase the contacts of who took part"),
        model=SignUp,
        due=contacts_to_erase,
        act=lambda sign_up: erase_contact(sign_up=sign_up),
    )
)
register(
    Step(
        name="outreach.bake",
        title=_("Bake the public pages"),
        model=PublicSite,
        due=sites_due,
        act=lambda site: bake_now(site=site),
        lease=timedelta(minutes=5),
        # A page that cannot be baked is mended by an editor, at any hour: there is no giving up.
        max_attempts=30_000,
        longest_wait=timedelta(minutes=5),
    )
)
