"""Every room at once, for migrations, checks and tests; no process serves with these."""

from isigurt.config.settings.desk import *  # noqa: F403
from isigurt.config.settings.desk import INSTALLED_APPS

ISIGURT_ROLE = "everything"
INSTALLED_APPS = [*INSTALLED_APPS, "isigurt.surfaces.front"]
ALLOWED_HOSTS = ["*"]
