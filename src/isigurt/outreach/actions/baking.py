"""Asking for the site to be baked, and baking it."""

from django.core.management import call_command
from django.db.models import F
from django.utils import timezone

from isigurt.baked import BakingError
from isigurt.outreach.baking import PageFailed, bake
from isigurt.outreach.models import PublicSite


def want_baking() -> None:
    """Note that the pages have changed; the worker bakes soon. Many changes at once are one bake."""
    PublicSite.objects.update(wanted=F("wanted") + 1, wanted_at=timezone.now())


def bake_now(*, site: PublicSite) -> None:
    """Publish what has its hour, bake the whole site, and note what happened.

    A page that cannot be baked is named for the editor, and the error raised: the worker tries again later.
    """
    call_command("publish_scheduled")
    wanted = PublicSite.objects.values_list("wanted", flat=True).get(pk=site.pk)
    try:
        bake()
    except PageFailed as error:
        PublicSite.objects.filter(pk=site.pk).update(failed_page=error.page.pk, failure=error.why)
        raise
    except BakingError as error:
        PublicSite.objects.filter(pk=site.pk).update(failed_page=None, failure=str(error)[:300])
        raise
    PublicSite.objects.filter(pk=site.pk).update(baked=wanted, baked_at=timezone.now(), failed_page=None, failure="")
