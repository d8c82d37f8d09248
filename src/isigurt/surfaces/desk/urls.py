"""Every address of the desk. Each room brings its own; what is here joins several of them."""

from importlib.util import find_spec

from django.urls import URLPattern, URLResolver, include, path

from isigurt.surfaces.desk.static_files import static
from isigurt.surfaces.desk.views import country, dead_letters, design, errors, home, ledger

app_urls: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("stuck/", dead_letters.dead_letters, name="dead_letters"),
    path("stuck/retry/", dead_letters.retry, name="retry"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger/check/", ledger.check, name="check_ledger"),
    path("country/", country.country, name="country"),
    path("design/", design.design, name="design"),
    path("design/public/", design.design_public, name="design_public"),
]


def _room(prefix: str, module: str) -> list[URLPattern | URLResolver]:
    return [path(prefix, include(module))] if find_spec(module) else []


urlpatterns: list[URLPattern | URLResolver] = [
    path("static/<path:path>", static, name="static"),
    path("", include("isigurt.staff.sign_in_urls")),
    path("", include("isigurt.staff.urls")),
    path("", include((app_urls, "desk"))),
    *_room("", "isigurt.casework.urls"),
    *_room("", "isigurt.takedown.urls"),
    path("figures/", include("isigurt.insight.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
