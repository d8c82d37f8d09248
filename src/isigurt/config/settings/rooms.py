"""The desk's rooms over both stores, with sessions and sign-in; a role adds its name and its secret."""

from urllib.parse import urlsplit

from isigurt.config.settings.common import *  # noqa: F403
from isigurt.config.settings.common import DOOR_STORE, ENVIRONMENT, LANGUAGES, STORAGES, templates
from isigurt.config.stores import store_settings

_desk = urlsplit(ENVIRONMENT.desk)
ALLOWED_HOSTS = [_desk.hostname or "desk.localhost"]
CSRF_TRUSTED_ORIGINS = [ENVIRONMENT.desk]
_over_tls = _desk.scheme == "https"

DOMAIN_APPS = [
    "isigurt.design",
    "isigurt.uploads",
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
    "isigurt.outreach",
]
WAGTAIL_APPS = [
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
]
INSTALLED_APPS = [
    *DOMAIN_APPS,
    "isigurt.surfaces.desk",
    *WAGTAIL_APPS,
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
    "isigurt.surfaces.desk.middleware.SessionLimits",
    "isigurt.surfaces.desk.middleware.MemberLanguage",
    "isigurt.surfaces.desk.middleware.SecondFactorRequired",
    "isigurt.surfaces.desk.middleware.Conflicts",
]
TEMPLATES = templates(
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "isigurt.surfaces.desk.context.desk",
)
ROOT_URLCONF = "isigurt.surfaces.desk.urls"
WSGI_APPLICATION = "isigurt.surfaces.desk.wsgi.application"

AUTH_USER_MODEL = "staff.Member"
AUTHENTICATION_BACKENDS = ["isigurt.staff.backend.StaffBackend"]
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
CSRF_FAILURE_VIEW = "isigurt.surfaces.desk.views.errors.form_too_old"
# With "no-referrer" browsers send `Origin: null` with forms, and every form of the desk would be refused.
SECURE_REFERRER_POLICY = "same-origin"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
ACCOUNT_ADAPTER = "isigurt.staff.adapter.AccountAdapter"
# Behind a proxy the whole staff shares one address, so the limit by address leaves room for a team.
ACCOUNT_RATE_LIMITS = {"login_failed": "30/m/ip,5/5m/key"}
ACCOUNT_FORMS = {
    "login": "isigurt.staff.forms.SignInForm",
    "reauthenticate": "isigurt.staff.forms.ConfirmPasswordForm",
}
MFA_ADAPTER = "isigurt.staff.adapter.FactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A passkey stands for both factors, so the device always checks a fingerprint, a face or a PIN.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
# Addresses are typed in by an administrator, not proven by mail.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_FORMS = {
    "authenticate": "isigurt.staff.forms.CodeForm",
    "reauthenticate": "isigurt.staff.forms.ConfirmCodeForm",
    "activate_totp": "isigurt.staff.forms.AddAppForm",
    "add_webauthn": "isigurt.staff.forms.AddPasskeyForm",
    "edit_webauthn": "isigurt.staff.forms.RenamePasskeyForm",
}
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"

WAGTAIL_SITE_NAME = "iSIGURT"
WAGTAILADMIN_BASE_URL = ENVIRONMENT.desk
WAGTAILADMIN_LOGIN_URL = "/sign-in/"
WAGTAIL_I18N_ENABLED = True
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
# Nothing is fetched from elsewhere: neither pictures of people nor news of newer versions.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILIMAGES_IMAGE_MODEL = "outreach.Picture"
WAGTAILDOCS_DOCUMENT_MODEL = "outreach.Material"
WAGTAILIMAGES_IMAGE_FORM_BASE = "isigurt.outreach.cms.forms.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "isigurt.outreach.cms.forms.MaterialForm"
# Files are baked and served by the front at their own address, never through a view.
WAGTAILDOCS_SERVE_METHOD = "direct"
# Saving by itself crosses with "Publish" on a slow line: the new page is then there twice, and the second is refused.
WAGTAIL_AUTOSAVE_INTERVAL = 0
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "isigurt.outreach.after_review.publish_reviewed"
MEDIA_ROOT = ENVIRONMENT.var / "desk" / "media"
MEDIA_URL = "/media/"
STORAGES = {
    **STORAGES,
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
}
