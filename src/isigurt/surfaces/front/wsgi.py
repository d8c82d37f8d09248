"""The front as a WSGI application."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from isigurt.baked import REPORTS, SITE
from isigurt.surfaces.front.baked_site import BakedSite
from isigurt.surfaces.front.downloads import Downloads

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "isigurt.config.settings.front")

application = BakedSite(
    settings.ISIGURT_BAKED / SITE,
    get_wsgi_application(),
    Downloads().count,
    beside=(settings.ISIGURT_BAKED / REPORTS,),
)
