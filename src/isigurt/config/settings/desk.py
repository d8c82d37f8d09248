"""The staff's desk: both stores, private keys, sessions and sign-in."""

from urllib.parse import urlsplit

from isigurt.config.settings.common import *  # noqa: F403
from isigurt.config.settings.common import DOOR_STORE, ENVIRONMENT, templates
from isigurt.config.stores import store_settings
from isigurt.vault.keyring import desk_secret

ISIGURT_ROLE = "desk"
SECRET_KEY = desk_secret(ENVIRONMENT.private_keys)
_desk = urlsplit(ENVIRONMENT.desk)
ALLOWED_HOSTS = [_desk.hostname or "desk.localhost"]
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.desk]
_over_tls = _desk.scheme == "https"

DOMAIN_APPS = [
    "isigurt.design",
    "isigurt.steps",
    "isigurt.vault",
    "isigurt.ledger",
    "isigurt.facts",
    "isigurt.staff",
    "isigurt.intake",
    "isigurt.intake.door",
    "isigurt.casework",
    "isigurt.takedown",
    "isigurt.insight",
]
INSTALLED_APPS = [
    *DOMAIN_APPS,
    "isigurt.surfaces.desk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
]
DATABASES = {"default": store_settings(ENVIRONMENT.desk_url), "door": DOOR_STORE}
MIDDLEWARE = [
    "isigurt.surfaces.desk.middleware.DeskHeaders",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "isigurt.surfaces.desk.middleware.MemberLanguage",
    "isigurt.surfaces.desk.middleware.SecondFactorRequired",
]
TEMPLATES = templates(
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
)
ROOT_URLCONF = "isigurt.surfaces.desk.urls"
WSGI_APPLICATION = "isigurt.surfaces.desk.wsgi.application"

AUTH_USER_MODEL = "staff.Member"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Strict"
SESSION_COOKIE_SECURE = _over_tls
SESSION_COOKIE_AGE = 12 * 3600
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
CSRF_COOKIE_SECURE = _over_tls
CSRF_COOKIE_SAMESITE = "Strict"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "isigurt.staff.adapter.AccountAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
