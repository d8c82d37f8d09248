"""What every process shares; each role adds its own. `everything` is for tests and migrations."""

import os
from pathlib import Path

from isigurt.config.environment import Environment
from isigurt.config.stores import store_settings
from isigurt.country import folder_of, loaded

ENVIRONMENT = Environment.read()
PACKAGE = Path(__file__).resolve().parents[2]
COUNTRY = loaded(ENVIRONMENT.country)

ISIGURT_VAR = ENVIRONMENT.var
ISIGURT_PRIVATE_KEYS: Path | None = ENVIRONMENT.private_keys
ISIGURT_PUBLIC_KEYS = ENVIRONMENT.public_keys
ISIGURT_COUNTRY = ENVIRONMENT.country
ISIGURT_FRONT = ENVIRONMENT.front
ISIGURT_DESK = ENVIRONMENT.desk
ISIGURT_TRUSTED_PROXY = ENVIRONMENT.trusted_proxy
ISIGURT_MAIL_RELAY = ENVIRONMENT.mail_relay
ISIGURT_MAIL_FROM = ENVIRONMENT.mail_from
ISIGURT_AUDITOR = ENVIRONMENT.auditor
ISIGURT_RDAP = ENVIRONMENT.rdap
ISIGURT_MMDB = ENVIRONMENT.mmdb
ISIGURT_SHORT_ONLY_BELOW = ENVIRONMENT.short_only_below
ISIGURT_NOTHING_BELOW = ENVIRONMENT.nothing_below
ISIGURT_BAKED = ENVIRONMENT.baked
# Set by the demo's composition only; shown on every page so that nobody takes the demo for the real thing.
ISIGURT_DEMO_LABEL = os.environ.get("ISIGURT_DEMO_LABEL", "")
ISIGURT_ROLE = "everything"

DEBUG = False
USE_TZ = True
TIME_ZONE = COUNTRY.hotline.time_zone
USE_I18N = True
# The country pack says which languages there are; there is no other list of them.
LANGUAGES = [(language.id, language.title.spoken(language.id)) for language in COUNTRY.languages]
LANGUAGE_CODE = LANGUAGES[0][0]
LOCALE_PATHS = [folder_of(ENVIRONMENT.country) / "locale"]
FORMAT_MODULE_PATH = "isigurt.design.formats"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
DATABASE_ROUTERS = ["isigurt.config.stores.StoreRouter"]
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}

DOOR_STORE = store_settings(ENVIRONMENT.door_url)

TEMPLATE_CONTEXT = [
    "django.template.context_processors.i18n",
    "isigurt.design.context.public",
]

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
X_FRAME_OPTIONS = "DENY"

# Nothing about a request is ever logged: no address, no path. Errors go to standard error without the request.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "plain"},
        "nowhere": {"class": "logging.NullHandler"},  # a logger with no handler at all would speak to stderr
    },
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "isigurt": {"level": "INFO"},
        "django.request": {"handlers": ["nowhere"], "propagate": False},
        "django.security": {"handlers": ["nowhere"], "propagate": False},
    },
}


def templates(*extra: str) -> list[dict[str, object]]:
    """Return Django's template settings with the context processors all pages share and `extra` ones."""
    return [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "APP_DIRS": True,
            "OPTIONS": {"context_processors": [*TEMPLATE_CONTEXT, *extra]},
        }
    ]
