"""The editors' pages: Wagtail's, without its own ways of signing in and without its keeping of members and rights."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtail_admin_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from isigurt.staff.permissions import requires

Patterns = Sequence[URLPattern | URLResolver]

# Wagtail's own sign-in would open the desk with a password alone; the account is kept at the desk too.
AT_THE_DESK = {
    "login/": ("wagtailadmin_login", "account_login"),
    "logout/": ("wagtailadmin_logout", "account_logout"),
    "account/": ("wagtailadmin_account", "staff:account"),
}
# What nobody needs here. The addresses stay, since Wagtail's pages ask for their names; the table lets nobody in.
REFUSED = (
    "collections/",
    "failwhale/",
    "groups/",
    "password_reset/",
    "snippets/",
    "test404/",
    "users/",
    "workflows/",
)


def _nothing(request: HttpRequest, /, **_: str) -> HttpResponse:
    """Stand where nobody is let in."""
    del request
    return HttpResponse(status=403)


def _guarded(patterns: Patterns) -> list[URLPattern | URLResolver]:
    kept = [each for each in patterns if str(each.pattern) not in AT_THE_DESK]
    for each in kept:
        refused = str(each.pattern).startswith(REFUSED)
        decorate_urlpatterns([each], requires("cms.administer" if refused else "cms.edit"))
    return kept


urlpatterns: list[URLPattern | URLResolver] = [
    *(
        path(route, requires("cms.edit")(RedirectView.as_view(pattern_name=leads_to)), name=name)
        for route, (name, leads_to) in AT_THE_DESK.items()
    ),
    # One file at a time, on a form that asks for the alternative text beside it.
    path("images/multiple/add/", requires("cms.edit")(RedirectView.as_view(pattern_name="wagtailimages:add"))),
    path("images/multiple/<path:rest>", requires("cms.administer")(_nothing)),
    path("documents/multiple/add/", requires("cms.edit")(RedirectView.as_view(pattern_name="wagtaildocs:add"))),
    path("documents/multiple/<path:rest>", requires("cms.administer")(_nothing)),
    # A baked page is public, so there is nobody to hide it from; members and their groups are kept at the desk.
    path("pages/<int:page_id>/privacy/", requires("cms.administer")(_nothing)),
    path("bulk/staff/<path:rest>", requires("cms.administer")(_nothing)),
    path("bulk/auth/<path:rest>", requires("cms.administer")(_nothing)),
    *_guarded(wagtail_admin_urls.urlpatterns),
]
