"""Every room at once, for migrations, checks, types and tests; no process serves with these, so no secret is kept."""

import secrets

from isigurt.config.settings.rooms import *  # noqa: F403
from isigurt.config.settings.rooms import INSTALLED_APPS

ISIGURT_ROLE = "everything"
SECRET_KEY = secrets.token_urlsafe(50)
INSTALLED_APPS = [*INSTALLED_APPS, "isigurt.surfaces.front"]
ALLOWED_HOSTS = ["*"]
