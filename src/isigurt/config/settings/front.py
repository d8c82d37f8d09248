"""The public door: the door's store, public keys, no session, no account, no private key."""

import secrets

from isigurt.config.settings.common import *  # noqa: F403
from isigurt.config.settings.common import DOOR_STORE, templates

ISIGURT_ROLE = "front"
# Nothing is signed for a visitor, so the key only has to exist; it dies with the process.
SECRET_KEY = secrets.token_urlsafe(50)
ALLOWED_HOSTS = ["*"]
ISIGURT_PRIVATE_KEYS = None
ISIGURT_DESK = ""
ISIGURT_MAIL_RELAY = ""
ISIGURT_AUDITOR = ""

INSTALLED_APPS = [
    "isigurt.design",
    "isigurt.intake.door",
    "isigurt.surfaces.front",
]
DATABASES = {"default": {}, "door": DOOR_STORE}
MIDDLEWARE = [
    "isigurt.surfaces.front.middleware.PublicHeaders",
]
TEMPLATES = templates()
ROOT_URLCONF = "isigurt.surfaces.front.urls"
WSGI_APPLICATION = "isigurt.surfaces.front.wsgi.application"
