"""The editors' pages: Wagtail's, without its own ways of signing in."""

from django.urls import URLPattern, URLResolver, include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtail_admin_urls
from wagtail.documents import urls as wagtail_documents_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from isigurt.staff.permissions import requires

_sign_in = RedirectView.as_view(pattern_name="account_login")

_patterns: list[URLPattern | URLResolver] = [
    # Wagtail's own sign-in would open the desk with a password alone.
    path("login/", _sign_in),
    path("logout/", RedirectView.as_view(pattern_name="account_logout")),
    path("password_reset/", _sign_in),
    path("documents-served/", include(wagtail_documents_urls)),
    path("", include(wagtail_admin_urls)),
]
urlpatterns: list[URLPattern | URLResolver] = decorate_urlpatterns(_patterns, requires("cms.edit"))
