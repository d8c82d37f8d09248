"""Every address of the desk. Each room brings its own; what is here joins several of them."""

from django.urls import URLPattern, URLResolver, include, path

from isigurt.outreach.views.media import media
from isigurt.surfaces.desk.static_files import static
from isigurt.surfaces.desk.views import case, case_acts, country, dead_letters, design, errors, home, ledger

case_urls: list[URLPattern | URLResolver] = [
    path("", case.case, name="case"),
    path("assess/", case_acts.assess, name="case_assess"),
    path("answer/", case_acts.answer, name="case_answer"),
    path("note/", case_acts.note, name="case_note"),
    path("close/", case_acts.close, name="case_close"),
    path("dismiss/", case_acts.dismiss, name="case_dismiss"),
    path("harm/", case_acts.harm, name="case_harm"),
    path("at-risk/", case_acts.at_risk, name="case_at_risk"),
    path("seen/", case_acts.seen, name="case_seen"),
    path("reopen/", case_acts.reopen, name="case_reopen"),
    path("take/", case_acts.take, name="case_take"),
    path("keep/", case_acts.keep, name="case_keep"),
    path("release/", case_acts.release, name="case_release"),
    path("assign/", case_acts.assign, name="case_assign"),
    path("split/", case_acts.split, name="case_split"),
    path("erase/", case_acts.erase, name="case_erase"),
    path("suggestions/<uuid:suggestion_id>/", case_acts.suggestion, name="case_suggestion"),
    path("joins/<uuid:merge_id>/undo/", case_acts.undo, name="case_undo"),
    path("items/<uuid:item_id>/copy/", case_acts.copy, name="case_copy"),
]

app_urls: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("cases/<uuid:case_id>/", include(case_urls)),
    path("stuck/", dead_letters.dead_letters, name="dead_letters"),
    path("stuck/retry/", dead_letters.retry, name="retry"),
    path("ledger/", ledger.ledger, name="ledger"),
    path("ledger/check/", ledger.check, name="check_ledger"),
    path("country/", country.country, name="country"),
    path("design/", design.design, name="design"),
    path("design/public/", design.design_public, name="design_public"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("static/<path:path>", static, name="static"),
    path("", include("isigurt.staff.sign_in_urls")),
    path("", include("isigurt.staff.urls")),
    path("", include((app_urls, "desk"))),
    path("", include("isigurt.casework.urls")),
    path("", include("isigurt.takedown.urls")),
    path("figures/", include("isigurt.insight.urls")),
    path("editions/", include("isigurt.insight.edition_urls")),
    path("media/<path:name>", media, name="media"),
    path("taking-part/", include("isigurt.outreach.desk_urls")),
    path("cms/", include("isigurt.outreach.urls")),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.failed
